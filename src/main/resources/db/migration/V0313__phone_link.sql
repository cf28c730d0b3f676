-- 手机传资料:柜台的二维码,客户用手机把照片传到资料清单的一项。The token itself is in the square code and the browsers only.
create table phone_link (
  token_hash text primary key,
  unit       text not null,
  case_no    text,
  opened_by  text not null,
  opened_at  timestamptz not null,
  expires_at timestamptz not null,
  items      text not null
);
comment on table phone_link is 'Short-lived links by which a customer''s telephone sends pictures of her papers to the desk she stands at.';
create index phone_link_age on phone_link (expires_at);

create table phone_file (
  token_hash  text not null references phone_link on delete cascade,
  n           int not null,
  type        text not null,
  file_id     text not null,
  name        text not null,
  received_at timestamptz not null,
  primary key (token_hash, n)
);
