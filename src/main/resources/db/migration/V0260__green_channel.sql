-- 绿色通道: granted once for a case; what is outstanding is read from papers and stages.
create table green_channel (
  unit            text not null,
  case_no         text not null,
  granted_by      text not null,
  granted_by_name text not null,
  granted_on      date not null,
  reason          text not null,
  note            text,
  evidence        text not null,
  primary key (unit, case_no)
);
revoke update, delete, truncate on green_channel from ${appRole};

alter table stage_part add column priority smallint not null default 1;
comment on column stage_part.priority is '0 in a case with a green channel, else 1; a copy of the fact, for sorting only';
-- The worklist: open parts of a unit and role, green channels first, then by due day.
create index worklist_by_urgency on stage_part (responsible_unit, role, priority, coalesce(due_on, date '9999-12-31'), case_no, stage, phase, part)
  where state = 'OPEN';
create index worklist_of_person_by_urgency on stage_part (assignee, priority, coalesce(due_on, date '9999-12-31'), case_no, stage, phase, part)
  where state = 'OPEN';
drop index worklist;
drop index worklist_of_person;
