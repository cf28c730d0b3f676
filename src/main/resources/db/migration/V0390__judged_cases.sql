-- 考核台账: what figures over ended cases go by, one narrow row for each, written by the act that ends it and by every later act that moves its days.
create table judged_case (
  unit         text not null,
  case_no      text not null,
  handled_by   text not null,
  owner        text not null,
  category     text not null,
  business     text not null,
  ended_on     date not null,
  ending       text not null,
  accepted_on  date,
  powered_on   date,
  capacity_kva numeric not null,
  due_links    text not null,
  late_links   text not null,
  explained    boolean not null,
  company_days int not null,
  answer       text not null,
  taken_over   boolean not null,
  primary key (unit, case_no)
);
comment on table judged_case is '考核台账: an ended case as a unit is judged by it; which limits count stands in the pack''s assessment tables';
comment on column judged_case.category is 'HV, LV, DG_CHARGING as the pack''s assessment-category says; NONE where nobody is judged by it, or no link was due';
comment on column judged_case.due_links is 'the letters of assessment-link whose limits ran to their end, in order';
comment on column judged_case.late_links is 'those of them that were late, explained or not';
comment on column judged_case.explained is 'whether everything late was explained before its day; late all the same';
comment on column judged_case.company_days is 'working days used of the links due';
comment on column judged_case.answer is 'what the customer said when called back; empty where nobody called';

-- Lists, unit by unit; what is rare has an index of its own.
create index judged_by_day on judged_case (unit, handled_by, ended_on, case_no) include (category, ending, late_links);
create index judged_late on judged_case (unit, handled_by, ended_on, case_no) include (category, ending, late_links) where late_links <> '';
create index judged_unfinished on judged_case (unit, handled_by, ended_on, case_no) where ending <> 'ARCHIVED';
create index judged_by_nobody on judged_case (unit, handled_by, ended_on, case_no) where category = 'NONE';
create index judged_answer on judged_case (unit, handled_by, answer, ended_on, case_no) where ending = 'ARCHIVED';

-- 考核日报: the sums of judged_case, so that a province's year is read without its cases. Written in the same statement's company as the rows.
create table judged_day (
  unit         text not null,
  handled_by   text not null,
  day          date not null,
  category     text not null,
  ending       text not null,
  due_links    text not null,
  late_links   text not null,
  answer       text not null,
  cases        int not null,
  explained    int not null,
  company_days int not null,
  powered      int not null,
  process_days int not null,
  primary key (unit, handled_by, day, category, ending, due_links, late_links, answer)
);
comment on table judged_day is '考核日报: how many judged cases of a day are alike, and their days; the sum of its judged_case rows';
comment on column judged_day.process_days is 'calendar days from acceptance to power, of the powered ones';

-- 结存日报: what ended cases brought in and took out, on which day.
create table stock_day (
  unit           text not null,
  handled_by     text not null,
  day            date not null,
  accepted       bigint not null,
  accepted_kva   numeric not null,
  energised      bigint not null,
  energised_kva  numeric not null,
  terminated     bigint not null,
  terminated_kva numeric not null,
  primary key (unit, handled_by, day)
);
comment on table stock_day is '结存日报: cases and kVA accepted, energised and terminated, of cases that have ended; those on their way stand in under_way';

-- When a case on its way was accepted, and when all of it had power.
alter table under_way add column accepted_on date, add column powered_on date;
update under_way w set accepted_on = c.accepted_on from connection_case c where c.unit = w.unit and c.case_no = w.case_no;
update under_way w set powered_on = r.closed_on
from (select unit, case_no, max(closed_on) as closed_on, bool_and(state = 'CLOSED' and outcome = 'PASSED') as whole from stage_run
      where stage in ('energisation', 'household-energisation') and not superseded group by unit, case_no) r
where r.unit = w.unit and r.case_no = w.case_no and r.whole;
