-- An upload sent again after a broken line finds what came before it.
create index stored_file_content on stored_file (unit, address);
