package org.yekuo.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.casework.RecountingLimits;
import org.yekuo.scenario.Office.Reply;
import org.yekuo.scenario.Walk;
import tools.jackson.databind.JsonNode;

/** A year or a day of the calendar is published by two; running days move with their evidence, stopped ones stay. */
class CalendarPublishingIT extends PublishingDay {

    @Autowired
    private RecountingLimits recounting;

    private Reply proposeDay(String date, String rule) {
        return office.post(FIRST, "/calendar/days/" + date + "/proposal", Map.of("rule", rule, "occasion", "暴雪停工", "occasionEn", "snow",
                "title", "安徽省人民政府办公厅关于暴雪期间停工的通知", "number", "皖政办明电〔2009〕1号"));
    }

    private void publishDay(String date, String rule) {
        long proposal = proposeDay(date, rule).mustSucceed().body().path("id").asLong();
        decide(SECOND, "/calendar/days/" + date, "confirmation", proposal).mustSucceed();
    }

    private JsonNode latestRecomputation() {
        return office.get("cf.kf1", "/calendar/recomputations").mustSucceed().body().path("recomputations").path(0);
    }

    private static Map<String, Object> year(int year) {
        return new TreeMap<>(Map.of("number", "国办发明电〔" + (year - 1) + "〕7号",
                "rest", List.of(Map.of("from", year + "-01-01", "to", year + "-01-03", "occasion", "元旦", "occasionEn", "New Year's Day"),
                        Map.of("from", year + "-02-05", "to", year + "-02-12", "occasion", "春节", "occasionEn", "Spring Festival"),
                        Map.of("from", year + "-05-01", "to", year + "-05-03", "occasion", "劳动节", "occasionEn", "Labour Day"),
                        Map.of("from", year + "-10-01", "to", year + "-10-07", "occasion", "国庆节", "occasionEn", "National Day")),
                "work", List.of(Map.of("date", "2027-02-13", "occasion", "春节", "occasionEn", "Spring Festival"))));
    }

