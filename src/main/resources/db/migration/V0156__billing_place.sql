-- A place of a book is one card's, whatever its phase.
drop index billing_card_place;
create unique index billing_card_place on billing_card (unit, book, sequence);
