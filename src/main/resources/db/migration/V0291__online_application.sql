-- 网上申请: telephone numbers proven by one-time codes, and, in a drill, the text messages nobody sends.
create table phone_code (
  phone_hash text primary key,
  code_hash  text not null,
  expires_at timestamptz not null,
  tries      int not null
);
comment on table phone_code is '短信验证码: the last one sent to each number, by its hash';
create index phone_code_age on phone_code (expires_at);

create table phone_proof (
  token_hash text primary key,
  phone_hash text not null,
  expires_at timestamptz not null
);
comment on table phone_proof is 'who has proven a number; the token itself is in the page only';
create index phone_proof_age on phone_proof (expires_at);

create table drill_text (
  n       bigint generated always as identity primary key,
  phone   text not null,
  text    text not null,
  sent_at timestamptz not null
);
comment on table drill_text is '演练短信: shown on a page instead of being sent';

alter table portal_try drop constraint portal_try_what_check;
alter table portal_try add check (what in ('ADDRESS', 'CASE', 'CODE_ADDRESS', 'CODE_PHONE'));
