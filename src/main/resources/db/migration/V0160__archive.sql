-- 归档: where the papers of a finished case stand, and what they are.
create table archive_file (
    unit        text not null,
    case_no     text not null,
    file_no     text not null,
    shelf       text not null,
    volumes     integer not null,
    archived_on date not null,
    archived_by text not null,
    primary key (unit, case_no),
    unique (unit, file_no)
);
comment on table archive_file is '客户档案';

create table archive_content (
    unit    text not null,
    case_no text not null,
    entry   integer not null,
    source  text not null,
    no      integer not null,
    kind    text not null,
    day     date not null,
    primary key (unit, case_no, entry),
    foreign key (unit, case_no) references archive_file
);
comment on table archive_content is '卷内目录';
comment on column archive_content.source is 'document, letter or receipt; no is its number among those of its source';
