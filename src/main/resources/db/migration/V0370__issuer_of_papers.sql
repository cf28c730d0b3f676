-- In whose name a paper was issued: the company that handled the case that day. By it the newest paper of a kind and wording is found at once.
-- Null where a program that did not know of it wrote the row; such a paper is no specimen.
alter table letter add column issuer text;
alter table receipt add column issuer text;
update letter l set issuer = c.handled_by from connection_case c where c.unit = l.unit and c.case_no = l.case_no;
update receipt r set issuer = c.handled_by from connection_case c where c.unit = r.unit and c.case_no = r.case_no;
drop index letter_newest;
drop index receipt_newest;
create index letter_specimen on letter (unit, issuer, kind, coalesce(content ->> 'variant', ''), issued_on desc, case_no desc);
create index receipt_specimen on receipt (unit, issuer, kind, coalesce(content ->> 'variant', ''), issued_on desc, case_no desc);
