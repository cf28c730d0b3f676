-- Questions whether a paper is ours are counted by address, as tries to open a case are.
alter table portal_try drop constraint portal_try_what_check;
alter table portal_try add check (what in ('ADDRESS', 'CASE', 'CODE_ADDRESS', 'CODE_PHONE', 'PAPER'));
