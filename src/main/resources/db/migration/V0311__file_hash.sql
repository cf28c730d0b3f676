-- What an index of a file's papers says of each, and what whoever holds a copy can reckon again. Files kept before have it reckoned when asked.
alter table stored_file add column sha256 text check (sha256 ~ '^[0-9a-f]{64}$');
