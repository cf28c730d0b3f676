-- 站内消息 keep what they are about; on which page that is worked on, the pages know.
alter table notice add column about text not null default '';
update notice set about = case
  when kind like 'SUPERVISION%' then substring(place from '[0-9]+$')
  when place like '%/stages/%' then substring(place from '/stages/([a-z-]+)') || '/' || coalesce(substring(place from 'phase=([0-9]+)'), '0') || '/lead'
  else '' end;
alter table notice alter column about drop default;
alter table notice drop column place;
comment on column notice.about is 'the number of the supervision, or what was urged: stage/phase/part, limit:key/standard, or empty for the case as a whole';
comment on table notice is '站内消息: kind names the sentence, args what it names';
