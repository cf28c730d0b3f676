package org.yekuo.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;

/** Cases carried through their acts are judged as they end, and judged again when their days turn out to be others. */
class IndicatorsIT extends Day {

    @Autowired
    private ReadingIndicators reading;
    @Autowired
    private ReadingJudgedCases cases;
    @Autowired
    private JdbcClient jdbc;

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
        assertThat(walk.finish(powered, "2009-04-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
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
    void K05_a_county_counts_its_own_and_the_province_what_cities_have() {
        assertThat(reading.units("340121-yx1", reading.top("340121-yx1"))).containsExactly("340121");
        assertThat(reading.units("3401-yx1", reading.top("3401-yx1"))).contains("3401", "340121").allMatch(code -> code.startsWith("3401"));
        assertThat(reading.units("340122-yx1", new org.yekuo.vocabulary.UnitCode("3401"))).containsExactly("340122");
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
