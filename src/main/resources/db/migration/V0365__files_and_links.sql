-- Files: by whose number they came, and when the scanner was last asked about one that waits.
alter table stored_file add column uploaded_by_id text;
comment on column stored_file.uploaded_by_id is 'the actor''s id; names are not unique. Null for files kept before it was noted';
alter table stored_file add column scan_tried_at timestamptz;
comment on column stored_file.scan_tried_at is 'when the scanner would not say of this very file; it goes to the end of the queue';
drop index stored_file_waiting;
create index stored_file_waiting on stored_file (coalesce(scan_tried_at, uploaded_at)) where scan = 'WAITING';

-- 手机传资料: every try counts, also one that is refused.
alter table phone_link add column tries int not null default 0;
alter table phone_link add column minute_from timestamptz;
alter table phone_link add column minute_tries int not null default 0;
comment on column phone_link.minute_from is 'when the minute began in which minute_tries are counted';

alter table portal_try drop constraint portal_try_what_check;
alter table portal_try add check (what in ('ADDRESS', 'CASE', 'CODE_ADDRESS', 'CODE_PHONE', 'PAPER', 'FILE'));

-- Drafts of online applications lie under a keyed digest from now on; what lies under a plain one is found by nobody any more.
delete from draft where owner like 'phone:%';
comment on column draft.owner is 'a staff number, or phone: and a keyed digest of a number that was proven';
