-- 供用电合同: the contract of a case (phase 0) and its annexes by phase. A new round replaces the row; the ledger keeps what was signed before.
create table supply_contract (
    unit            text not null,
    case_no         text not null,
    phase           integer not null,
    contract_no     text not null,
    type            text not null,
    capacity_kva    numeric(12, 2) not null,
    signed_on       date not null,
    starts_on       date not null,
    ends_on         date not null,
    remind_on       date not null,
    customer_signer text not null,
    company_signer  text not null,
    void_on         date,
    primary key (unit, case_no, phase),
    unique (unit, contract_no),
    check (ends_on >= starts_on)
);
comment on table supply_contract is '供用电合同及分期补充协议';
comment on column supply_contract.ends_on is 'the last day of the term, the eve of the day it began on';
comment on column supply_contract.remind_on is 'the day on which its renewal is proposed';
comment on column supply_contract.void_on is 'the case ended before the supply began';
-- Contracts to renew, day by day.
create index supply_contract_remind on supply_contract (unit, remind_on) where void_on is null and phase = 0;
