package org.yekuo.casework.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.database.OneTrip;
import org.yekuo.regulation.Assessment;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/**
 * The rows by which units are judged (考核台账), written on the trip that writes an ended case, or for any number of ended cases at once. What a case had is taken out of
 * the sums of its days, its row is written anew, and what it has now is put in; to judge a case again changes nothing where nothing moved.
 */
@Component
public class JudgedStore {

    private static final int IN = 1;
    private static final int OUT = -1;

    // rows of judged_case, always in the order of the key, so that two who judge do not wait for each other crosswise
    private static final String SUM_DAYS = """
            insert into judged_day (unit, handled_by, day, category, ending, due_links, late_links, answer, cases, explained, company_days, powered, process_days)
            select unit, handled_by, ended_on, category, ending, due_links, late_links, answer, s.sign * count(*), s.sign * count(*) filter (where explained),
              s.sign * sum(company_days), s.sign * count(powered_on), s.sign * coalesce(sum(powered_on - accepted_on), 0)
            from judged_case cross join (select ?::int as sign) s where unit = ? and case_no = any(?)
            group by unit, handled_by, ended_on, category, ending, due_links, late_links, answer, s.sign order by 1, 2, 3, 4, 5, 6, 7, 8
            on conflict (unit, handled_by, day, category, ending, due_links, late_links, answer) do update set cases = judged_day.cases + excluded.cases,
              explained = judged_day.explained + excluded.explained, company_days = judged_day.company_days + excluded.company_days,
              powered = judged_day.powered + excluded.powered, process_days = judged_day.process_days + excluded.process_days""";

    private static final String SUM_STOCK = """
            insert into stock_day (unit, handled_by, day, accepted, accepted_kva, energised, energised_kva, terminated, terminated_kva)
            select j.unit, j.handled_by, m.day, s.sign * sum(m.accepted), s.sign * sum(m.accepted * j.capacity_kva), s.sign * sum(m.energised), s.sign * sum(m.energised * j.capacity_kva),
              s.sign * sum(m.terminated), s.sign * sum(m.terminated * j.capacity_kva)
            from judged_case j cross join (select ?::int as sign) s
            cross join lateral (values (j.accepted_on, 1, 0, 0),
              (coalesce(j.powered_on, j.ended_on), 0, case when j.powered_on is null then 0 else 1 end, case when j.powered_on is null then 1 else 0 end)) m (day, accepted, energised, terminated)
            where j.unit = ? and j.case_no = any(?) and j.accepted_on is not null
            group by j.unit, j.handled_by, m.day, s.sign order by 1, 2, 3
            on conflict (unit, handled_by, day) do update set accepted = stock_day.accepted + excluded.accepted, accepted_kva = stock_day.accepted_kva + excluded.accepted_kva,
              energised = stock_day.energised + excluded.energised, energised_kva = stock_day.energised_kva + excluded.energised_kva,
              terminated = stock_day.terminated + excluded.terminated, terminated_kva = stock_day.terminated_kva + excluded.terminated_kva""";

