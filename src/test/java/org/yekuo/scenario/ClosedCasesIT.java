package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.casework.VerifyingLedger;
import org.yekuo.scenario.Office.Reply;
import org.yekuo.vocabulary.CaseNo;
import tools.jackson.databind.JsonNode;

/** Closed cases of an old system taken over as it recorded them. */
class ClosedCasesIT extends Day {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private VerifyingLedger verifying;

    private Reply send(String login, List<?> lines, boolean dryRun) {
        return office.upload(login, "/imports/closed-cases?name=lines.ndjson&dryRun=" + dryRun, "application/x-ndjson",
                ClosedCaseLines.ndjson(lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String caseOf(String originalNo) {
        return jdbc.sql("select case_no from connection_case where unit = '3401' and original_no = ?").param(originalNo).query(String.class).single();
    }

    /** Of the five links the assessed days where there are some, else the promised ones. */
    private int judgedDays() {
        return walk.limit("PLAN_REPLY", "COMMITTED").path("used").asInt() + walk.limit("DESIGN_REVIEW", "COMMITTED").path("used").asInt()
                + walk.limit("MID_INSPECTION", "COMMITTED").path("used").asInt() + walk.limit("COMPLETION_INSPECTION", "ASSESSED").path("used").asInt()
                + walk.limit("CONNECTION", "ASSESSED").path("used").asInt();
    }

    /** Lines, taken, already, refused. */
    private static String counts(JsonNode answer) {
        return List.of("lines", "taken", "already", "refused").stream().map(count -> answer.path("counts").path(count).asString()).collect(java.util.stream.Collectors.joining("/"));
    }

    private static List<String> rules(JsonNode line) {
        return line.path("violations").valueStream().map(violation -> violation.path("rule").asString() + "@" + violation.path("field").asString("")).toList();
    }

    @Test
    void a_closed_case_stands_as_the_old_system_recorded_it_and_its_limits_are_what_the_kernel_says() {
        office.day("2009-03-02");
        var original = "SG186-C-" + Numbers.unique();
        long sent = jdbc.sql("select count(*) from outbox").query(Long.class).single();
        var answer = send("cf.gl1", List.of(ClosedCaseLines.archived(ClosedCaseLines.machineWorks(original))), false).mustSucceed().body();
        assertThat(counts(answer)).as(answer.toString()).isEqualTo("1/1/0/0");
        walk.no = caseOf(original);

        // T25: 15 + 8 + 4 + 4 + 4 working days.
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("used").asInt()).isEqualTo(15);
        assertThat(walk.limit("DESIGN_REVIEW", "COMMITTED").path("used").asInt()).isEqualTo(8);
        assertThat(walk.limit("MID_INSPECTION", "COMMITTED").path("used").asInt()).isEqualTo(4);
        assertThat(walk.limit("COMPLETION_INSPECTION", "ASSESSED").path("used").asInt()).isEqualTo(4);
        assertThat(walk.limit("COMPLETION_INSPECTION", "ASSESSED").path("verdict").asString()).isEqualTo("IN_TIME");
        assertThat(walk.limit("COMPLETION_INSPECTION", "COMMITTED").path("verdict").asString()).isEqualTo("LATE");
        assertThat(walk.limit("CONNECTION", "COMMITTED").path("used").asInt()).isEqualTo(4);
        assertThat(walk.limit("CONNECTION", "ASSESSED").path("verdict").asString()).isEqualTo("IN_TIME");

        var summary = walk.get("").path("summary");
        assertThat(summary.path("status").asString()).isEqualTo("ARCHIVED");
        assertThat(summary.path("endedOn").asString()).isEqualTo("2008-10-06");
        assertThat(summary.path("originalNo").asString()).isEqualTo(original);
        var events = walk.get("/events").path("events").valueStream().toList();
        assertThat(events.getFirst().path("happenedOn").asString()).isEqualTo("2008-04-24");
        assertThat(events.getLast().path("kind").asString()).isEqualTo("IMPORTED");
        assertThat(events.getLast().path("happenedOn").asString()).isEqualTo("2009-03-02");
        assertThat(events).allSatisfy(event -> assertThat(event.path("data").path("importedBy").asString()).isEqualTo("340121-gl1"));
        assertThat(walk.ledgerIntact()).isTrue();
        assertThat(verifying.verify(new CaseNo(walk.no))).isEmpty();

        assertThat(jdbc.sql("select count(*) from outbox").query(Long.class).single()).isEqualTo(sent);
        assertThat(jdbc.sql("select count(*) from under_way where case_no = ?").param(walk.no).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from stage_part where case_no = ?").param(walk.no).query(Long.class).single()).isZero();
        assertThat(office.page("cf.jl1", "/work/cases/" + walk.no)).contains(original);
        assertThat(jdbc.sql("select category, due_links, late_links, company_days, ended_on::text as ended_on, taken_over from judged_case where case_no = ?").param(walk.no).query().singleRow())
                .isEqualTo(Map.of("category", "HV", "due_links", "ABCDE", "late_links", "", "company_days", judgedDays(), "ended_on", "2008-10-06", "taken_over", true));
    }

    @Test
    void refused_lines_are_told_by_number_with_every_fault_and_the_others_go_in_once() {
        office.day("2009-03-02");
        var unique = Numbers.unique();
        var lines = new ArrayList<Object>();
        for (int i = 0; i < 300; i++) {
            lines.add(ClosedCaseLines.archived(ClosedCaseLines.machineWorks("SG186-D-" + unique + "-" + (1000 + i))));
        }
        var backwards = ClosedCaseLines.archived(ClosedCaseLines.machineWorks("SG186-D-" + unique + "-2000"));
        backwards.put("stages", List.of(ClosedCaseLines.stage("survey", "2008-04-20", "2008-11-01", null), ClosedCaseLines.stage("dancing", "2008-04-25", "2008-04-26", null)));
        backwards.put("pauses", List.of(Map.of("reason", "LUNCH", "from", "2008-05-01", "to", "2008-05-02")));
        lines.set(4, backwards);
        var elsewhere = ClosedCaseLines.archived(ClosedCaseLines.machineWorks("SG186-D-" + unique + "-2001"));
        elsewhere.put("unit", "3402");
        elsewhere.put("business", "DANCE");
        lines.set(7, elsewhere);
        lines.set(9, "{broken");
        lines.set(11, lines.get(10));
        var early = ClosedCaseLines.archived(ClosedCaseLines.machineWorks("SG186-D-" + unique + "-2002"));
        early.put("acceptedOn", "1999-01-04");
        early.put("ended", Map.of("how", "WITHDRAWN", "on", "2031-01-01"));
        lines.set(13, early);

        var trial = send("cf.gl1", lines, true).mustSucceed().body();
        assertThat(counts(trial)).isEqualTo("300/295/1/4");
        assertThat(jdbc.sql("select count(*) from connection_case where original_no like ?").param("SG186-D-" + unique + "%").query(Long.class).single()).isZero();

        var answer = send("cf.gl1", lines, false).mustSucceed().body();
        assertThat(counts(answer)).isEqualTo("300/295/1/4");
        var refused = answer.path("refusedLines").valueStream().toList();
        assertThat(refused).extracting(line -> line.path("line").asInt()).containsExactly(5, 8, 10, 14);
        assertThat(rules(refused.get(0))).contains("casework.import-backwards@stages[0].openedOn", "casework.recorded-after-end@stages[0].closedOn",
                "casework.recorded-no-such-stage@stages[1].stage", "casework.no-such-reason@pauses[0].reason");
        assertThat(rules(refused.get(1))).contains("acceptance.import-not-allowed@unit", "acceptance.unknown-code@business");
        assertThat(rules(refused.get(2))).containsExactly("form.row-malformed@");
        assertThat(rules(refused.get(3))).containsExactly("acceptance.no-pack@acceptedOn");
        assertThat(refused.get(0).path("violations").get(0).path("sentence").asString()).isNotBlank();
        var no = answer.path("importNo").asString();
        assertThat(office.get("cf.gl1", "/imports/closed-cases/" + no + "/refusals?after=5").mustSucceed().body().path("refused").size()).isEqualTo(3);
        assertThat(office.get("cf.jl1", "/imports/closed-cases/" + no).status()).isEqualTo(404);
        assertThat(office.post("cf.jl1", "/imports/closed-cases", List.of()).status()).isEqualTo(403);

        var again = send("cf.gl1", lines, false).mustSucceed().body();
        assertThat(counts(again)).isEqualTo("300/0/296/4");
        var numbers = jdbc.sql("select case_no from connection_case where original_no like ?").param("SG186-D-" + unique + "%").query(String.class).list();
        assertThat(numbers).hasSize(295).allSatisfy(number -> assertThat(verifying.verify(new CaseNo(number))).isEmpty());
        assertThat(jdbc.sql("select count(*) from judged_case where case_no = any(?)").param(numbers.toArray(String[]::new)).query(Long.class).single()).isEqualTo(295);
        assertThat(jdbc.sql("select (select coalesce(sum(cases), 0) from judged_day) - (select count(*) from judged_case)").query(Long.class).single()).isZero();
    }

    @Test
    void a_withdrawn_case_claims_its_pause_and_can_neither_be_corrected_nor_worked_on() {
        office.day("2009-03-02");
        var original = "SG186-W-" + Numbers.unique();
        var line = ClosedCaseLines.machineWorks(original);
        line.put("stages", List.of(ClosedCaseLines.stage("acceptance", "2008-04-24", "2008-04-24", "2008-04-24"), Map.of("stage", "survey", "openedOn", "2008-04-25")));
        line.put("pauses", List.of(Map.of("reason", "CUSTOMER_HOLD", "from", "2008-04-28", "to", "2008-05-05")));
        line.put("ended", Map.of("how", "WITHDRAWN", "on", "2008-05-09", "reason", "客户撤回申请"));
        line.put("applicant", Map.of("name", "永固机械", "idType", "OTHER", "idNumber", original, "phone", "0551-5550000"));
        var before = ClosedCaseLines.archived(ClosedCaseLines.machineWorks(original + "-0"));
        before.put("applicant", Map.of("name", "长丰永固机械厂", "idType", "OTHER", "idNumber", original, "phone", "13805517788"));
        assertThat(counts(send("cf.gl1", List.of(before), false).mustSucceed().body())).isEqualTo("1/1/0/0");
        line.put("consumerNo", "3401" + "00012345" + "6");
        assertThat(counts(send("cf.gl1", List.of(line), false).mustSucceed().body())).isEqualTo("1/1/0/0");
        walk.no = caseOf(original);
        var summary = walk.get("").path("summary");
        assertThat(summary.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(summary.path("recorded").path("endReason").asString()).isEqualTo("客户撤回申请");
        assertThat(summary.path("suspensions").get(0).path("claimed").asBoolean()).isTrue();
        assertThat(summary.path("suspensions").get(0).path("counts").asBoolean()).isFalse();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("state").asString()).isEqualTo("VOID");
        assertThat(walk.act("cf.jl1", "/corrections", Map.of("field", "customerName", "value", "别名", "reason", "笔误")).body().toString()).contains("casework.as-recorded");
        // One identity is one customer; what was on file of her telephone stays.
        var customers = jdbc.sql("select distinct customer_id from connection_case where original_no in (?, ?)").params(original, original + "-0").query(Long.class).list();
        assertThat(customers).hasSize(1);
        assertThat(jdbc.sql("select phone_last4 from customer where customer_id = ?").param(customers.getFirst()).query(String.class).single()).isEqualTo("7788");
        assertThat(jdbc.sql("select name from customer_name where customer_id = ?").param(customers.getFirst()).query(String.class).list()).containsExactly("永固机械");
        var page = office.page("cf.jl1", "/work/cases/" + walk.no);
        assertThat(page).contains("按原系统记载接收，未经本系统核验").contains("客户撤回申请");
        office.page("cf.jl1", "/work/cases/" + walk.no + "/limits");
        office.page("cf.jl1", "/work/cases/" + walk.no + "/stages/acceptance");
    }

    @Test
    void it_is_found_by_old_number_account_and_words_within_the_scope_and_the_customer_sees_it() {
        office.day("2009-03-02");
        var unique = Numbers.unique();
        var original = "SG186-F-" + unique;
        var line = ClosedCaseLines.archived(ClosedCaseLines.machineWorks(original));
        line.put("consumerNo", "77" + unique);
        send("cf.gl1", List.of(line), false).mustSucceed();
        walk.no = caseOf(original);
        for (var words : List.of(original, "77" + unique, walk.no, "双凤开发区" + original)) {
            assertThat(office.get("cf.jl1", "/cases?q=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8)).mustSucceed().body().path("cases").valueStream()
                    .map(found -> found.path("caseNo").asString())).as(words).contains(walk.no);
        }
        assertThat(office.get("wh.gl1", "/cases?q=" + original).mustSucceed().body().path("cases").size()).isZero();
        assertThat(office.page("cf.jl1", "/work/find?q=" + original)).contains(walk.no);
        assertThat(office.page("cf.gl1", "/work/admin")).contains("/work/admin/closed-cases");
        var list = office.page("cf.gl1", "/work/admin/closed-cases");
        assertThat(list).contains("lines.ndjson");
        assertThat(office.page("cf.gl1", "/work/admin/closed-cases/" + jdbc.sql("select import_no from recorded_case where case_no = ?").param(walk.no).query(Long.class).single()))
                .contains("已读1行");
        var tracked = new Browsing(port).post("/open/track", "/open/track", Map.of("no", walk.no, "tail", "7788"));
        assertThat(tracked.statusCode()).isEqualTo(200);
        assertThat(tracked.body()).contains("按原系统记载接收");
    }
}
