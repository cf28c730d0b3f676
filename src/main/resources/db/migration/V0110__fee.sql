-- 业务费: what was charged and paid, an item a row.
create table fee_charge (
    unit       text not null,
    case_no    text not null,
    code       text not null,
    quantity   numeric(12, 2) not null,
    amount     numeric(14, 2) not null,
    basis      text not null,
    receipt_no text not null,
    paid_on    date not null,
    charged_by text not null,
    primary key (unit, case_no, code)
);
comment on table fee_charge is '业务费收费明细';
comment on column fee_charge.code is 'the item of the catalogue in the case''s regulation pack';
comment on column fee_charge.quantity is 'kVA';
comment on column fee_charge.receipt_no is '票据号; one receipt belongs to one case';
create index fee_charge_receipt on fee_charge (unit, receipt_no);
