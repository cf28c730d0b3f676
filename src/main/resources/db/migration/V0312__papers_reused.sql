-- Whose a paper is, where it is not the applicant's own; and the earlier case of the customer it was taken over from.
alter table case_document add column holder text;
alter table case_document add column reused_from text;
