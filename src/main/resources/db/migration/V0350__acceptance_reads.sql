-- At each acceptance the open cases of a unit are counted by account manager, out of the index alone.
create index case_by_owner_open on connection_case (unit, handled_by, owner)
  where status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD') and owner is not null;
-- The latest cases of a company, newest first, without reading all of them.
create index case_by_registration on connection_case (unit, registered_on desc, case_no desc);
