-- 送电: what each phase of a case brought onto the grid, and the account it is billed to.
create table energisation (
    unit         text not null,
    case_no      text not null,
    phase        integer not null,
    energised_on date not null,
    energised_at time not null,
    capacity_kva numeric(12, 2) not null,
    consumer_no  text not null,
    primary key (unit, case_no, phase)
);
comment on table energisation is '送电记录';
comment on column energisation.energised_at is 'local time of day';
comment on column energisation.capacity_kva is 'what this phase brought; the phases of a case add up to its account';
