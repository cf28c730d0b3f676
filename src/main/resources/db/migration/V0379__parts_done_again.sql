-- What came back is a handful among the hundreds a person has open; it is read on every opening of the first page.
create index part_again_of_person on stage_part (assignee) where state = 'OPEN' and round > 1;
create index part_again on stage_part (responsible_unit, role) where state = 'OPEN' and round > 1;
