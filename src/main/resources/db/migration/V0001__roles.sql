-- The owner migrates; the program's own role reads and writes rows and changes no table.
-- What must never change (the ledger) is revoked table by table.
grant usage on schema public to ${appRole};
alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema public grant usage on sequences to ${appRole};
