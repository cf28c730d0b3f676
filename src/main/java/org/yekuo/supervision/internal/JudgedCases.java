package org.yekuo.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.form.PageKey;
import org.yekuo.form.PageKey.Kind;
import org.yekuo.form.PageOf;
import org.yekuo.regulation.Assessment;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Regulations;
import org.yekuo.supervision.ReadingJudgedCases.Item;
import org.yekuo.supervision.ReadingJudgedCases.Late;
import org.yekuo.supervision.ReadingJudgedCases.Query;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/** Pages of judged cases, and for the late ones of a page which of their rounds were late. */
@Component
public class JudgedCases {

    private static final String JUDGED = " and j.ending = 'ARCHIVED' and j.category <> 'NONE'";

    // judged_by_day, judged_late, judged_unfinished or judged_answer, unit by unit and no further than a page
    private static final String PAGE = """
            select j.*, c.customer_name, c.pack from (
              select j.* from unnest(?::text[]) seen (code) cross join lateral (
                select j.* from judged_case j where j.unit = left(seen.code, 4) and j.handled_by = seen.code and j.ended_on between ? and ?%s
                order by j.ended_on desc, j.case_no desc limit ?) j
              order by j.ended_on desc, j.case_no desc limit ?) j
            join connection_case c on c.unit = j.unit and c.case_no = j.case_no
            order by j.ended_on desc, j.case_no desc""";

    // the key of time_limit
    private static final String LATE = """
            select l.case_no, l.limit_key, l.standard, l.row_id, l.used, l.amount, l.due_on, l.stopped_on, l.explanation
            from unnest(?::text[], ?::text[]) asked (unit, case_no) join time_limit l on l.unit = asked.unit and l.case_no = asked.case_no
            where l.state = 'STOPPED' and l.verdict in ('LATE', 'LATE_EXPLAINED') order by l.case_no, l.due_on, l.limit_key, l.phase, l.round""";

    private record Found(Item item, String pack, String lateLinks) {}

    private record Round(String limit, String standard, String rowId, Late late) {}

    private final JdbcClient jdbc;
    private final Regulations regulations;

    JudgedCases(JdbcClient jdbc, Regulations regulations) {
        this.jdbc = jdbc;
        this.regulations = regulations;
    }

    public PageOf<Item> page(List<String> units, Query query) {
        var conditions = new StringBuilder();
        var params = new ArrayList<Object>(List.of(units.toArray(String[]::new), query.period().from(), query.period().to()));
        narrow(query, conditions, params);
        PageKey.read(query.cursor(), Kind.DAY, Kind.WORD).ifPresent(key -> {
            conditions.append(" and (j.ended_on, j.case_no) < (?, ?)");
            params.addAll(key.values());
        });
        int size = Math.clamp(query.size(), 1, PageOf.MOST);
        params.addAll(List.of(size + 1, size + 1));
        var page = PageOf.of(jdbc.sql(PAGE.formatted(conditions)).params(params).query((row, i) -> found(row)).list(), size,
                last -> PageKey.of(last.item().endedOn(), last.item().caseNo()));
        var late = late(page.items().stream().filter(one -> !one.lateLinks().isEmpty()).toList());
        return new PageOf<>(page.items().stream().map(one -> late.getOrDefault(one.item().caseNo(), one.item())).toList(), page.next());
    }

