alter table connection_case add column handed boolean not null default false;
comment on column connection_case.handed is 'whether it was ever handed from one unit to another, so that case_transfer is read only then';
update connection_case c set handed = true
  where exists (select 1 from case_transfer t where t.unit = c.unit and t.case_no = c.case_no);
