-- 催办、督办、站内消息: who pressed whom about what, what was demanded and answered, and what lies in whose box.
create table urging (
  unit             text not null,
  case_no          text not null,
  n                int not null,
  about            text not null,
  about_zh         text not null,
  about_en         text not null,
  said             text not null,
  by_id            text not null,
  by_name          text not null,
  on_day           date not null,
  recorded_at      timestamptz not null,
  recipients       text[] not null,
  answered_on      date,
  answered_by      text,
  answered_by_name text,
  answer           text,
  primary key (unit, case_no, n)
);
comment on table urging is '催办';
comment on column urging.about is 'stage/phase/part, limit:key/standard, or empty for the case as a whole';
-- The same person the same thing once a working day; rest days count with the working day before.
create unique index one_urging_a_day on urging (unit, case_no, about, by_id, on_day);
create index urging_of_recipient on urging using gin (recipients) where answered_on is null;

create table supervised_case (
  unit             text not null,
  case_no          text not null,
  n                int not null,
  about            text not null,
  about_zh         text not null,
  about_en         text not null,
  demand           text not null,
  opened_by        text not null,
  opened_by_name   text not null,
  opened_on        date not null,
  days             int not null,
  answer_by        date not null,
  handled_by       text not null,
  state            text not null,
  answered_on      date,
  answered_by      text,
  answered_by_name text,
  measures         text,
  closed_on        date,
  closed_by        text,
  closed_by_name   text,
  remark           text,
  primary key (unit, case_no, n)
);
comment on table supervised_case is '督办件';
comment on column supervised_case.handled_by is 'the unit that handles the case and has to answer';
comment on column supervised_case.answer_by is 'a cache for sorting only; the latest day is counted by the calendar in force';
create index supervised_by_handler on supervised_case (handled_by, state, answer_by, case_no, n);

create table notice (
  id          bigint generated always as identity primary key,
  staff_no    text not null,
  unit        text not null,
  case_no     text not null,
  kind        text not null,
  args        text not null,
  place       text not null,
  message_id  bigint not null,
  recorded_at timestamptz not null,
  read_at     timestamptz
);
comment on table notice is '站内消息: kind names the sentence, args what it names, place the page where the work is';
-- A message delivered twice lies in a box once.
create unique index one_notice_per_message on notice (message_id, staff_no);
create index notice_unread on notice (staff_no) where read_at is null;
create index notice_of_person on notice (staff_no, id desc);
