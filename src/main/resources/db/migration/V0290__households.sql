-- 低压批量: the households of a community, supplied together by a case linked to the community's.
create table household_batch (
  unit         text not null,
  case_no      text not null,
  community_no text not null,
  phase        int not null,
  primary key (unit, case_no)
);
comment on table household_batch is '户表批量';
comment on column household_batch.phase is 'the phase of the community its households belong to; 0 where it is built at once';
create index household_batch_community on household_batch (unit, community_no);

create table household (
  unit        text not null,
  case_no     text not null,
  n           int not null,
  address     text not null,
  standard    text not null,
  area_m2     numeric(8, 2) not null,
  kw          numeric(8, 2) not null,
  asset_no    text not null,
  start_kwh   numeric(12, 2) not null,
  seal_no     text not null,
  state       text not null,
  left_out    text,
  consumer_no text,
  primary key (unit, case_no, n),
  foreign key (unit, case_no) references household_batch
);
comment on table household is '户表清单';
comment on column household.n is 'its place in the list; its meter, supply and billing card carry it as their phase';
comment on column household.state is 'LISTED, METERED, SUPPLIED, or OUT for one that was left out';
-- A household, and a meter, is in one list at a time.
create unique index household_place on household (unit, standard) where state <> 'OUT';
create unique index household_meter on household (unit, asset_no) where state <> 'OUT';