    @Test
    void a_closed_day_moves_running_days_with_its_notice_and_leaves_what_has_stopped() {
        office.day("2009-03-02");
        walk.apply(walk.machineWorks()).mustSucceed();
        var stopped = new Walk(office);
        stopped.apply(stopped.resident()).mustSucceed();
        stopped.dispatch("2009-03-02").mustSucceed();
        stopped.survey("2009-03-02", 8.89, "L34012107").mustSucceed();
        stopped.submit("cf.kc1", "plan-draft", stopped.residentPlan()).mustSucceed();
        office.day("2009-03-03");
        stopped.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        var frozen = stopped.limit("PLAN_REPLY", "COMMITTED");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2009-03-23");

        publishDay("2009-03-12", "REST");
        assertThat(office.get(null, "/calendar/due?from=2009-03-02&days=15").body().path("due").asString()).isEqualTo("2009-03-24");
        recounting.run(10_000);

        var moved = walk.limit("PLAN_REPLY", "COMMITTED");
        assertThat(moved.path("dueOn").asString()).isEqualTo("2009-03-24");
        var evidence = moved.path("moved").path(0);
        assertThat(evidence.path("wasDue").asString()).isEqualTo("2009-03-23");
        assertThat(evidence.path("due").asString()).isEqualTo("2009-03-24");
        assertThat(evidence.path("calendarWas").asString()).isNotEqualTo(evidence.path("calendar").asString());
        assertThat(evidence.path("changedDays").path(0).path("day").asString()).isEqualTo("2009-03-12");
        assertThat(evidence.path("changedDays").path(0).path("notice").asString()).contains("皖政办明电〔2009〕1号");
        assertThat(moved.path("explained").path("zh").asString()).contains("由 2009-03-23 改为 2009-03-24").contains("皖政办明电");
        assertThat(stopped.limit("PLAN_REPLY", "COMMITTED")).isEqualTo(frozen);
        assertThat(walk.ledgerIntact()).isTrue();
        assertThat(texts(walk.get("/events").path("events"), "kind")).contains("LIMIT_CHANGED");
        walk.dispatch("2009-03-05").mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("moved").size()).isEqualTo(1);
    }

    @Test
    void a_recomputation_that_was_cut_off_goes_on_where_it_was_and_does_nothing_twice() {
        office.day("2009-09-01");
        var cases = List.of(new Walk(office), new Walk(office), new Walk(office));
        cases.forEach(one -> one.apply(one.machineWorks()).mustSucceed());
        recounting.run(10_000);
        publishDay("2009-09-09", "REST");

        assertThat(recounting.run(2)).isEqualTo(2);
        assertThat(latestRecomputation().path("cases").asInt()).isEqualTo(2);
        assertThat(latestRecomputation().has("finishedAt") && !latestRecomputation().path("finishedAt").isNull()).isFalse();
        // An act comes first to a case the job has not reached.
        cases.getLast().act("cf.kf1", "/contacts", Map.of("kind", "CALL", "text", "客户来电")).mustSucceed();
        assertThat(cases.getLast().limit("PLAN_REPLY", "COMMITTED").path("moved").size()).isEqualTo(1);

        recounting.run(10_000);
        assertThat(latestRecomputation().path("finishedAt").asString("")).isNotEmpty();
        assertThat(cases).allSatisfy(one -> {
            assertThat(one.limit("PLAN_REPLY", "COMMITTED").path("moved").size()).isEqualTo(1);
            assertThat(one.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2009-09-23");
        });
        long done = latestRecomputation().path("cases").asLong();
        assertThat(recounting.run(10_000)).isZero();
        assertThat(latestRecomputation().path("cases").asLong()).isEqualTo(done);
    }

    @Test
    void a_case_in_which_nothing_runs_across_the_changed_day_is_passed_by_without_an_entry() {
        office.day("2009-04-01");
        walk.apply(walk.resident()).mustSucceed();
        var limits = walk.get("/limits");
        var entries = walk.get("/events").path("events").size();
        publishDay("2009-06-15", "REST");
        recounting.run(10_000);
        assertThat(latestRecomputation().path("finishedAt").asString("")).isNotEmpty();
        assertThat(walk.get("/limits")).isEqualTo(limits);
        walk.dispatch("2009-04-02").mustSucceed();
        assertThat(texts(walk.get("/events").path("events"), "kind")).hasSizeGreaterThan(entries).doesNotContain("LIMIT_CHANGED", "PART_CHANGED");
    }

    @Test
    void a_closed_day_that_is_taken_back_moves_the_days_back() {
        office.day("2009-12-01");
        walk.apply(walk.machineWorks()).mustSucceed();
        publishDay("2009-12-03", "REST");
        recounting.run(10_000);
        publishDay("2009-12-03", "WORK");
        recounting.run(10_000);
        var limit = walk.limit("PLAN_REPLY", "COMMITTED");
        assertThat(limit.path("dueOn").asString()).isEqualTo("2009-12-22");
        assertThat(texts(limit.path("moved"), "due")).containsExactly("2009-12-23", "2009-12-22");
    }

    @Test
    void a_part_due_after_the_closed_day_moves_on_the_worklist() {
        office.day("2009-11-02");
        walk.apply(walk.machineWorks()).mustSucceed();
        var was = walk.get("").path("summary").path("turns").path(0).path("dueOn").asString();
        publishDay("2009-11-03", "REST");
        recounting.run(10_000);
        assertThat(walk.get("").path("summary").path("turns").path(0).path("dueOn").asString()).isGreaterThan(was);
        assertThat(texts(walk.get("/events").path("events"), "kind")).contains("PART_CHANGED");
    }

    @Test
    void a_year_with_faults_is_refused_with_all_of_them() {
        var broken = year(2027);
        broken.put("number", "七号");
        broken.put("rest", List.of(Map.of("from", "2027-01-01", "to", "2027-01-03", "occasion", "元旦"), Map.of("from", "2028-05-01", "occasion", "劳动节"),
                Map.of("from", "2027-01-03", "occasion", "元旦")));
        broken.put("work", List.of(Map.of("date", "2027-02-10", "occasion", "春节")));
        var refused = office.post(FIRST, "/calendar/years/2027/proposal", broken);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.rules()).contains("calendar.notice-number", "calendar.day-outside-year", "calendar.day-twice",
                "calendar.working-weekend-on-weekday", "calendar.festival-missing");
        assertThat(office.post(FIRST, "/calendar/days/2031-03-03/proposal", Map.of("rule", "REST", "occasion", "停工", "title", "通知", "number", "1")).rules())
                .containsExactly("calendar.year-not-published");
        assertThat(proposeDay("2009-01-01", "REST").rules()).containsExactly("calendar.rests-already");
    }

    @Test
    void a_year_is_published_by_two_and_then_certain() {
        assertThat(office.get(null, "/calendar/due?from=2027-02-01&days=5").body().path("provisional").asBoolean()).isTrue();
        long proposal = office.post(FIRST, "/calendar/years/2027/proposal", year(2027)).mustSucceed().body().path("id").asLong();
        assertThat(decide(FIRST, "/calendar/years/2027", "confirmation", proposal).rules()).containsExactly("publishing.same-person");
        assertThat(decide("cf.yx1", "/calendar/years/2027", "confirmation", proposal).status()).isEqualTo(403);
        decide(SECOND, "/calendar/years/2027", "confirmation", proposal).mustSucceed();

        var due = office.get(null, "/calendar/due?from=2027-02-01&days=5").body();
        assertThat(due.path("provisional").asBoolean()).isFalse();
        assertThat(due.path("due").asString()).isEqualTo("2027-02-15");
        var published = office.get(null, "/calendar/years").body().path("years").path(0);
        assertThat(published.path("year").asInt()).isEqualTo(2027);
        assertThat(published.path("notice").path("number").asString()).isEqualTo("国办发明电〔2026〕7号");
        assertThat(office.post(FIRST, "/calendar/years/2027/proposal", year(2027)).rules()).containsExactly("calendar.nothing-changes");
        assertThat(office.get(FIRST, "/calendar/proposals").body().path("proposals").toString()).contains("林英").contains("杜娜");
    }
}
