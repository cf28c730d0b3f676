-- The latest cases a unit handles, and those its halls accepted for another: few, and the only ones to be looked for outside its own city.
create index case_of_handler_by_day on connection_case (unit, handled_by, registered_on desc, case_no desc);
create index case_accepted_elsewhere on connection_case (accepted_by_unit, registered_on desc, case_no desc) include (unit) where accepted_by_unit <> handled_by;
-- It served nothing else.
drop index case_by_day;