    // the keys of connection_case, time_limit and stage_run
    private static final String JUDGE = """
            insert into judged_case (unit, case_no, handled_by, owner, category, business, ended_on, ending, accepted_on, powered_on, capacity_kva,
              due_links, late_links, explained, company_days, answer, taken_over)
            with judged as (select * from json_to_recordset(?::json) as r (pack text, class text, business text, category text)),
            link as (select * from json_to_recordset(?::json) as r (pack text, category text, link text, limit_key text, standard text, rank int)),
            ended as (
              select c.*, coalesce(j.category, 'NONE') as category from connection_case c
              left join judged j on j.pack = c.pack and j.class = c.consumer_class and j.business = c.business
              where c.unit = ? and c.case_no = any(?) and c.status in ('ARCHIVED', 'WITHDRAWN', 'TERMINATED', 'EXPIRED')),
            counted as (
              select e.case_no, l.link, t.verdict, t.used - case when t.round > 1 then t.carried else 0 end as used, l.rank,
                min(l.rank) over (partition by e.case_no, l.link, l.limit_key) as first
              from ended e join link l on l.pack = e.pack and l.category = e.category
              join time_limit t on t.unit = e.unit and t.case_no = e.case_no and t.limit_key = l.limit_key and t.standard = l.standard and t.state = 'STOPPED'),
            measured as (select case_no, link, bool_or(verdict <> 'IN_TIME') as late, bool_and(verdict <> 'LATE') as explained, sum(used) as used
              from counted where rank = first group by case_no, link),
            summed as (select case_no, string_agg(link, '' order by link) as due, coalesce(string_agg(link, '' order by link) filter (where late), '') as late,
              coalesce(bool_and(explained) filter (where late), false) as explained, sum(used) as used from measured group by case_no)
            select e.unit, e.case_no, e.handled_by, coalesce(e.owner, ''), case when s.due is null then 'NONE' else e.category end, e.business, e.ended_on, e.status, e.accepted_on,
              (select max(r.closed_on) from stage_run r where r.unit = e.unit and r.case_no = e.case_no and r.stage = any(?) and r.state = 'CLOSED' and r.outcome = 'PASSED' and not r.superseded),
              coalesce((e.facts::jsonb ->> 'capacityKva')::numeric, 0), coalesce(s.due, ''), coalesce(s.late, ''), coalesce(s.explained, false), coalesce(s.used, 0),
              coalesce((select r.result::jsonb ->> a.field from stage_run r join unnest(?::text[], ?::text[]) a (stage, field) on a.stage = r.stage
                where r.unit = e.unit and r.case_no = e.case_no and r.state = 'CLOSED' and not r.superseded and r.result is not null order by r.round desc limit 1), ''),
              e.original_no is not null
            from ended e left join summed s on s.case_no = e.case_no
            on conflict (unit, case_no) do update set handled_by = excluded.handled_by, owner = excluded.owner, category = excluded.category, business = excluded.business,
              ended_on = excluded.ended_on, ending = excluded.ending, accepted_on = excluded.accepted_on, powered_on = excluded.powered_on, capacity_kva = excluded.capacity_kva,
              due_links = excluded.due_links, late_links = excluded.late_links, explained = excluded.explained, company_days = excluded.company_days, answer = excluded.answer,
              taken_over = excluded.taken_over""";

    private final Regulations regulations;
    private final LedgerJson json;

    JudgedStore(Regulations regulations, LedgerJson json) {
        this.regulations = regulations;
        this.json = json;
    }

    /** Judges a case that has ended, behind everything else on its trip; one that goes on is not judged. */
    void save(OneTrip trip, CaseFile file) {
        if (file.status.ended()) {
            judge(trip, file.unit(), List.of(file.no));
        }
    }

    /** Judges those of these cases of a city that have ended, as they lie in their tables. */
    public void judge(OneTrip trip, UnitCode unit, Collection<CaseNo> cases) {
        var numbers = cases.stream().map(CaseNo::value).toArray(String[]::new);
        var packs = regulations.all().stream().filter(pack -> pack.kind() == Pack.Kind.COMPLETE).toList();
        var answers = packs.stream().flatMap(pack -> new Assessment(pack).answers().stream()).distinct().toList();
        sum(trip, OUT, unit, numbers);
        trip.tell(JUDGE, json.write(judged(packs)), json.write(links(packs)), unit.value(), numbers, powering(packs),
                answers.stream().map(Assessment.AnswerField::stage).toArray(String[]::new), answers.stream().map(Assessment.AnswerField::field).toArray(String[]::new));
        sum(trip, IN, unit, numbers);
    }

    private static void sum(OneTrip trip, int sign, UnitCode unit, String[] numbers) {
        trip.tell(SUM_DAYS, sign, unit.value(), numbers);
        trip.tell(SUM_STOCK, sign, unit.value(), numbers);
    }

    private static List<Map<String, Object>> judged(List<Pack> packs) {
        var rows = new ArrayList<Map<String, Object>>();
        packs.forEach(pack -> new Assessment(pack).judged().forEach(one ->
                rows.add(Map.of("pack", pack.id(), "class", one.consumerClass(), "business", one.business(), "category", one.category()))));
        return rows;
    }

    private static List<Map<String, Object>> links(List<Pack> packs) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var pack : packs) {
            for (var link : new Assessment(pack).links()) {
                for (var limit : link.limits()) {
                    for (int rank = 0; rank < link.standards().size(); rank++) {
                        rows.add(Map.of("pack", pack.id(), "category", link.category(), "link", link.link(), "limit_key", limit,
                                "standard", link.standards().get(rank).name(), "rank", rank));
                    }
                }
            }
        }
        return rows;
    }

    /** The stages after which there is power. */
    private static String[] powering(List<Pack> packs) {
        return packs.stream().flatMap(pack -> pack.procedures().stream()).flatMap(procedure -> procedure.stages().stream()).filter(StageDefinition::irreversible)
                .map(StageDefinition::key).distinct().toArray(String[]::new);
    }
}
