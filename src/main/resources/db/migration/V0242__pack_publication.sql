alter table regulation_pack add column effective_from date;
comment on column regulation_pack.effective_from is 'the first day of cases under it, as two persons published it; null: as its own pack.yaml says (packs that ship with the program)';

-- Packs handed in for publication, whole or broken; they are looked at, compared, proposed, never changed.
create table pack_draft (
  id               bigint generated always as identity primary key,
  pack             text        not null,
  hash             text        not null,
  files            jsonb       not null,
  faults           jsonb       not null,
  uploaded_by      text        not null,
  uploaded_by_name text        not null,
  uploaded_at      timestamptz not null
);
comment on table pack_draft is '规则包草稿: the files as they were handed in, and every fault found in them; no faults: it may be proposed';
revoke update, delete, truncate on pack_draft from ${appRole};

create table publication_proposal (
  id               bigint generated always as identity primary key,
  kind             text        not null check (kind in ('PACK', 'YEAR', 'DAY')),
  subject          text        not null,
  content          text        not null,
  note             text        not null,
  state            text        not null check (state in ('PROPOSED', 'CONFIRMED', 'WITHDRAWN')),
  proposed_by      text        not null,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  decided_by       text,
  decided_by_name  text,
  decided_at       timestamptz,
  check (state <> 'CONFIRMED' or decided_by <> proposed_by)
);
comment on table publication_proposal is '发布申请: proposed by one, confirmed by another';
comment on column publication_proposal.subject is 'the draft, the year or the day it is about';
create unique index one_open_proposal on publication_proposal (kind, subject) where state = 'PROPOSED';
create index proposals_of_subject on publication_proposal (kind, subject, id);
revoke delete, truncate on publication_proposal from ${appRole};
