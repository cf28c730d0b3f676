-- Stored files, papers of a case, receipts and letters as data.

create table stored_file (
    unit        text not null,
    file_id     text not null,
    address     text not null,
    kind        text not null,
    size        bigint not null check (size > 0),
    name        text not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    case_no     text,
    primary key (unit, file_id)
);
comment on column stored_file.address is 'keyed hash of the content; where the encrypted content lies. Equal content of one unit lies there once';
create index stored_file_case on stored_file (unit, case_no) where case_no is not null;

create table case_document (
    unit          text not null,
    case_no       text not null,
    doc_no        int not null,
    type          text not null,
    number        text,
    valid_until   date,
    original_seen boolean not null,
    copies        int not null check (copies >= 0),
    file_id       text,
    received_on   date not null,
    received_by   text not null,
    superseded_by int,
    primary key (unit, case_no, doc_no),
    foreign key (unit, file_id) references stored_file
);

create table receipt (
    unit              text not null,
    case_no           text not null,
    rno               int not null,
    kind              text not null,
    stage             text not null,
    phase             int not null,
    round             int not null,
    issued_on         date not null,
    issued_at         timestamptz not null,
    issued_by         text not null,
    served_on         date,
    served_how        text,
    served_by         text,
    acknowledged_on   date,
    acknowledged_how  text,
    acknowledged_by   text,
    signer            text,
    witnesses         text[],
    content           jsonb not null,
    superseded_by     int,
    primary key (unit, case_no, rno),
    check (served_on >= issued_on),
    check (acknowledged_on is null or acknowledged_on >= served_on),
    check ((served_on is null) = (served_how is null) and (served_on is null) = (served_by is null)),
    check ((acknowledged_on is null) = (acknowledged_how is null) and (acknowledged_on is null) = (acknowledged_by is null))
);
comment on column receipt.acknowledged_by is 'who recorded it; signer is the customer''s side';
comment on column receipt.witnesses is 'two names when the customer refused to sign';

create table letter (
    unit          text not null,
    case_no       text not null,
    lno           int not null,
    kind          text not null,
    version       int not null,
    issued_on     date not null,
    issued_by     text not null,
    content       jsonb not null,
    superseded_by int,
    code          text not null,
    primary key (unit, case_no, lno),
    unique (unit, case_no, kind, version),
    unique (unit, case_no, code)
);
comment on column letter.code is 'printed on the letter; with the case number it tells whether the letter is ours';
