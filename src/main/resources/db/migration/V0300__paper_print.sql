-- Every receipt and letter has a code printed on it and one PDF, set once.

create table paper_print (
    unit       text not null,
    case_no    text not null,
    shelf      text not null check (shelf in ('RECEIPT', 'LETTER')),
    no         int not null,
    code       text not null,
    pack       text not null,
    file_id    text,
    title      text,
    sha256     text,
    printed_at timestamptz,
    tries      int not null default 0,
    due_at     timestamptz not null,
    primary key (unit, case_no, shelf, no),
    check ((file_id is null) = (printed_at is null) and (file_id is null) = (sha256 is null) and (file_id is null) = (title is null))
);
comment on table paper_print is 'a receipt or letter as PDF; what it says stands in receipt and letter';
comment on column paper_print.code is 'printed on the paper; alone it finds it (/verify)';
comment on column paper_print.pack is 'whose wording it has';
comment on column paper_print.due_at is 'when it is next tried to be set; infinity where only when somebody asks';

-- A letter's code was its own within its case only: the first of a code keeps it, others get one by which they are found.
insert into paper_print (unit, case_no, shelf, no, code, pack, due_at)
select l.unit, l.case_no, 'LETTER', l.lno,
    case when row_number() over (partition by l.code order by l.unit, l.case_no, l.lno) = 1 then l.code
        else translate(upper(left(replace(gen_random_uuid()::text, '-', ''), 16)), '01', 'XY') end,
    c.pack, 'infinity' from letter l join connection_case c using (unit, case_no);

-- Receipts had no code: sixteen characters of a random number, none of which is mistaken for another.
insert into paper_print (unit, case_no, shelf, no, code, pack, due_at)
select r.unit, r.case_no, 'RECEIPT', r.rno, translate(upper(left(replace(gen_random_uuid()::text, '-', ''), 16)), '01', 'XY'), c.pack, 'infinity'
from receipt r join connection_case c using (unit, case_no);

create unique index paper_print_code on paper_print (code);
create index paper_print_due on paper_print (due_at) where file_id is null;
