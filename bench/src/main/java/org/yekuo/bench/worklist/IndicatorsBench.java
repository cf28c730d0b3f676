package org.yekuo.bench.worklist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yekuo.bench.Conditions;
import org.yekuo.bench.Options;
import org.yekuo.bench.Program;
import org.yekuo.bench.Report;
import org.yekuo.bench.http.Browser;
import org.yekuo.bench.http.Load;
import org.yekuo.bench.http.Server;
import org.yekuo.bench.worklist.Province.Person;

/**
 * The indicators of a province whose cases of one year were all judged: the page and each list's first page through HTTP, and the plans of the questions behind them. The rows
 * of judged cases are made by the server; their sums by the statements of the migration. Only the cases of the year's last week, and of what is rare, have a header, so lists
 * are read at their beginning only.
 */
public final class IndicatorsBench {

    private static final String YEAR = "2025";
    private static final String SIGN = "id=\"main\"";

    private static final String FILL = """
            insert into judged_case (unit, case_no, handled_by, owner, category, business, ended_on, ending, accepted_on, powered_on, capacity_kva, due_links, late_links, explained,
              company_days, answer, taken_over)
            select left(code, 4), bench_case_no(left(code, 4) || (500000000 + n)), code, code || '-jl' || 1 + r %% 9, category, 'NEW_INSTALL', ended, ending, ended - 5 - r %% 60,
              case when ending = 'ARCHIVED' then ended - r %% 5 end, case category when 'HV' then 630 else 40 end, due,
              case when r %% 100 >= 3 then '' else substr(due, 1 + r %% length(due), 1) end, r %% 500 = 0, 3 + r %% 20, answer, false
            from (
              select n, u.code, r, date '2025-01-01' + n %% 365 as ended, case when r %% 40 = 7 then 'WITHDRAWN' else 'ARCHIVED' end as ending,
                case when r %% 10 = 0 then 'HV' else 'LV' end as category, case when r %% 10 <> 0 then 'AE' when r %% 3 = 0 then 'ABCDE' else 'ABDE' end as due,
                case when r %% 40 = 7 then '' when r %% 50 = 9 then 'NOT_REACHED' when r %% 200 = 11 then 'NOT_SATISFIED' when r %% 4 = 0 then 'BASICALLY_SATISFIED' else 'SATISFIED' end as answer
              from (select n, (abs(hashint8(n)::bigint) %% 1000000)::int as r from generate_series(%d, %d) n) one
              join (select code, row_number() over (order by code) - 1 as k, count(*) over () as units from unit where length(code) > 2) u on u.k = abs(hashint8(one.n + 7)::bigint) %% u.units) made""";

    private static final String HEADERS = """
            insert into connection_case (unit, case_no, handled_by, accepted_by_hall, accepted_by_unit, owner, pack, procedure, consumer_class, business, customer_id, premises_id, customer_name,
              address, application, facts, status, registered_on, accepted_on, ended_on, last_act_on, event_head)
            select unit, case_no, handled_by, handled_by, handled_by, owner, 'anhui-2024', 'high-voltage', 'HV', business, row_number() over (), row_number() over (), '实测客户', '实测路',
              '{}', '{}', ending, accepted_on, accepted_on, ended_on, ended_on, '' from judged_case
            where ended_on >= date '2025-12-25' or answer = 'NOT_REACHED' and ended_on >= date '2025-12-01'""";

    private final Options options;
    private final Report report = new Report("indicators");
    private final Path dataDir;

    public IndicatorsBench(Options options) {
        this.options = options;
        this.dataDir = Path.of(options.text("data-dir", "data/bench-indicators"));
    }

    public void run() throws Exception {
        prepare();
        try (var server = Server.start(dataDir, options.text("server-heap", "1g"))) {
            try (var connection = server.database().connect()) {
                report.conditions(Conditions.of(connection));
            }
            for (var table : new String[] {"judged_case", "judged_day", "stock_day", "under_way"}) {
                report.condition(table, server.database().text("select count(*) || ' rows, ' || pg_size_pretty(pg_table_size('%1$s')) || ', indexes ' || pg_size_pretty(pg_indexes_size('%1$s')) from %1$s".formatted(table)));
            }
            var pages = pages();
            for (var page : pages.entrySet()) {
                new Browser(server.port()).session(page.getValue().getKey().token()).page(page.getValue().getValue(), SIGN);
            }
            for (int users : options.numbers("users", "1,16")) {
                measured(server, pages, users, options.time("for", "10s"));
            }
            plans(server.database());
            report.condition("warnings and errors the program logged", server.complaints().size());
        }
        report.publish(options.is("write"));
    }

