-- Who changed what in the organisation, one-time passwords, and when a browser was last used.

alter table staff add column unit text references unit;
comment on column staff.unit is 'where she was entered: who holds no post belongs there; null for those who came with their posts';

create table administration_trace (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  unit       text        not null,
  subject    text        not null,
  act        text        not null,
  args       text[]      not null,
  actor      text        not null,
  actor_name text        not null
);
comment on table administration_trace is '人事与账号变动记录: who did what to whom, when, in which unit; the sentence is put together from act and args';
create index administration_trace_of_subject on administration_trace (subject, id);
create index administration_trace_of_unit on administration_trace (unit text_pattern_ops, id);
revoke update, delete, truncate on administration_trace from ${appRole};

alter table account add column one_time_until timestamptz;
comment on column account.one_time_until is 'the password is a one-time password, good until then; the first thing to do with it is to choose another. Null: her own';
comment on column sign_in.outcome is 'SIGNED_IN, REFUSED (wrong password), LOCKED, LEFT (no longer with the company), UNKNOWN (no such login), EXPIRED (one-time password too old)';

alter table access_token add column last_used_at timestamptz;
comment on column access_token.last_used_at is 'when a page was last asked for with it, to the minute; null: not since it was issued';
create index access_token_of_staff on access_token (staff_no);
