-- What a change of the calendar may move is counted before it is proposed.
create index limit_span on time_limit (due_on, day0) include (unit, case_no) where state = 'RUNNING' and day_unit = 'WORKING_DAY';