    private static void narrow(Query query, StringBuilder conditions, List<Object> params) {
        conditions.append(switch (query.show()) {
            case ARCHIVED -> " and j.ending = 'ARCHIVED'";
            case JUDGED -> JUDGED;
            case IN_TIME -> query.link() == null ? JUDGED + " and j.late_links = ''" : JUDGED;
            case LATE -> JUDGED + " and j.late_links <> ''";
            case NOT_JUDGED -> " and j.ending = 'ARCHIVED' and j.category = 'NONE'";
            case UNFINISHED -> " and j.ending <> 'ARCHIVED'";
            case CALLED -> " and j.ending = 'ARCHIVED' and j.answer <> ''";
            case REACHED -> " and j.ending = 'ARCHIVED' and j.answer not in ('', 'NOT_REACHED')";
            case CONTENT -> " and j.ending = 'ARCHIVED' and j.answer in ('SATISFIED', 'BASICALLY_SATISFIED')";
            case NOT_CONTENT -> " and j.ending = 'ARCHIVED' and j.answer = 'NOT_SATISFIED'";
            case NOT_REACHED -> " and j.ending = 'ARCHIVED' and j.answer = 'NOT_REACHED'";
        });
        if (query.category() != null) {
            conditions.append(" and j.category = ?");
            params.add(query.category());
        }
        if (query.link() != null) {
            switch (query.show()) {
                case LATE -> conditions.append(" and position(? in j.late_links) > 0");
                case IN_TIME -> {
                    conditions.append(" and position(? in j.late_links) = 0 and position(? in j.due_links) > 0");
                    params.add(query.link());
                }
                default -> conditions.append(" and position(? in j.due_links) > 0");
            }
            params.add(query.link());
        }
    }

    /** The items of late cases with what was late in them, as their packs count it. */
    private Map<CaseNo, Item> late(List<Found> cases) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        var rounds = new HashMap<String, List<Round>>();
        jdbc.sql(LATE).params(cases.stream().map(one -> one.item().caseNo().unit().value()).toArray(String[]::new), cases.stream().map(one -> one.item().caseNo().value()).toArray(String[]::new))
                .query(row -> {
                    rounds.computeIfAbsent(row.getString("case_no"), none -> new ArrayList<>()).add(round(row));
                });
        var items = new HashMap<CaseNo, Item>();
        cases.forEach(one -> items.put(one.item().caseNo(), with(one, counted(one, rounds.getOrDefault(one.item().caseNo().value(), List.of())))));
        return items;
    }

    private List<Late> counted(Found one, List<Round> rounds) {
        var pack = regulations.pack(one.pack());
        var links = pack.stream().flatMap(found -> new Assessment(found).links().stream())
                .filter(link -> link.category().equals(one.item().category()) && one.lateLinks().contains(link.link())).toList();
        var late = new ArrayList<Late>();
        for (var link : links) {
            for (var limit : link.limits()) {
                var those = rounds.stream().filter(round -> round.limit().equals(limit) && link.standards().stream().anyMatch(standard -> standard.name().equals(round.standard()))).toList();
                those.stream().map(Round::standard).min(Comparator.comparingInt(standard -> link.standards().stream().map(Enum::name).toList().indexOf(standard))).ifPresent(first ->
                        those.stream().filter(round -> round.standard().equals(first)).forEach(round -> late.add(named(round,
                                pack.flatMap(found -> found.limitRow(round.rowId())).map(LimitRow::name).orElse(new Text(limit, limit))))));
            }
        }
        return late;
    }

    private static Late named(Round round, Text name) {
        var late = round.late();
        return new Late(name, late.days(), late.due(), late.done(), late.explanation());
    }

    private static Item with(Found found, List<Late> late) {
        var one = found.item();
        return new Item(one.caseNo(), one.customer(), one.handledBy(), one.owner(), one.category(), one.ending(), one.endedOn(), one.acceptedOn(), one.poweredOn(), one.capacityKva(),
                one.companyDays(), one.answer(), one.takenOver(), late);
    }

    private static Round round(ResultSet row) throws SQLException {
        var done = row.getObject("stopped_on", LocalDate.class);
        @Nullable LocalDate due = row.getObject("due_on", LocalDate.class);
        return new Round(row.getString("limit_key"), row.getString("standard"), row.getString("row_id"),
                new Late(new Text("", ""), row.getInt("used") - row.getInt("amount"), due == null ? done : due, done, row.getString("explanation")));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(new Item(new CaseNo(row.getString("case_no")), row.getString("customer_name"), row.getString("handled_by"), row.getString("owner"), row.getString("category"),
                row.getString("ending"), row.getObject("ended_on", LocalDate.class), row.getObject("accepted_on", LocalDate.class), row.getObject("powered_on", LocalDate.class),
                row.getBigDecimal("capacity_kva"), row.getInt("company_days"), row.getString("answer"), row.getBoolean("taken_over"), List.of()),
                row.getString("pack"), row.getString("late_links"));
    }
}
