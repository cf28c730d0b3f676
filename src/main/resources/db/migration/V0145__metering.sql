-- 计量装置: work orders, devices and seals. A new round replaces the rows of its phase.
create table meter_work_order (
    unit            text not null,
    case_no         text not null,
    phase           integer not null,
    order_no        text not null,
    installed_on    date not null,
    installers      text[] not null,
    customer_signer text not null,
    primary key (unit, case_no, phase),
    unique (unit, order_no)
);
comment on table meter_work_order is '电能计量装接单';

create table meter (
    unit              text not null,
    case_no           text not null,
    phase             integer not null,
    asset_no          text not null,
    point             text not null,
    kind              text not null,
    spec              text not null,
    accuracy          text not null,
    reactive_accuracy text,
    ratio             text,
    active_kwh        numeric(12, 2),
    reactive_kvarh    numeric(12, 2),
    certificate_no    text not null,
    certified_until   date not null,
    installed_on      date not null,
    removed_on        date,
    primary key (unit, case_no, phase, asset_no)
);
comment on table meter is '计量器具: meters and instrument transformers on customers'' premises';
comment on column meter.active_kwh is 'what it showed when it was installed';
comment on column meter.removed_on is 'null while it is installed';
-- A device is in one place at a time.
create unique index meter_installed on meter (unit, asset_no) where removed_on is null;

create table seal (
    unit     text not null,
    case_no  text not null,
    phase    integer not null,
    seal_no  text not null,
    position text not null,
    asset_no text,
    primary key (unit, case_no, phase, seal_no)
);
comment on table seal is '封印';
-- A seal is used once.
create unique index seal_used on seal (unit, seal_no);
