-- 网上查询:客户凭申请编号和电话后四位打开自己的申请。The customer's own door to her case.

create table portal_session (
  token_hash text primary key,
  case_no    text not null,
  opened_at  timestamptz not null,
  expires_at timestamptz not null
);
comment on table portal_session is 'Open looks of customers into their case; the token itself is in the browser only.';
create index portal_session_age on portal_session (expires_at);

create table portal_try (
  what  text not null check (what in ('ADDRESS', 'CASE')),
  hash  text not null,
  since timestamptz not null,
  tries int not null,
  primary key (what, hash)
);
comment on table portal_try is 'Tries to open a case, by the hash of the network address and of the number typed, whether there is such a case or not.';
create index portal_try_age on portal_try (since);
