-- Answers given, by the caller's key: a retry gets the same one. Kept for 48 hours.
create table idempotency (
  principal  text not null,
  key        text not null,
  act        text not null,
  body_hash  text not null,
  status     int not null default 0,
  response   text,
  created_at timestamptz not null,
  primary key (principal, key)
);
create index idempotency_age on idempotency (created_at);
