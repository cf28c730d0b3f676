-- Which cases stand at a stage: the calendar of crews and the board of connections.
create index stage_run_open on stage_run (unit, stage, state, case_no) where state in ('OPEN', 'WAITING') and not superseded;
