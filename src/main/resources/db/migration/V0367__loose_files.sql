-- 无主附件:files that came into nothing are let go of after a time.
create index stored_file_loose on stored_file (uploaded_at) where case_no is null and uploaded_by_id not like 'system:%';
create index case_document_file on case_document (unit, file_id) where file_id is not null;
create index phone_file_file on phone_file (file_id);

create table discarded_content (
    unit         text not null,
    address      text not null,
    discarded_at timestamptz not null,
    primary key (unit, address)
);
comment on table discarded_content is 'Content whose row is gone and which is to be deleted from the store, unless it is kept again before; a kill in between loses nothing.';
create index discarded_content_age on discarded_content (discarded_at);
