-- The cases that have ended, judged by what the packs published so far say; the next act of a case goes by its own pack.
insert into judged_case (unit, case_no, handled_by, owner, category, business, ended_on, ending, accepted_on, powered_on, capacity_kva,
  due_links, late_links, explained, company_days, answer, taken_over)
with judged (pack, class, business, category) as (
  select p.pack, k.class, b.business, k.category from (values ('anhui-2008'), ('anhui-2024')) p (pack)
  cross join (values ('HV', 'HV'), ('RESIDENTIAL_COMMUNITY', 'HV'), ('LV_RES', 'LV'), ('LV_NONRES', 'LV'), ('LV_BATCH', 'LV')) k (class, category)
  cross join (values ('NEW_INSTALL'), ('CAPACITY_INCREASE')) b (business)),
link (pack, category, link, limit_key, standard, rank) as (
  select l.pack, l.category, l.link, l.limit_key, s.standard, s.rank from (
    select p.pack, 'HV', h.link, h.limit_key from (values ('anhui-2008'), ('anhui-2024')) p (pack)
    cross join (values ('A', 'PLAN_REPLY'), ('A', 'RELIEF_REPLY'), ('B', 'DESIGN_REVIEW'), ('C', 'MID_INSPECTION'), ('D', 'COMPLETION_INSPECTION'), ('E', 'CONNECTION')) h (link, limit_key)
    union all values ('anhui-2008', 'LV', 'A', 'PLAN_REPLY'), ('anhui-2008', 'LV', 'A', 'RELIEF_REPLY'), ('anhui-2008', 'LV', 'D', 'COMPLETION_INSPECTION'),
      ('anhui-2008', 'LV', 'E', 'CONNECTION'), ('anhui-2024', 'LV', 'W', 'WHOLE_PROCESS')) l (pack, category, link, limit_key)
  cross join (values ('ASSESSED', 0), ('COMMITTED', 1)) s (standard, rank)),
ended as (
  select c.*, coalesce(j.category, 'NONE') as category from connection_case c
  left join judged j on j.pack = c.pack and j.class = c.consumer_class and j.business = c.business
  where c.status in ('ARCHIVED', 'WITHDRAWN', 'TERMINATED', 'EXPIRED')),
counted as (
  select e.case_no, l.link, t.verdict, t.used - case when t.round > 1 then t.carried else 0 end as used, l.rank,
    min(l.rank) over (partition by e.unit, e.case_no, l.link, l.limit_key) as first
  from ended e join link l on l.pack = e.pack and l.category = e.category
  join time_limit t on t.unit = e.unit and t.case_no = e.case_no and t.limit_key = l.limit_key and t.standard = l.standard and t.state = 'STOPPED'),
measured as (select case_no, link, bool_or(verdict <> 'IN_TIME') as late, bool_and(verdict <> 'LATE') as explained, sum(used) as used
  from counted where rank = first group by case_no, link),
summed as (select case_no, string_agg(link, '' order by link) as due, coalesce(string_agg(link, '' order by link) filter (where late), '') as late,
  coalesce(bool_and(explained) filter (where late), false) as explained, sum(used) as used from measured group by case_no)
select e.unit, e.case_no, e.handled_by, coalesce(e.owner, ''), case when s.due is null then 'NONE' else e.category end, e.business, e.ended_on, e.status, e.accepted_on,
  (select max(r.closed_on) from stage_run r where r.unit = e.unit and r.case_no = e.case_no and r.stage in ('energisation', 'household-energisation') and r.state = 'CLOSED' and r.outcome = 'PASSED' and not r.superseded),
  coalesce((e.facts::jsonb ->> 'capacityKva')::numeric, 0), coalesce(s.due, ''), coalesce(s.late, ''), coalesce(s.explained, false), coalesce(s.used, 0),
  coalesce((select r.result::jsonb ->> a.field from stage_run r join (values ('callback', 'answer')) a (stage, field) on a.stage = r.stage
    where r.unit = e.unit and r.case_no = e.case_no and r.state = 'CLOSED' and not r.superseded and r.result is not null order by r.round desc limit 1), ''),
  e.original_no is not null
from ended e left join summed s on s.case_no = e.case_no;

insert into judged_day (unit, handled_by, day, category, ending, due_links, late_links, answer, cases, explained, company_days, powered, process_days)
select unit, handled_by, ended_on, category, ending, due_links, late_links, answer, count(*), count(*) filter (where explained),
  sum(company_days), count(powered_on), coalesce(sum(powered_on - accepted_on), 0)
from judged_case 
group by unit, handled_by, ended_on, category, ending, due_links, late_links, answer order by 1, 2, 3, 4, 5, 6, 7, 8;

insert into stock_day (unit, handled_by, day, accepted, accepted_kva, energised, energised_kva, terminated, terminated_kva)
select j.unit, j.handled_by, m.day, sum(m.accepted), sum(m.accepted * j.capacity_kva), sum(m.energised), sum(m.energised * j.capacity_kva),
  sum(m.terminated), sum(m.terminated * j.capacity_kva)
from judged_case j
cross join lateral (values (j.accepted_on, 1, 0, 0),
  (coalesce(j.powered_on, j.ended_on), 0, case when j.powered_on is null then 0 else 1 end, case when j.powered_on is null then 1 else 0 end)) m (day, accepted, energised, terminated)
where j.accepted_on is not null
group by j.unit, j.handled_by, m.day order by 1, 2, 3;
