-- 在途: what figures and lists of cases on their way go by, one narrow row for each. Beside connection_case and not on it: a moved day would else be entered anew in every index of that table.
create table under_way (
  unit            text not null,
  case_no         text not null,
  handled_by      text not null,
  owner           text not null,
  held            boolean not null,
  due_on          date not null,
  capacity_kva    numeric not null,
  lies_with       text not null,
  awaits_capacity boolean not null,
  primary key (unit, case_no)
);
comment on table under_way is '在途: written by the act that changes it, taken out when the case ends; what is late is said by the day one reads it';
comment on column under_way.owner is 'empty where nobody has the case yet';
comment on column under_way.due_on is 'the nearest latest day of a committed limit that runs; 9999-12-31 where none does';
comment on column under_way.lies_with is 'COMPANY, CUSTOMER, THIRD or GRID: with whom it lies';

-- Reasons and stages as the packs published so far name them; the next act of a case goes by its own pack.
insert into under_way (unit, case_no, handled_by, owner, held, due_on, capacity_kva, lies_with, awaits_capacity)
select c.unit, c.case_no, c.handled_by, coalesce(c.owner, ''), c.status = 'ON_HOLD', coalesce(near.due_on, date '9999-12-31'), coalesce((c.facts::jsonb ->> 'capacityKva')::numeric, 0),
  case when exists (select 1 from suspension s where s.unit = c.unit and s.case_no = c.case_no and s.effective and s.to_day is null
      and s.reason in ('GOVERNMENT_PERMIT', 'FORCE_MAJEURE', 'LAND_OR_DEMOLITION')) then 'THIRD'
    when short.of_capacity then 'GRID'
    when exists (select 1 from stage_part p where p.unit = c.unit and p.case_no = c.case_no and p.state = 'OPEN') then 'COMPANY'
    when exists (select 1 from stage_run r where r.unit = c.unit and r.case_no = c.case_no and r.state = 'WAITING' and not r.superseded) then 'CUSTOMER'
    else 'COMPANY' end,
  short.of_capacity
from connection_case c
left join (select unit, case_no, min(due_on) as due_on from time_limit where state = 'RUNNING' and standard = 'COMMITTED' group by unit, case_no) near on near.unit = c.unit and near.case_no = c.case_no
cross join lateral (select exists (select 1 from stage_run r where r.unit = c.unit and r.case_no = c.case_no and r.stage in ('constrained-reply', 'relief')
  and r.state in ('OPEN', 'WAITING') and not r.superseded) as of_capacity) short
where c.status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD');

-- Figures read nothing but the index; a list walks it unit by unit.
create index under_way_by_day on under_way (unit, handled_by, due_on, case_no) include (owner, held, capacity_kva, lies_with, awaits_capacity);
create index under_way_of_owner on under_way (owner, due_on, case_no) include (unit, handled_by, held, lies_with, awaits_capacity);
create index under_way_held on under_way (unit, handled_by, due_on, case_no) include (owner, lies_with, awaits_capacity) where held;
create index under_way_awaiting on under_way (unit, handled_by, due_on, case_no) include (owner, held, lies_with) where awaits_capacity;
