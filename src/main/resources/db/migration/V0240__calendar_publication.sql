-- What was published above the years that ship with the program, in order; a later one goes over an earlier one.
create table calendar_publication (
  n            bigint generated always as identity primary key,
  year         int         not null,
  day          date,
  title        text        not null,
  number       text        not null,
  days         text        not null,
  published_at timestamptz not null
);
comment on table calendar_publication is '放假安排: a whole year (day is null) or one day of a published year, as two persons published it';
comment on column calendar_publication.days is 'Lines date,REST|WORK,occasion,occasion in English, as in work_calendar.';
revoke update, delete, truncate on calendar_publication from ${appRole};
