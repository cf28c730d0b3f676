-- Messages of acts, written in their transaction, dispatched afterwards in order per case.

create table outbox (
  id              bigint generated always as identity primary key,
  unit            text not null,
  case_no         text not null,
  seq             bigint not null,
  topic           text not null,
  payload         text not null,
  recorded_at     timestamptz not null,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  dispatched_at   timestamptz,
  last_error      text
);
comment on table outbox is '发件箱: at least once; case_no and seq tell a receiver that a message is a repeat';
-- What is due, oldest first.
create index outbox_due on outbox (next_attempt_at, id) where dispatched_at is null;
-- Whether an earlier message of the case is still waiting.
create index outbox_of_case on outbox (unit, case_no, id) where dispatched_at is null;
