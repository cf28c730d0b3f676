-- 待办: one list for all hats, read hat by hat from an index; counts read nothing but the index.
alter table stage_part add column held boolean not null default false;
comment on column stage_part.held is 'its case is on hold; a copy of the case''s status, so that the worklist need not look at the case';
update stage_part p set held = true from connection_case c
  where c.unit = p.unit and c.case_no = p.case_no and c.status = 'ON_HOLD' and p.state = 'OPEN';

drop index worklist_by_urgency;
drop index worklist_of_person_by_urgency;
create index worklist_by_urgency on stage_part (responsible_unit, role, priority, coalesce(due_on, date '9999-12-31'), case_no, stage, phase, part)
  include (assignee, held, due_on) where state = 'OPEN';
create index worklist_of_person_by_urgency on stage_part (assignee, priority, coalesce(due_on, date '9999-12-31'), case_no, stage, phase, part)
  include (held, due_on, responsible_unit, role) where state = 'OPEN';
-- What nobody has taken yet, for the list of all who might.
create index worklist_untaken on stage_part (responsible_unit, role, priority, coalesce(due_on, date '9999-12-31'), case_no, stage, phase, part)
  include (held, due_on) where state = 'OPEN' and assignee is null;
-- What somebody closed, the newest first (办结).
create index part_closed_by on stage_part (closed_by, closed_on desc, case_no desc, stage desc, phase desc, round desc, part desc) where closed_by is not null;
-- An account manager's cases on their way, wherever they are.
create index case_of_owner on connection_case (owner, case_no) where status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD');
-- Runs that wait for the customer.
create index run_waiting on stage_run (unit, case_no) where state = 'WAITING';
create index suspension_standing on suspension (unit, case_no) where effective and to_day is null;
-- What customers did themselves, lately.
create index event_of_customer on case_event (recorded_at) where actor like 'customer:%';
