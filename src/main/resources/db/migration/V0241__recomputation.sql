-- Which calendar the running days of a case were last reckoned by; a case on its way that has another than the one in force is reckoned anew.
alter table connection_case add column calendar_version text not null default '';
comment on column connection_case.calendar_version is 'the calendar by which due days of its running limits and open parts stand';
create index case_by_calendar on connection_case (calendar_version, unit, case_no)
  where status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD');

create table calendar_recomputation (
  id               bigint generated always as identity primary key,
  calendar_version text        not null,
  started_at       timestamptz not null,
  finished_at      timestamptz,
  cases            bigint      not null default 0,
  limits_moved     bigint      not null default 0,
  parts_moved      bigint      not null default 0,
  cursor_version   text        not null default '',
  cursor_unit      text        not null default '',
  cursor_case      text        not null default ''
);
comment on table calendar_recomputation is '日历变更后的重算: one row for each calendar that came into force, with how far its recomputation is';
comment on column calendar_recomputation.cursor_case is 'the last case reckoned anew; a program that was killed goes on after it';

-- The latest cases of a city, for trying a pack on them.
create index case_by_day on connection_case (unit, registered_on desc, case_no desc);
