create table case_transfer (
  unit             text not null,
  case_no          text not null,
  n                int not null,
  from_unit        text not null,
  to_unit          text not null,
  to_hall          text,
  reason           text not null,
  former_premises  text not null,
  former_area      text,
  asked_on         date not null,
  asked_by         text not null,
  asked_by_name    text not null,
  due_on           date not null,
  state            text not null,
  answered_on      date,
  answered_by      text,
  answered_by_name text,
  answer           text,
  primary key (unit, case_no, n)
);
comment on table case_transfer is '移交承办: a case handed to another unit of the same city, which takes it or returns it by due_on';
-- What a unit has been handed and not yet answered, the most urgent first.
create index transfer_open on case_transfer (unit, to_unit, due_on, case_no) where state = 'OPEN';
