-- Papers looked up by their code are counted too.
alter table portal_try drop constraint if exists portal_try_what_check;
alter table portal_try add constraint portal_try_what_check check (what in ('ADDRESS', 'CASE', 'CODE_ADDRESS', 'CODE_PHONE', 'PAPER'));
