-- Accounts an administrator has locked, and the mark by which a wrong master key is noticed.

alter table account add column locked_at timestamptz;
alter table account add column locked_by text;
comment on column account.locked_at is 'locked by an administrator until a new password is given; locked_until is the quarter of an hour after failures';

comment on table sign_in is 'every attempt; the login stands there only when there is such an account, for a password typed into the wrong field must not be kept';
comment on column sign_in.outcome is 'SIGNED_IN, REFUSED (wrong password), LOCKED, LEFT (no longer with the company), UNKNOWN (no such login)';

create table master_key_mark (
  one  boolean primary key default true check (one),
  mark text not null
);
comment on table master_key_mark is 'Drawn from the master key of the first start; tells nothing of it. Personal data and files can only be read with that key.';
revoke update, delete, truncate on master_key_mark from ${appRole};
