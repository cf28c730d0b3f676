-- 代理人代交资料:on file at once, and counted only when the customer has said that they are hers.
alter table case_document
    add column brought_by    text,
    add column brought_at    timestamptz,
    add column brought_state text check (brought_state in ('WAITING', 'CONFIRMED', 'REFUSED')),
    add column decided_on    date,
    add column decided_by    text,
    add column decided_how   text,
    add column decided_word  text;
alter table case_document add constraint brought check (
    (brought_by is null) = (brought_state is null) and (brought_by is null) = (brought_at is null)
    and (decided_on is null) = (decided_by is null) and (decided_on is null) = (brought_state is null or brought_state = 'WAITING'));
comment on column case_document.brought_by is 'the agent who handed it in for the customer; null when she or a clerk did';
comment on column case_document.decided_how is 'how she said so to the clerk who noted it; null when she did it herself';

-- Whose look it is: the customer''s, or that of the agent of this name.
alter table portal_session add column agent text;
