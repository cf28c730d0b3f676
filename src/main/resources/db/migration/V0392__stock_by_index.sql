-- 结存 of a unit is reckoned over its cases on their way by the index alone: that of V0376, with the two days of V0390.
drop index under_way_by_day;
create index under_way_by_day on under_way (unit, handled_by, due_on, case_no) include (owner, held, capacity_kva, lies_with, awaits_capacity, accepted_on, powered_on);
