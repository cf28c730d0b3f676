-- How far the tales of the sample province have been told (演练). One row for each tale begun; the moment up to which they are told stands once.
create table drill_sample (
  only_row   boolean primary key default true check (only_row),
  told_until timestamptz not null
);
create table drill_tale (
  tale    text primary key,
  case_no text not null,
  steps   integer not null
);
comment on table drill_tale is '示范案件: the case a tale made, and how many of its steps were played';
