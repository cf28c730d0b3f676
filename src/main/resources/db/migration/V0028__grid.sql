-- The network: what can be supplied from where, and who has taken how much of it.

create table substation (
    unit       text not null,
    code       text not null,
    operator   text not null,
    name       text not null,
    voltage_kv numeric(8, 3) not null check (voltage_kv > 0),
    primary key (unit, code)
);
comment on column substation.operator is 'the city or county company that operates it; unit is always its city';

create table feeder (
    unit       text not null,
    code       text not null,
    operator   text not null,
    name       text not null,
    substation text not null,
    voltage_kv numeric(8, 3) not null check (voltage_kv > 0),
    primary key (unit, code),
    foreign key (unit, substation) references substation
);
comment on table feeder is 'lines, and at 0.4 kV transformer areas';
create index feeder_voltage on feeder (unit, voltage_kv, operator text_pattern_ops);

create table available_capacity (
    unit        text not null,
    feeder      text not null,
    month       date not null check (extract(day from month) = 1),
    kva         numeric(12, 2) not null check (kva >= 0),
    declared_at timestamptz not null,
    declared_by text not null,
    primary key (unit, feeder, month),
    foreign key (unit, feeder) references feeder
);
comment on column available_capacity.kva is 'open at the start of the month, the load connected before it counted';

create table capacity_hold (
    unit    text not null,
    case_no text not null,
    phase   int not null,
    feeder  text not null,
    kva     numeric(12, 2) not null check (kva > 0),
    until   date not null,
    state   text not null check (state in ('HELD', 'RESERVED', 'USED', 'RELEASED')),
    used_on date check ((state = 'USED') = (used_on is not null)),
    primary key (unit, case_no, phase, feeder),
    foreign key (unit, feeder) references feeder
);
comment on column capacity_hold.until is 'last day a mere hold counts';
create index capacity_hold_taken on capacity_hold (unit, feeder) where state in ('HELD', 'RESERVED');
create index capacity_hold_used on capacity_hold (unit, feeder, used_on) where state = 'USED';

create table planned_outage (
    unit      text not null,
    feeder    text not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null check (ends_at > starts_at),
    note      text not null,
    primary key (unit, feeder, starts_at),
    foreign key (unit, feeder) references feeder
);
