-- Closed cases of an old system (历史工单接收): they are ended cases like any other, and say of themselves that they stand as another system recorded them.
alter table connection_case add column as_recorded boolean not null default false;
comment on column connection_case.as_recorded is '按原系统记载接收: taken over ended, as an old system recorded it; not checked here';

create table closed_case_import (
  import_no   bigint generated always as identity primary key,
  unit        text not null,
  by_staff    text not null,
  by_name     text not null,
  file_name   text not null,
  trial       boolean not null,
  state       text not null,
  started_at  timestamptz not null,
  moved_at    timestamptz not null,
  lines       bigint not null default 0,
  taken       bigint not null default 0,
  already     bigint not null default 0,
  refused     bigint not null default 0,
  chain       text not null
);
comment on table closed_case_import is '历史工单接收批次: who took over what, when, and how much of it; written with each batch';
comment on column closed_case_import.unit is 'whose administrator took over';
comment on column closed_case_import.moved_at is 'of the latest batch: one that still runs and has not moved for long was broken off';
comment on column closed_case_import.chain is 'hash over the heads of the ledgers of all its cases, batch by batch';
create index closed_case_import_of_unit on closed_case_import (unit, import_no);

create table closed_case_refusal (
  import_no bigint not null references closed_case_import,
  line      bigint not null,
  why       bytea not null,
  primary key (import_no, line)
);
comment on table closed_case_refusal is 'the first lines of an import that were refused; what they quote may be personal, so it is encrypted';

create table recorded_case (
  unit          text not null,
  case_no       text not null,
  import_no     bigint not null,
  consumer_no   text,
  archive_no    text,
  archive_place text,
  end_reason    text,
  primary key (unit, case_no)
);
comment on table recorded_case is 'what an old system said of a closed case beside what every case has: the account it led to (户号), where its papers are';
-- The earlier cases of an account.
create index recorded_case_of_account on recorded_case (unit, consumer_no) where consumer_no is not null;
create index recorded_case_of_import on recorded_case (import_no);
