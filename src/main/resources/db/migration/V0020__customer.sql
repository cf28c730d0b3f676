-- Customers, premises, consumer accounts, arrears. Numbers that identify a person are encrypted; the last four characters stand beside them in clear.

create sequence customer_seq;
create sequence premises_seq;
create sequence consumer_no_seq;

create table customer (
    unit             text not null,
    customer_id      bigint not null,
    name             text not null,
    id_type          text not null,
    id_number        bytea,
    id_hmac          bytea,
    id_last4         text not null,
    contact          text,
    phone            bytea,
    phone_last4      text not null,
    agent_name       text,
    agent_id         bytea,
    agent_id_last4   text,
    agent_phone      bytea,
    agent_phone_last4 text,
    agent_until      date,
    tokens           text[] not null,
    registered_at    timestamptz not null,
    registered_by    text not null,
    primary key (unit, customer_id),
    unique (unit, id_hmac)
);
comment on column customer.id_number is 'encrypted for this row and column; the value names its key';
comment on column customer.id_hmac is 'same identity, same value: how a customer is found again; null while the number is not known';
comment on column customer.tokens is 'bigrams of the name, and the last four characters of identity number and phone';
-- Finds by any piece of a name.
create index customer_tokens on customer using gin (tokens);

create table customer_name (
    unit        text not null,
    customer_id bigint not null,
    name        text not null,
    noted_at    timestamptz not null,
    noted_by    text not null,
    primary key (unit, customer_id, name),
    foreign key (unit, customer_id) references customer
);
comment on table customer_name is 'other names somebody gave with the same identity number';

create table unmasking (
    unit         text not null,
    unmasking_id bigint generated always as identity,
    customer_id  bigint not null,
    actor_id     text not null,
    actor_name   text not null,
    reason       text not null,
    at           timestamptz not null,
    primary key (unit, unmasking_id),
    foreign key (unit, customer_id) references customer
);
comment on table unmasking is 'who saw numbers in full, and why; never changed';
create index unmasking_customer on unmasking (unit, customer_id);
revoke update, delete, truncate on unmasking from ${appRole};

create table premises (
    unit        text not null,
    premises_id bigint not null,
    address     text not null,
    standard    text not null,
    area        text,
    tokens      text[] not null,
    primary key (unit, premises_id),
    unique nulls not distinct (unit, standard, area)
);
comment on column premises.address is 'as it was first written';
comment on column premises.standard is 'in the one spelling by which the place is found again';
create index premises_tokens on premises using gin (tokens);

create table consumer_account (
    unit         text not null,
    consumer_no  text not null,
    customer_id  bigint not null,
    premises_id  bigint not null,
    capacity_kva numeric(12, 2) not null check (capacity_kva > 0),
    voltage_kv   numeric(8, 3) not null check (voltage_kv > 0),
    tariff       text not null,
    opened_by    text not null,
    opened_on    date not null,
    closed_by    text,
    closed_on    date,
    primary key (unit, consumer_no),
    unique (unit, opened_by, premises_id),
    foreign key (unit, customer_id) references customer,
    foreign key (unit, premises_id) references premises
);
comment on column consumer_account.opened_by is 'number of the case';
create index consumer_account_customer on consumer_account (unit, customer_id);
create index consumer_account_premises on consumer_account (unit, premises_id);

create table account_change (
    unit         text not null,
    consumer_no  text not null,
    case_no      text not null,
    changed_on   date not null,
    customer_id  bigint not null,
    premises_id  bigint not null,
    capacity_kva numeric(12, 2) not null,
    voltage_kv   numeric(8, 3) not null,
    tariff       text not null,
    primary key (unit, consumer_no, case_no),
    foreign key (unit, consumer_no) references consumer_account
);
comment on table account_change is 'what an account was before the case changed it';

create table arrears (
    unit        text not null,
    arrears_id  bigint generated always as identity,
    consumer_no text not null,
    amount      numeric(14, 2) not null check (amount > 0),
    since       date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    cleared_at  timestamptz,
    cleared_by  text,
    primary key (unit, arrears_id),
    foreign key (unit, consumer_no) references consumer_account
);
comment on column arrears.amount is 'yuan, all the account owes';
create unique index arrears_owed on arrears (unit, consumer_no) where cleared_at is null;
