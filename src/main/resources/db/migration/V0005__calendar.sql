create table drill_clock (
  only_row      boolean primary key default true check (only_row),
  offset_millis bigint      not null,
  moved_at      timestamptz not null
);
comment on table drill_clock is 'How far the business clock of a drill is ahead of the machine clock; no row: not moved.';

create table work_calendar (
  version       text primary key,
  days          text        not null,
  first_used_at timestamptz not null
);
comment on table work_calendar is 'Every calendar this program ever counted by, so that a frozen limit can still list its reasons.';
comment on column work_calendar.days is 'Lines date,REST|WORK,occasion,occasion in English, as in calendar/cn.csv without its header.';
revoke update, delete, truncate on work_calendar from ${appRole};
