-- Who works where. Units are few and read often: the program keeps them in memory and watches organisation_revision.

create table unit (
  code text primary key,
  name text not null
);
comment on table unit is '供电单位: province (2 digits), city (4), county (6); a code starts with the code of the unit above';

create table hall (
  code  text primary key,
  unit  text not null references unit,
  name  text not null,
  phone text not null
);
comment on table hall is '营业厅';

create table staff (
  staff_no text primary key,
  name     text not null,
  phone    text not null,
  active   boolean not null default true
);

create table post (
  staff_no   text not null references staff,
  unit       text not null references unit,
  department text not null,
  role       text not null,
  primary key (staff_no, unit, role)
);
comment on table post is '岗位任职: one person may wear several hats';

create table delegation (
  id         bigint generated always as identity primary key,
  from_staff text not null references staff,
  to_staff   text not null references staff,
  unit       text not null references unit,
  role       text not null,
  from_day   date not null,
  to_day     date not null,
  made_by    text not null,
  check (from_day <= to_day),
  check (from_staff <> to_staff)
);
comment on table delegation is '代理授权';

create table staff_leave (
  staff_no text not null references staff,
  from_day date not null,
  to_day   date not null,
  primary key (staff_no, from_day),
  check (from_day <= to_day)
);

create table manager_area (
  unit        text not null references unit,
  area_prefix text not null,
  a_manager   text not null references staff,
  b_manager   text references staff,
  primary key (unit, area_prefix)
);
comment on table manager_area is '客户经理 A、B 角 by 台区 or quarter; the longest prefix wins';

create table organisation_revision (
  one      boolean primary key default true check (one),
  revision bigint not null
);
insert into organisation_revision (revision) values (0);
