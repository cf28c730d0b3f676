-- Accounts, tokens and who signed in. Passwords and tokens are kept as hashes only.

create table account (
  login         text primary key,
  staff_no      text not null,
  password_hash text not null,
  failures      int not null default 0,
  locked_until  timestamptz
);
create index account_of_staff on account (staff_no);

create table access_token (
  token_hash text primary key,
  login      text not null references account,
  staff_no   text not null,
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index access_token_age on access_token (expires_at);

create table sign_in (
  id      bigint generated always as identity primary key,
  login   text not null,
  at      timestamptz not null,
  outcome text not null,
  address text
);
comment on table sign_in is 'every attempt; the login is what was typed, cut to 60 characters';
create index sign_in_by_login on sign_in (login, at);
revoke update, delete, truncate on sign_in from ${appRole};
