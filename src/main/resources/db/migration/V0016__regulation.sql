-- Published packs. What was published under a name stays what it is; a pack put in force anew gets another name.
create table regulation_pack (
  id           text primary key,
  hash         text not null,
  published_at timestamptz not null,
  files        jsonb not null
);
comment on table regulation_pack is '规则包: the files of each published pack, by name';
revoke update, delete, truncate on regulation_pack from ${appRole};
