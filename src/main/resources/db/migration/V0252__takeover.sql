-- Cases taken over from an old system keep its number beside ours; taking the same one over again does nothing.
alter table connection_case add column original_no text;
alter table connection_case add column original_system text;
create unique index one_case_per_original on connection_case (unit, original_no) where original_no is not null;
create index case_by_original on connection_case (original_no) where original_no is not null;

alter table suspension add column claimed boolean not null default false;
comment on column suspension.claimed is 'taken over without evidence: shown beside the limit, never deducted';
