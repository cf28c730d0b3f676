-- 预约与派工: when who comes to which customer, and the crews that go.
create table crew (
  unit          text not null,
  company       text not null,
  name          text not null,
  role          text not null,
  people        text[] not null check (cardinality(people) > 0),
  per_half_day  int not null check (per_half_day between 1 and 20),
  primary key (unit, company, name)
);
comment on table crew is '班组: people who go out together; the first leads';
comment on column crew.company is 'the city or county company it belongs to; unit is always its city';

create table crew_change (
  id          bigint generated always as identity primary key,
  unit        text not null,
  company     text not null,
  name        text not null,
  changed_on  date not null,
  changed_by  text not null,
  became      text not null
);
comment on table crew_change is 'who changed a crew, when, and what it became; append-only';

create table appointment (
  unit         text not null,
  case_no      text not null,
  n            int not null,
  company      text not null,
  stage        text not null,
  phase        int not null,
  customer     text not null,
  place        text not null,
  people       text[] not null,
  crew         text,
  day          date not null,
  slot         text not null,
  starts       time,
  ends         time,
  state        text not null,
  wishes       text not null default '[]',
  note         text,
  photo        text,
  made_on      date not null,
  primary key (unit, case_no, n)
);
comment on table appointment is '预约: one visit to the customer; its changes stand in the ledger of the case';
comment on column appointment.company is 'the city or county company whose people come: the scope';
comment on column appointment.wishes is 'other times the customer asked for';
-- One visit at a time is on for a stage.
create unique index one_appointment_per_stage on appointment (unit, case_no, stage, phase) where state in ('PROPOSED', 'AGREED');
-- The calendar of a company, and who is taken on a day.
create index appointment_day on appointment (unit, day, company);

create table appointment_answer (
  unit         text not null,
  case_no      text not null,
  n            int not null,
  part         text not null,
  coming       boolean not null,
  reason       text,
  by_staff     text not null,
  by_name      text not null,
  answered_on  date not null,
  primary key (unit, case_no, n, part)
);
comment on table appointment_answer is '联合勘查、联合验收: whether the colleague of a part comes; asked anew when the time changes';

-- Outages of a company in a week, whatever the feeder.
create index planned_outage_time on planned_outage (unit, ends_at);
revoke update, delete, truncate on crew_change from ${appRole};
