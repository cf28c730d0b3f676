-- The ledger of cases. Every table leads its key with unit, the supplying city company: the distribution key for the day one machine no longer serves.

create sequence case_sequence;

create table connection_case (
  unit             text not null,
  case_no          text not null,
  handled_by       text not null,
  accepted_by_hall text not null,
  accepted_by_unit text not null,
  owner            text,
  deputy           text,
  pack             text not null,
  procedure        text not null,
  consumer_class   text,
  business         text not null,
  customer_id      bigint not null,
  premises_id      bigint not null,
  customer_name    text not null,
  address          text not null,
  application      text not null,
  facts            text not null,
  act_signals      text not null default '{}',
  status           text not null,
  predecessor      text,
  inherited        text not null default '{}',
  registered_on    date not null,
  accepted_on      date,
  ended_on         date,
  last_act_on      date not null,
  event_count      bigint not null default 0,
  event_head       text not null,
  search           text[] not null default '{}',
  phone_tail       text,
  primary key (unit, case_no)
);
comment on table connection_case is '业扩报装申请: one application from first contact to archive';
comment on column connection_case.handled_by is 'the city or county that handles it: the scope';
comment on column connection_case.search is 'bigrams of customer name and address, written by the program';

-- A second application for the same need while one is on its way is refused, also under a race.
create unique index one_case_per_need on connection_case (unit, customer_id, premises_id, business)
  where status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD');
-- The earlier case of the same need, for linking.
create index case_by_need on connection_case (unit, customer_id, premises_id, business, ended_on);
create index case_by_handler on connection_case (unit, handled_by, status, case_no);
create index case_by_owner on connection_case (unit, owner, status, case_no);
create index case_search on connection_case using gin (search);
create index case_by_phone_tail on connection_case (phone_tail, case_no);

create table stage_run (
  unit            text not null,
  case_no         text not null,
  stage           text not null,
  phase           int not null,
  round           int not null,
  state           text not null,
  opened_on       date not null,
  requested_on    date,
  started_on      date,
  closed_on       date,
  closed_by       text,
  closed_by_name  text,
  outcome         text,
  outcome_reason  text,
  superseded      boolean not null default false,
  joins_earlier   boolean not null default false,
  result          text,
  result_version  int not null default 0,
  requested_papers text not null default '[]',
  facts           text not null,
  primary key (unit, case_no, stage, phase, round)
);
comment on table stage_run is '环节: one run of a stage; the live one is the highest round not superseded';

create table stage_part (
  unit             text not null,
  case_no          text not null,
  stage            text not null,
  phase            int not null,
  round            int not null,
  part             text not null,
  lead             boolean not null,
  role             text not null,
  responsible_unit text not null,
  days             int not null,
  state            text not null,
  assignee         text,
  opened_on        date,
  due_on           date,
  opinion          text,
  text             text,
  closed_on        date,
  closed_by        text,
  closed_by_name   text,
  primary key (unit, case_no, stage, phase, round, part)
);
comment on table stage_part is 'one department''s part of a run (会签、联合勘查、联合验收): what the worklist lists';
-- The worklist: open parts of a unit and role by due day.
create index worklist on stage_part (unit, responsible_unit, role, due_on nulls last, case_no, stage, phase, part) where state = 'OPEN';
create index worklist_of_person on stage_part (assignee, due_on nulls last, case_no) where state = 'OPEN';

create table time_limit (
  unit             text not null,
  case_no          text not null,
  limit_key        text not null,
  standard         text not null,
  phase            int not null,
  round            int not null,
  row_id           text not null,
  state            text not null,
  day0             date not null,
  amount           int not null,
  day_unit         text not null,
  carried          int not null default 0,
  extensions       int not null default 0,
  due_on           date,
  stopped_on       date,
  used             int,
  verdict          text,
  explanation      text,
  explained_on     date,
  calendar_version text not null,
  primary key (unit, case_no, limit_key, standard, phase, round)
);
comment on table time_limit is '时限: a first day, an amount, and what stood still in between';
comment on column time_limit.due_on is 'a cache for sorting only; the truth is computed from day0, amount, pauses and calendar';
create index limit_running on time_limit (unit, due_on, case_no) where state = 'RUNNING';
-- Validities that ran out, across units.
create index limit_expiry on time_limit (row_id, due_on) where state = 'RUNNING';
create index limit_calendar on time_limit (calendar_version, unit, case_no) where state = 'RUNNING';

create table suspension (
  unit             text not null,
  case_no          text not null,
  n                int not null,
  kind             text not null,
  reason           text not null,
  entered_on       date not null,
  from_day         date not null,
  to_day           date,
  effective        boolean not null,
  evidence         text not null,
  entered_by       text not null,
  entered_by_name  text not null,
  confirmed_by     text,
  ended_by         text,
  primary key (unit, case_no, n)
);
comment on table suspension is '中止: clocks stand from (from_day, to_day]; for the limits whose pack row names the reason';

create table case_event (
  unit         text not null,
  case_no      text not null,
  seq          bigint not null,
  happened_on  date not null,
  recorded_at  timestamptz not null,
  actor        text not null,
  actor_name   text not null,
  kind         text not null,
  body         text not null,
  prev_hash    text not null,
  hash         text not null,
  primary key (unit, case_no, seq)
);
comment on table case_event is 'append-only; the hash covers body, the canonical text, and prev_hash';
revoke update, delete, truncate on case_event from ${appRole};

-- Sealing a day reads what was recorded on it.
create index event_recorded on case_event (unit, recorded_at);

create table ledger_day (
  unit       text not null,
  day        date not null,
  cases      int not null,
  heads      text not null,
  prev_hash  text not null,
  hash       text not null,
  sealed_at  timestamptz not null,
  primary key (unit, day)
);
comment on table ledger_day is 'one row per unit and day chains the heads of all cases that moved since the day before';
revoke update, delete, truncate on ledger_day from ${appRole};

create table correction (
  unit     text not null,
  case_no  text not null,
  n        int not null,
  field    text not null,
  stage    text,
  phase    int,
  round    int,
  was      text,
  becomes  text,
  reason   text not null,
  by_staff text not null,
  on_day   date not null,
  primary key (unit, case_no, n)
);
comment on table correction is '更正: a slip of the pen; old and new kept, no clock touched';

create table contact (
  unit        text not null,
  case_no     text not null,
  n           int not null,
  kind        text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  by_staff    text not null,
  text        text not null,
  stage       text,
  phase       int,
  primary key (unit, case_no, n)
);
comment on table contact is '联系记录: calls, visits, papers, payments; facts can always be recorded';

create table late_entry (
  unit        text not null,
  case_no     text not null,
  n           int not null,
  subject     text not null,
  reference   text not null,
  said_on     date not null,
  recorded_on date not null,
  because     text not null,
  by_staff    text not null,
  state       text not null,
  decided_by  text,
  decided_on  date,
  primary key (unit, case_no, n)
);
comment on table late_entry is '补录: what happened earlier than it was entered; counts once the clerk''s own head approves';
create index late_entry_open on late_entry (unit, case_no) where state = 'PROPOSED';
