-- 草稿: what somebody has typed into a form and not handed in, on whatever machine she goes on.
create table draft (
  owner    text not null,
  form     text not null,
  sealed   bytea not null,
  saved_at timestamptz not null,
  primary key (owner, form)
);
comment on table draft is '草稿: hers alone, encrypted, ninety days';
comment on column draft.owner is 'a staff number, or phone: and the hash of a number that was proven';
create index draft_age on draft (saved_at);
