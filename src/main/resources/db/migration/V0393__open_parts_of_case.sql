-- The open parts of a case without those that are closed: what waits with others is counted over all cases of an account manager.
create index part_open_of_case on stage_part (unit, case_no) include (assignee) where state = 'OPEN';
