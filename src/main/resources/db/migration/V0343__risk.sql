-- 在途与风险: what was closed month by month, and times that ask to be looked at.
create index case_archived on connection_case (unit, handled_by, ended_on) where status = 'ARCHIVED';
create index late_entry_by_day on late_entry (unit, recorded_on desc);
create index correction_by_day on correction (unit, on_day desc);
create index limit_met_on_its_last_day on time_limit (unit, stopped_on desc) where verdict = 'IN_TIME' and stopped_on = due_on;
