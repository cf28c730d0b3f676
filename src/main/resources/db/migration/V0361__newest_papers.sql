-- The newest paper of a kind, to try a wording on.
create index letter_newest on letter (unit, kind, issued_on desc);
create index receipt_newest on receipt (unit, kind, issued_on desc);
