-- 病毒扫描:a file the scanner has not called clean yet is kept, but neither shown nor used.
alter table stored_file add column scan text not null default 'OFF' check (scan in ('OFF', 'WAITING', 'CLEAN', 'FOUND'));
alter table stored_file add column virus text;
create index stored_file_waiting on stored_file (uploaded_at) where scan = 'WAITING';
