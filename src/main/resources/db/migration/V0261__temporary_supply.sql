-- 临时用电: a supply for a time, from its energising to its end.
create table temporary_supply (
  unit          text not null,
  case_no       text not null,
  handled_by    text not null,
  customer_id   bigint not null,
  premises_id   bigint not null,
  pack          text not null,
  consumer_no   text not null,
  purpose       text not null,
  energised_on  date not null,
  until         date not null,
  prolongations int not null default 0,
  watch_on      date not null,
  state         text not null,
  expired_on    date,
  task_for      text,
  ended_on      date,
  successor     text,
  primary key (unit, case_no)
);
comment on column temporary_supply.watch_on is 'the next day on which to remind, or the day after the last, on which it has run out';
comment on column temporary_supply.task_for is 'the account manager who has to see to an expired supply';
comment on column temporary_supply.successor is 'the case that is to make it permanent';
create index temporary_supply_watch on temporary_supply (watch_on, case_no) where state = 'RUNNING';
create index temporary_supply_place on temporary_supply (unit, customer_id, premises_id) where state in ('RUNNING', 'EXPIRED');
create index temporary_supply_successor on temporary_supply (unit, successor) where successor is not null;
create index temporary_supply_end on temporary_supply (until, case_no);
