-- Runs that wait for the customer, told by the index alone.
drop index run_waiting;
create index run_waiting on stage_run (unit, case_no) where state = 'WAITING' and not superseded;
-- The same columns in the same order as case_by_day.
drop index case_by_registration;