    private static Map<String, Map.Entry<Person, String>> pages() {
        var pages = new LinkedHashMap<String, Map.Entry<Person, String>>();
        pages.put("province, a year", Map.entry(Person.PROVINCE, "/work/indicators?unit=34&period=" + YEAR));
        pages.put("province, a month", Map.entry(Person.PROVINCE, "/work/indicators?unit=34&period=" + YEAR + "-06"));
        pages.put("city, a year", Map.entry(Person.PROVINCE, "/work/indicators?unit=3403&period=" + YEAR));
        pages.put("city, a month", Map.entry(Person.PROVINCE, "/work/indicators?unit=3403&period=" + YEAR + "-06"));
        for (var show : new String[] {"archived", "judged", "in_time", "late", "not_judged", "unfinished", "called", "content", "not_content", "not_reached"}) {
            pages.put("province, a year: list of " + show, Map.entry(Person.PROVINCE, "/work/indicators/cases?unit=34&period=" + YEAR + "&show=" + show));
        }
        pages.put("province, a year: late in one link", Map.entry(Person.PROVINCE, "/work/indicators/cases?unit=34&period=" + YEAR + "&show=late&category=HV&link=C"));
        return pages;
    }

    private void measured(Server server, Map<String, Map.Entry<Person, String>> pages, int users, Duration length) throws Exception {
        var table = report.table(users + (users == 1 ? " user" : " users at once"), Load.COLUMNS);
        for (var page : pages.entrySet()) {
            Load.of(users, length, user -> {
                var browser = new Browser(server.port()).session(page.getValue().getKey().token());
                return () -> browser.page(page.getValue().getValue(), SIGN);
            }).row(report, table, page.getKey());
        }
    }

    /** Makes the cases unless {@code --keep} and they are there; what a run before left without its sums is summed up. */
    private void prepare() throws Exception {
        boolean kept = options.is("keep") && Files.exists(dataDir.resolve("pg"));
        var sums = sums();
        try (var program = kept ? Program.on(dataDir) : Program.fresh(dataDir)) {
            var database = program.database();
            new Province(database).people();
            if (!kept) {
                long begins = System.nanoTime();
                fill(database);
                report.condition("filled in", Duration.ofNanos(System.nanoTime() - begins).toSeconds() + " s");
            }
            if (database.number("select count(*) from (select 1 from judged_day limit 1) one") == 0) {
                long begins = System.nanoTime();
                database.run(sums);
                report.condition("summed up in", Duration.ofNanos(System.nanoTime() - begins).toSeconds() + " s");
                for (var table : new String[] {"judged_case", "judged_day", "stock_day", "under_way", "connection_case"}) {
                    database.run("vacuum (analyze) " + table);
                }
            }
        }
    }

    private void fill(Program.Database database) throws SQLException {
        database.run(Province.NUMBER);
        int cases = options.number("cases", 5_000_000);
        for (int from = 1; from <= cases; from += 250_000) {
            database.run(FILL.formatted(from, Math.min(cases, from + 249_999)));
        }
        database.run(HEADERS, """
                insert into under_way (unit, case_no, handled_by, owner, held, due_on, capacity_kva, lies_with, awaits_capacity, accepted_on)
                select unit, left(case_no, 4) || '9' || substr(case_no, 6), handled_by, owner, false, date '9999-12-31', capacity_kva, 'COMPANY', false, accepted_on
                from judged_case where ended_on >= date '2025-12-01' limit %d""".formatted(options.number("open", 300_000)));
    }

    /** The statements with which the migration sums up what was judged before it. */
    private static String[] sums() throws IOException {
        try (var in = IndicatorsBench.class.getResourceAsStream("/db/migration/V0391__judged_cases_so_far.sql")) {
            var text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("insert into judged_day")).split(";");
        }
    }

    private void plans(Program.Database database) throws SQLException {
        var questions = Map.of("IndicatorStore: a province's year, all its figures", """
                select left(d.handled_by, 4), date_trunc('month', d.day::timestamp)::date, true, d.category, d.ending, d.due_links, d.late_links, d.answer, sum(d.cases), sum(d.explained), sum(d.company_days),
                  sum(d.powered), sum(d.process_days) from judged_day d
                where d.unit = any(select distinct left(code, 4) from unit where length(code) > 2) and d.handled_by = any(select code from unit where length(code) > 2)
                  and d.day between date '2025-01-01' and date '2025-12-31' group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(d.cases) <> 0""",
                "JudgedCases: the first page of the province's late cases", """
                select j.* from unit seen cross join lateral (
                  select j.* from judged_case j where j.unit = left(seen.code, 4) and j.handled_by = seen.code and j.ended_on between date '2025-01-01' and date '2025-12-31'
                    and j.ending = 'ARCHIVED' and j.category <> 'NONE' and j.late_links <> '' order by j.ended_on desc, j.case_no desc limit 51) j
                where length(seen.code) > 2 order by j.ended_on desc, j.case_no desc limit 51""");
        try (var connection = database.connect()) {
            PlansBench.note(questions, connection, report);
        }
    }
}
