-- 电费建卡: reading books of a unit, and the cards of accounts by the case and phase that brought them.
create table reading_book (
    unit        text not null,
    book        text not null,
    reading_day integer not null check (reading_day between 1 and 28),
    cycle       text not null,
    primary key (unit, book)
);
comment on table reading_book is '抄表段(本)';
comment on column reading_book.reading_day is '抄表例日: the day of the month; changed only with notice to the customers';

create table billing_card (
    unit                text not null,
    case_no             text not null,
    phase               integer not null,
    consumer_no         text not null,
    category            text not null,
    scheme              text not null,
    power_factor        numeric(4, 2),
    book                text not null,
    sequence            integer not null,
    first_reading_on    date not null,
    line_loss_percent   numeric(6, 3),
    iron_loss_kw        numeric(8, 3),
    copper_loss_percent numeric(6, 3),
    primary key (unit, case_no, phase),
    foreign key (unit, book) references reading_book
);
comment on table billing_card is '电费卡';
comment on column billing_card.power_factor is 'null where it is not adjusted';
-- A place of a book is one card's; phases of a case may share it.
create unique index billing_card_place on billing_card (unit, book, sequence, phase);

create table billing_card_meter (
    unit       text not null,
    case_no    text not null,
    phase      integer not null,
    asset_no   text not null,
    point      text not null,
    multiplier numeric(12, 4) not null,
    start_kwh  numeric(12, 2) not null,
    primary key (unit, case_no, phase, asset_no),
    foreign key (unit, case_no, phase) references billing_card
);
comment on column billing_card_meter.multiplier is '倍率: what the meter shows times this was used';
