package org.yekuo.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.casework.internal.JudgedStore;
import org.yekuo.database.OneTrip;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Cases carried through their acts are judged as they end, and judged again when their days turn out to be others. */
class IndicatorsIT extends Day {

    @Autowired
    private ReadingIndicators reading;
    @Autowired
    private ReadingJudgedCases cases;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private JdbcOperations operations;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private JudgedStore judged;

    private Map<String, Object> row(String no) {
        return jdbc.sql("select * from judged_case where case_no = ?").param(no).query().singleRow();
    }

    private Indicators county(String period) {
        return reading.overview("340121-yx1", null, Period.read(period).orElseThrow()).whole();
    }

    private void residentUntilReplied(Walk walk, String accepted, String surveyed, String replied, boolean late) {
        office.day(accepted);
        walk.apply(walk.resident()).mustSucceed();
        office.day(surveyed);
        walk.dispatch(surveyed).mustSucceed();
        walk.survey(surveyed, 8.89, "L34012107").mustSucceed();
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        office.day(replied);
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), late ? Map.of() : Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        if (late) {
            walk.act("cf.kf1", "/receipts/" + walk.receipt("PLAN_REPLY").path("rno").asInt() + "/service", Map.of("manner", "COUNTER", "happenedOn", surveyed, "lateBecause", "系统停电")).mustSucceed();
        }
    }

    private void residentUntilArchived(Walk walk, String signed, String powered) {
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        walk.submit("cf.jl1", "contract", Map.of("signedOn", signed, "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION")))).mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        office.day(powered);
        walk.submit("cf.zj1", "metering", walk.residentMeter(powered)).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised(powered)).mustSucceed();
        assertThat(walk.finish(powered, LocalDate.parse(powered).plusMonths(1).withDayOfMonth(5).toString()).mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
    }

    @Test
    void a_case_is_judged_as_it_is_archived_and_a_late_link_makes_it_late_until_the_late_entry_is_approved() {
        var before = county("2009-03");
        residentUntilReplied(walk, "2009-03-03", "2009-03-04", "2009-03-06", false);
        assertThat(jdbc.sql("select accepted_on::text from under_way where case_no = ?").param(walk.no).query(String.class).single()).isEqualTo("2009-03-03");
        residentUntilArchived(walk, "2009-03-06", "2009-03-09");
        assertThat(row(walk.no)).containsAllEntriesOf(Map.of("handled_by", "340121", "category", "LV", "business", "NEW_INSTALL", "ending", "ARCHIVED", "due_links", "AE", "late_links", "",
                "explained", false, "answer", "SATISFIED", "taken_over", false)).containsEntry("ended_on", java.sql.Date.valueOf("2009-03-09"))
                .containsEntry("accepted_on", java.sql.Date.valueOf("2009-03-03")).containsEntry("powered_on", java.sql.Date.valueOf("2009-03-09"));

        var slow = new Walk(office);
        residentUntilReplied(slow, "2009-03-10", "2009-03-11", "2009-03-20", true);
        residentUntilArchived(slow, "2009-03-20", "2009-03-23");
        assertThat(row(slow.no)).containsEntry("late_links", "A").containsEntry("due_links", "AE");
        var late = county("2009-03");
        assertThat(late.onTime()).isEqualTo(new Indicators.Ratio(before.onTime().of() + 1, before.onTime().among() + 2));
        assertThat(listed("2009-03", ReadingJudgedCases.Show.LATE).stream().filter(item -> item.caseNo().value().equals(slow.no)).findFirst()).hasValueSatisfying(item ->
                assertThat(item.late()).singleElement().satisfies(round -> {
                    assertThat(round.limit().zh()).isEqualTo("供电方案答复");
                    assertThat(round.days()).isPositive();
                }));

        slow.act("cf.zr1", "/late-entries/1/decision", Map.of("approved", true)).mustSucceed();
        assertThat(row(slow.no)).containsEntry("late_links", "");
        assertThat(county("2009-03").onTime()).isEqualTo(new Indicators.Ratio(before.onTime().of() + 2, before.onTime().among() + 2));
        everyFigureIsTheLengthOfItsList("2009-03");
        sumsAreTheSumsOfTheRows();
    }

    @Test
    void a_withdrawn_case_leaves_the_stock_and_stands_in_no_denominator() {
        office.day("2009-04-02");
        var before = reading.overview("340121-yx1", null, Period.read("2009-04").orElseThrow());
        walk.apply(walk.resident()).mustSucceed();
        office.day("2009-04-03");
        walk.act("cf.kf1", "/withdrawal", Map.of("reason", "NOT_NEEDED")).mustSucceed();
        var other = new Walk(office);
        other.apply(other.resident()).mustSucceed();
        assertThat(row(walk.no)).containsEntry("ending", "WITHDRAWN").containsEntry("powered_on", null);
        var after = reading.overview("340121-yx1", null, Period.read("2009-04").orElseThrow());
        assertThat(after.whole().onTime()).isEqualTo(before.whole().onTime());
        assertThat(after.whole().unfinished()).isEqualTo(before.whole().unfinished() + 1);
        assertThat(after.stock().accepted().cases()).isEqualTo(before.stock().accepted().cases() + 2);
        assertThat(after.stock().terminated().cases()).isEqualTo(before.stock().terminated().cases() + 1);
        assertThat(after.stock().closing().cases()).isEqualTo(before.stock().closing().cases() + 1);
        everyFigureIsTheLengthOfItsList("2009-04");
        stockIsWhatOneCountsCaseByCase("2009-04");
    }

    @Test
    void what_acts_keep_of_ended_cases_is_what_the_migration_reads_off_their_rows() throws IOException {
        office.day("2009-04-13");
        residentUntilReplied(walk, "2009-04-13", "2009-04-14", "2009-04-15", false);
        residentUntilArchived(walk, "2009-04-15", "2009-04-16");
        var migration = new ClassPathResource("db/migration/V0391__judged_cases_so_far.sql").getContentAsString(StandardCharsets.UTF_8);
        var read = "select * from (" + migration.substring(migration.indexOf("with judged (pack"), migration.indexOf(";", migration.indexOf("with judged (pack"))) + ") m where case_no in (select case_no from judged_case)";
        var kept = "select unit, case_no, handled_by, owner, category, business, ended_on, ending, accepted_on, powered_on, capacity_kva, due_links, late_links, explained, company_days, answer, taken_over "
                + "from judged_case where case_no in (select case_no from connection_case)";
        assertThat(jdbc.sql("select case_no from judged_case").query(String.class).list()).contains(walk.no);
        assertThat(jdbc.sql("(" + kept + " except " + read + ") union all (" + read + " except " + kept + ")").query().listOfRows()).isEmpty();
    }

    /** Cases as they lie in their tables, judged by one statement: 20 at high voltage, two with one late link, 200 at low voltage, four late. */
    @Test
    void K01_K02_many_cases_are_judged_at_once_by_their_limits() {
        var numbers = new java.util.ArrayList<CaseNo>();
        try {
            for (int i = 0; i < 220; i++) {
                boolean high = i < 20;
                boolean late = i < 2 || i >= 216;
                var no = CaseNo.of(new UnitCode("3413"), 700_000_000L + i);
                numbers.add(no);
                jdbc.sql("""
                        insert into connection_case (unit, case_no, handled_by, accepted_by_hall, accepted_by_unit, owner, pack, procedure, consumer_class, business, customer_id, premises_id,
                          customer_name, address, application, facts, status, registered_on, accepted_on, ended_on, last_act_on, event_head)
                        values ('3413', ?, '341321', 'x', '341321', 'x', 'anhui-2008', 'high-voltage', ?, 'NEW_INSTALL', ?, ?, '考核样例', '样例路', '{}', '{"capacityKva": 100}', 'ARCHIVED',
                          date '2012-03-01', date '2012-03-01', date '2012-03-30', date '2012-03-30', '')""").params(no.value(), high ? "HV" : "LV_NONRES", 700_000_000L + i, 700_000_000L + i).update();
                limit(no, "PLAN_REPLY", "COMMITTED", 1, "IN_TIME", 3);
                limit(no, "PLAN_REPLY", "ASSESSED", 1, "IN_TIME", 4);
                if (high) {
                    // The promise was broken, by which nobody is judged where there is an assessed row.
                    limit(no, "DESIGN_REVIEW", "COMMITTED", 1, "LATE", 11);
                    limit(no, "DESIGN_REVIEW", "ASSESSED", 1, late ? "LATE" : "IN_TIME", 5);
                    limit(no, "COMPLETION_INSPECTION", "ASSESSED", 1, "IN_TIME", 2);
                    limit(no, "COMPLETION_INSPECTION", "ASSESSED", 2, "IN_TIME", 3);
                }
                limit(no, "CONNECTION", "COMMITTED", 1, !high && late ? "LATE_EXPLAINED" : "IN_TIME", 2);
            }
            judge(numbers);
            judge(numbers);
            var whole = reading.overview("3413-yx1", new UnitCode("341321"), Period.read("2012-03").orElseThrow()).whole();
            assertThat(whole.categories()).filteredOn(one -> one.key().equals("HV")).singleElement().satisfies(one -> assertThat(one.onTime()).isEqualTo(new Indicators.Ratio(18, 20)));
            assertThat(whole.categories()).filteredOn(one -> one.key().equals("LV")).singleElement().satisfies(one -> assertThat(one.onTime()).isEqualTo(new Indicators.Ratio(196, 200)));
            assertThat(whole.rate()).as("(0.6 × 90 + 0.3 × 98) ÷ 0.9").isEqualByComparingTo("92.67");
            assertThat(whole.explained()).isEqualTo(4);
            assertThat(whole.links()).filteredOn(link -> link.link().equals("B")).singleElement().satisfies(link -> assertThat(link.onTime()).isEqualTo(new Indicators.Ratio(18, 20)));
            assertThat(jdbc.sql("select due_links || '/' || late_links || '/' || company_days from judged_case where case_no = ?").param(numbers.getFirst().value()).query(String.class).single())
                    .as("rounds of a link in one, of each limit one standard").isEqualTo("ABDE/B/16");
            sumsAreTheSumsOfTheRows();
        } finally {
            jdbc.sql("delete from connection_case where handled_by = '341321' and customer_name = '考核样例'").update();
            for (var table : List.of("time_limit", "judged_case")) {
                jdbc.sql("delete from " + table + " where unit = '3413' and case_no = any(?)").param(numbers.stream().map(CaseNo::value).toArray(String[]::new)).update();
            }
            jdbc.sql("delete from judged_day where handled_by = '341321' and day = date '2012-03-30'").update();
            jdbc.sql("delete from stock_day where handled_by = '341321' and day between date '2012-03-01' and date '2012-03-30'").update();
        }
    }

    private void judge(List<CaseNo> numbers) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var trip = new OneTrip();
            judged.judge(trip, new UnitCode("3413"), numbers);
            trip.go(operations);
        });
    }

    private void limit(CaseNo no, String limit, String standard, int round, String verdict, int used) {
        jdbc.sql("""
                insert into time_limit (unit, case_no, limit_key, standard, phase, round, row_id, state, day0, amount, day_unit, due_on, stopped_on, used, verdict, calendar_version)
                values ('3413', ?, ?, ?, 0, ?, 'x', 'STOPPED', date '2012-03-05', 5, 'WORKING_DAY', date '2012-03-12', date '2012-03-09', ?, ?, 'x')""")
                .params(no.value(), limit, standard, round, used, verdict).update();
    }

    @Test
    void the_contract_and_the_page_say_the_same_and_a_wrong_word_is_refused() {
        office.day("2009-04-20");
        residentUntilReplied(walk, "2009-04-20", "2009-04-21", "2009-04-22", false);
        residentUntilArchived(walk, "2009-04-22", "2009-04-23");
        var it = county("2009-04");
        var said = office.get("cf.yx1", "/indicators?period=2009-04").mustSucceed().body();
        assertThat(said.path("figures").path("archived").asLong()).isEqualTo(it.archived()).isPositive();
        assertThat(said.path("figures").path("rate").decimalValue()).isEqualByComparingTo(it.rate());
        var stock = said.path("stock");
        assertThat(stock.path("closing").path("cases").asLong()).isEqualTo(stock.path("opening").path("cases").asLong() + stock.path("accepted").path("cases").asLong()
                - stock.path("energised").path("cases").asLong() - stock.path("terminated").path("cases").asLong());
        assertThat(office.get("cf.yx1", "/indicators/cases?period=2009-04&show=IN_TIME").mustSucceed().body().path("items").valueStream().map(item -> item.path("caseNo").asString())).contains(walk.no);
        assertThat(office.get("fd.yx1", "/indicators/cases?period=2009-04&show=IN_TIME&unit=340121").mustSucceed().body().path("items").isEmpty()).isTrue();
        assertThat(office.get("cf.yx1", "/indicators/cases?period=soon&show=NICE&unit=x").fields()).containsExactlyInAnyOrder("unit", "period", "show");
        assertThat(office.page("cf.yx1", "/work/indicators?period=2009-04")).contains("时限达标率", "低压", "unit=340121&amp;period=2009-04");
        assertThat(office.page("cf.yx1", "/work/indicators/cases?period=2009-04&show=in_time")).contains(walk.no);
        assertThat(office.page("cf.yx1", "/work/indicators/cases.csv?period=2009-04&show=archived")).contains(walk.no);
    }

    @Test
    void K05_a_county_counts_its_own_and_the_province_what_cities_have() {
        assertThat(reading.units("340121-yx1", reading.top("340121-yx1"))).containsExactly("340121");
        assertThat(reading.units("3401-yx1", reading.top("3401-yx1"))).contains("3401", "340121").allMatch(code -> code.startsWith("3401"));
        assertThat(reading.units("340122-yx1", new UnitCode("3401"))).containsExactly("340122");
    }

    private List<ReadingJudgedCases.Item> listed(String period, ReadingJudgedCases.Show show) {
        return listed(new ReadingJudgedCases.Query(null, Period.read(period).orElseThrow(), show, null, null, null, 2));
    }

    private List<ReadingJudgedCases.Item> listed(ReadingJudgedCases.Query query) {
        var all = new java.util.ArrayList<ReadingJudgedCases.Item>();
        String cursor = null;
        do {
            var page = cases.cases("340121-yx1", query.from(cursor, query.size()));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private void everyFigureIsTheLengthOfItsList(String period) {
        var whole = county(period);
        for (var show : ReadingJudgedCases.Show.values()) {
            for (var category : new String[] {null, "LV", "HV"}) {
                for (var link : new String[] {null, "A", "E"}) {
                    var query = new ReadingJudgedCases.Query(null, Period.read(period).orElseThrow(), show, category, link, null, 2);
                    assertThat(listed(query)).as("%s %s %s", show, category, link).hasSize((int) ReadingJudgedCases.length(whole, query));
                }
            }
        }
    }

    private void sumsAreTheSumsOfTheRows() {
        var rows = """
                select unit, handled_by, ended_on, category, ending, due_links, late_links, answer, count(*), count(*) filter (where explained), sum(company_days),
                  count(powered_on)::numeric, coalesce(sum(powered_on - accepted_on), 0)::numeric from judged_case group by 1, 2, 3, 4, 5, 6, 7, 8""";
        var sums = "select unit, handled_by, day, category, ending, due_links, late_links, answer, cases, explained, company_days, powered, process_days from judged_day where cases <> 0";
        assertThat(jdbc.sql("(" + rows + " except " + sums + ") union all (" + sums + " except " + rows + ")").query().listOfRows()).isEmpty();
    }

    /** Each case by itself: on hand at the end of a day when it was accepted by then and had neither power nor ended. */
    private void stockIsWhatOneCountsCaseByCase(String period) {
        var span = Period.read(period).orElseThrow();
        var stock = reading.overview("340121-yx1", null, span).stock();
        var onHand = """
                select count(*) from connection_case c where c.handled_by = '340121' and c.accepted_on <= ?
                  and not exists (select 1 from stage_run r where r.unit = c.unit and r.case_no = c.case_no and r.stage in ('energisation', 'household-energisation')
                    and r.outcome = 'PASSED' and not r.superseded and r.closed_on <= ?) and (c.ended_on is null or c.ended_on > ?)""";
        assertThat(stock.opening().cases()).isEqualTo(jdbc.sql(onHand).params(span.from().minusDays(1), span.from().minusDays(1), span.from().minusDays(1)).query(Long.class).single());
        assertThat(stock.closing().cases()).isEqualTo(jdbc.sql(onHand).params(span.to(), span.to(), span.to()).query(Long.class).single());
    }
}
