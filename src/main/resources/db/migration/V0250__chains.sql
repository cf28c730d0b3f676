-- Needs, not numbers: linked cases, transfers between units, cases taken over from an old system.

create table if not exists case_link (
  unit       text not null,
  case_no    text not null,
  kind       text not null,
  other_unit text not null,
  other_no   text not null,
  primary key (unit, case_no, kind, other_unit, other_no)
);
-- From the earlier case to the later.
create index if not exists case_link_back on case_link (other_unit, other_no, kind);

insert into case_link (unit, case_no, kind, other_unit, other_no)
  select unit, case_no, 'SUCCEEDS', substr(predecessor, 1, 4), predecessor from connection_case where predecessor is not null
  on conflict do nothing;
comment on column connection_case.predecessor is 'retired: case_link says it (SUCCEEDS)';
-- A case has one successor at the most, also under a race.
create unique index one_successor on case_link (other_unit, other_no) where kind = 'SUCCEEDS';

alter table connection_case add column premises_unit text;
comment on column connection_case.premises_unit is 'the city or county company the premises lie in; handled_by where it is not known';

-- A scan may lie in the file of a later case for the same need too.
create table stored_file_share (
  unit    text not null,
  file_id text not null,
  case_no text not null,
  primary key (unit, file_id, case_no),
  foreign key (unit, file_id) references stored_file
);
