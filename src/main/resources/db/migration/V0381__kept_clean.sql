-- Rows that acts change again and again are cleaned when a fiftieth of the table is dead, not a fifth: the figures and lists that are told by the index alone
-- go to the table for each row of a page that was changed since.
alter table under_way set (autovacuum_vacuum_scale_factor = 0.02);
alter table connection_case set (autovacuum_vacuum_scale_factor = 0.02);
alter table stage_run set (autovacuum_vacuum_scale_factor = 0.02);
alter table stage_part set (autovacuum_vacuum_scale_factor = 0.02);
alter table time_limit set (autovacuum_vacuum_scale_factor = 0.02);
-- Of these most rows are done with; what is looked for among them is the little that is not.
alter table outbox set (autovacuum_vacuum_scale_factor = 0.02);
alter table paper_print set (autovacuum_vacuum_scale_factor = 0.02);
alter table idempotency set (autovacuum_vacuum_scale_factor = 0.02);
