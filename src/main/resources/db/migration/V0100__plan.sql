-- 供电方案: what outlives the run that drafted it. One row a case; a new draft replaces it, the ledger keeps the earlier ones.
create table supply_plan (
    unit             text not null,
    case_no          text not null,
    version          integer not null,
    capacity_kva     numeric(12, 2) not null,
    transformers_kva numeric(12, 2) not null,
    voltage_kv       numeric(6, 2) not null,
    sources          integer not null,
    circuits         integer not null,
    fee              numeric(14, 2) not null,
    drafted_on       date not null,
    issued_on        date,
    valid_until      date,
    primary key (unit, case_no)
);
comment on table supply_plan is '供电方案';
comment on column supply_plan.version is 'the round of the draft, from 1';
comment on column supply_plan.transformers_kva is 'all transformers of the receiving points; 0 at low voltage';
comment on column supply_plan.issued_on is 'the day of the reply; null while it is only drafted';
comment on column supply_plan.valid_until is 'as written in the reply; prolonged by an act on the limit, not here';
