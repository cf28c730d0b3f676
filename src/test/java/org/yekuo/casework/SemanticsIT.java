package org.yekuo.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.organisation.DelegatingRole;
import org.yekuo.organisation.Role;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import tools.jackson.databind.JsonNode;

/** How stages, parts, receipts and limits behave: one test a sentence, by its number in docs/semantics.md. */
class SemanticsIT extends Day {

    private static final Map<String, Object> NOTE = Map.of("kind", "OTHER", "note", "电话告知，现场照片已存");

    @Autowired
    private DelegatingRole delegating;

    @Autowired
    private ExpiringCases expiring;

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private void accepted(String day) {
        office.day(day);
        walk.apply(walk.resident()).mustSucceed();
    }

    private void surveyed(String day) {
        accepted(day);
        walk.dispatch(day).mustSucceed();
        walk.survey(day, 8.89, "L34012107").mustSucceed();
    }

    private void replied(String day) {
        surveyed(day);
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
    }

    private List<JsonNode> runs(String stage) {
        return walk.get("/stages").path("stages").valueStream().filter(run -> run.path("stage").asString().equals(stage)).toList();
    }

    private List<String> events() {
        return walk.get("/events").path("events").valueStream().map(event -> event.path("kind").asString()).toList();
    }

    private org.yekuo.scenario.Office.Reply sendBack(String to, String cause) {
        return walk.act("cf.zr1", "/send-back", Map.of("to", to, "cause", cause, "reason", "勘查容量有误", "fields", List.of("load.capacityKva")));
    }

    @Test
    void s03_a_passed_stage_is_settled_only_when_its_receipt_is_served() {
        surveyed("2008-06-05");
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        assertThat(walk.submit("cf.jl1", "plan-reply", Map.of()).mustSucceed().turns()).isEmpty();

        assertThat(walk.serve("PLAN_REPLY").mustSucceed().turns()).contains("contract", "metering");
    }

    @Test
    void s05_a_stage_that_does_not_apply_is_skipped_with_the_facts_it_rested_on() {
        surveyed("2008-06-05");
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();

        assertThat(runs("plan-approval").getFirst().path("state").asString()).isEqualTo("SKIPPED");
        var because = walk.get("/events").path("events").valueStream()
                .filter(event -> event.path("kind").asString().equals("STAGE_SKIPPED") && event.path("data").path("stage").asString().equals("plan-approval"))
                .findFirst().orElseThrow().path("data").path("because");
        assertThat(because.path("approvalNeeded").asBoolean(true)).isFalse();
    }

    @Test
    void s07_a_stage_on_request_and_its_limit_begin_with_the_customers_request() {
        walk.machineWorksUntilPlanApproved("2008-04-24", "2008-04-28", "2008-05-14");
        office.day("2008-05-16");
        walk.reply().mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        assertThat(runs("design-review").getFirst().path("state").asString()).isEqualTo("WAITING");
        assertThat(walk.get("/limits").toString()).doesNotContain("DESIGN_REVIEW");
        assertThat(walk.submit("cf.yx1", "design-review", Map.of("designer", Map.of("company", "x", "licenceNo", "1", "licenceClass", "乙", "validUntil", "2012-01-01",
                "chosenBy", "CUSTOMER"), "drawings", List.of(), "conclusion", "AGREED", "hiddenWorks", false)).rules()).containsExactly("casework.waiting-for-request");

        office.day("2008-06-07");
        walk.request("design-review", Walk.DRAWINGS).mustSucceed();
        // A Saturday in a holiday: the request's own day is day 0 all the same.
        assertThat(walk.limit("DESIGN_REVIEW", "COMMITTED").path("day0").asString()).isEqualTo("2008-06-07");
        assertThat(walk.limit("DESIGN_REVIEW", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-06-23");
    }

    @Test
    void s08_the_lead_waits_for_countersigns_an_absence_does_not_block_and_a_refusal_closes_the_run() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        walk.dispatch("2008-04-24").mustSucceed();
        walk.opine("cf.pd1", "survey", "distribution", 1, "AGREE").mustSucceed();
        walk.opine("hf.fc1", "survey", "planning", 1, "AGREE").mustSucceed();
        var result = new TreeMap<String, Object>(Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "visitedOn", "2008-04-24", "conclusion", "CAN_SUPPLY",
                "load", Map.of("capacityKva", 630), "points", List.of(Map.of("feeder", "L34012102", "distanceM", 350))));
        assertThat(walk.submit("cf.kc1", "survey", result).rules()).containsExactly("casework.countersigns-missing");

        walk.opine("cf.kc1", "survey", "production", 1, "ABSENT").mustSucceed();
        walk.submit("cf.kc1", "survey", result).mustSucceed();
        walk.submit("cf.zz1", "plan-draft", walk.machineWorksPlan()).mustSucceed();
        var refused = walk.opine("cf.dd1", "plan-approval", "dispatch", 1, "REFUSE").mustSucceed();

        assertThat(refused.turns()).containsExactly("plan-draft");
        assertThat(runs("plan-approval").getFirst().path("parts").valueStream().map(part -> part.path("state").asString())).contains("CANCELLED").doesNotContain("OPEN");
    }

    @Test
    void s09_a_stage_that_could_not_be_done_is_done_again_as_its_next_round() {
        accepted("2008-06-05");
        walk.dispatch("2008-06-05").mustSucceed();
        walk.survey(1, "2008-06-05", 8.89, "L34012107", Map.of("conclusion", "CANNOT_BE_DONE_TODAY", "notToday",
                Map.of("why", "NOBODY_HOME", "days", "CUSTOMER", "photo", office.upload("cf.kc1", "nobody home " + walk.no), "newDay", "2008-06-10", "newSlot", "MORNING"))).mustSucceed();

        assertThat(runs("survey")).extracting(run -> run.path("round").asInt() + run.path("state").asString()).containsExactly("1CLOSED", "2OPEN");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("round").asInt()).isEqualTo(1);
    }

    @Test
    void a_result_names_files_of_this_case_only_and_they_lie_in_its_file() {
        accepted("2008-06-05");
        walk.dispatch("2008-06-05").mustSucceed();
        var mine = office.upload("cf.kc1", "pole " + walk.no);
        var theirs = office.upload("fd.kc1", "another county " + walk.no);
        var waiting = office.upload("cf.kc1", "waiting " + walk.no);
        jdbc.sql("update stored_file set scan = 'WAITING' where file_id = ?").param(waiting).update();
        for (var wrong : Map.of("f".repeat(32), "document.file-unknown", theirs, "casework.file-of-stranger", waiting, "document.file-quarantined").entrySet()) {
            var refused = walk.survey(1, "2008-06-05", 8.89, "L34012107", Map.of("conclusion", "CAN_SUPPLY", "photos", List.of(Map.of("photo", wrong.getKey(), "what", "电杆"))));
            assertThat(refused.rules()).containsExactly(wrong.getValue());
            assertThat(refused.fields()).containsExactly("result.photos[0].photo");
        }
        jdbc.sql("update stored_file set scan = 'OFF' where file_id = ?").param(waiting).update();
        walk.survey(1, "2008-06-05", 8.89, "L34012107", Map.of("conclusion", "CAN_SUPPLY", "photos", List.of(Map.of("photo", mine, "what", "电杆")))).mustSucceed();
        assertThat(jdbc.sql("select case_no from stored_file where file_id = ?").param(mine).query(String.class).single()).isEqualTo(walk.no);
        assertThat(office.get("cf.jl1", "/cases/" + walk.no + "/archive/index").body().path("items").valueStream().map(item -> item.path("fileId").asString(""))).contains(mine);
    }

    @Test
    void s09_a_correction_keeps_old_and_new_and_touches_no_clock() {
        surveyed("2008-06-05");
        var before = walk.get("/limits").toString();
        walk.act("cf.kc1", "/corrections", Map.of("field", "survey:points[0].feeder", "value", "L34012108", "reason", "台区号写错")).mustSucceed();

        assertThat(runs("survey").getFirst().path("result").path("points").path(0).path("feeder").asString()).isEqualTo("L34012108");
        assertThat(walk.get("/limits").toString()).isEqualTo(before);
        var noted = walk.get("/events").path("events").valueStream().filter(event -> event.path("kind").asString().equals("CORRECTED")).findFirst().orElseThrow();
        assertThat(noted.path("data").path("was").asString()).isEqualTo("L34012107");
        assertThat(walk.act("cf.kc1", "/corrections", Map.of("field", "survey:conclusion", "value", "CANNOT_SUPPLY_NOW", "reason", "其实不行")).status()).isEqualTo(422);
    }

    @Test
    void s10_sending_back_supersedes_what_can_be_reached_reopens_it_filled_in_and_lets_it_be_confirmed() {
        replied("2008-06-05");
        assertThat(sendBack("survey", "COMPANY").mustSucceed().turns()).containsExactly("survey");
        assertThat(runs("dispatch")).extracting(run -> run.path("live").asBoolean()).containsExactly(true);
        assertThat(runs("contract")).extracting(run -> run.path("live").asBoolean()).containsExactly(false);

        var confirmed = office.post("cf.kc1", "/cases/" + walk.no + "/stages/survey/confirm", Map.of("round", 2, "reason", "复核无误"));
        assertThat(confirmed.mustSucceed().turns()).containsExactly("plan-draft");
        assertThat(events()).contains("SENT_BACK", "STAGE_SUPERSEDED", "STAGE_CONFIRMED");
    }

    @Test
    void s10_nothing_is_sent_back_across_power_that_is_on() {
        replied("2008-06-05");
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        walk.submit("cf.jl1", "contract", Map.of("signedOn", "2008-06-05", "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION")))).mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        walk.submit("cf.zj1", "metering", walk.residentMeter("2008-06-05")).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised("2008-06-05")).mustSucceed();

        assertThat(sendBack("survey", "COMPANY").rules()).containsExactly("casework.power-is-on");
        assertThat(walk.act("cf.kf1", "/withdrawal", Map.of("reason", "NOT_NEEDED")).rules()).containsExactly("casework.power-is-on-end");
    }

    @Test
    void s11_a_held_case_takes_facts_but_no_conclusions_and_its_clocks_stand() {
        accepted("2008-06-05");
        walk.act("cf.kf1", "/suspensions", Map.of("kind", "HOLD", "reason", "CUSTOMER_NOT_READY", "evidence", List.of(office.letter("cf.kf1")))).mustSucceed();
        assertThat(walk.dispatch("2008-06-05").rules()).containsExactly("casework.on-hold");
        walk.act("cf.kf1", "/contacts", Map.of("kind", "CALL", "text", "客户来电")).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").isNull()).isTrue();

        office.day("2008-06-20");
        walk.act("cf.kf1", "/suspensions/1/end", Map.of()).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-06-25");
        walk.dispatch("2008-06-20").mustSucceed();
    }

    @Test
    void s11_a_case_that_ends_voids_and_reports_its_running_limits() {
        accepted("2008-06-05");
        office.day("2008-06-10");
        assertThat(walk.act("cf.kf1", "/withdrawal", Map.of("reason", "NOT_NEEDED")).mustSucceed().caseStatus()).isEqualTo("WITHDRAWN");
        var limit = walk.limit("PLAN_REPLY", "COMMITTED");
        assertThat(limit.path("state").asString()).isEqualTo("VOID");
        assertThat(limit.path("used").asInt()).isEqualTo(2);
        assertThat(events()).contains("STAGE_CANCELLED", "LIMIT_VOIDED", "ENDED");
    }

    @Test
    void s12_a_second_notice_that_asks_for_what_the_first_could_have_counts_acceptance_from_the_first() {
        office.day("2008-06-02");
        var form = walk.resident();
        form.put("documents", Walk.papers(List.of("OWNER_ID")));
        walk.apply(form).mustSucceed();
        office.day("2008-06-03");
        var demand = new TreeMap<String, Object>(Map.of("receivedOn", "2008-06-03", "guideHandedOver", true,
                "documents", Walk.papers(List.of("PROPERTY_CERT")), "unusable", List.of(Map.of("type", "OWNER_ID", "reason", "复印件不清"))));
        assertThat(walk.submit("cf.kf1", "acceptance", 2, demand, Map.of()).status()).isEqualTo(422);
        demand.put("secondNoticeReason", "首次未发现身份证复印件不清");
        walk.submit("cf.kf1", "acceptance", 2, demand, Map.of()).mustSucceed();
        office.day("2008-06-05");
        walk.submit("cf.kf1", "acceptance", 3, Map.of("receivedOn", "2008-06-05", "guideHandedOver", true,
                "documents", Walk.papers(List.of("OWNER_ID"))), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();

        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("day0").asString()).isEqualTo("2008-06-03");
    }

    @Test
    void s14_who_surveyed_may_not_approve_even_by_delegation() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        walk.dispatch("2008-04-24").mustSucceed();
        walk.survey("2008-04-24", 630, "L34012102").mustSucceed();
        walk.submit("cf.zz1", "plan-draft", walk.machineWorksPlan()).mustSucceed();
        walk.opine("cf.pd1", "plan-approval", "distribution", 1, "AGREE").mustSucceed();
        walk.opine("cf.dd1", "plan-approval", "dispatch", 1, "AGREE").mustSucceed();
        var day = java.time.LocalDate.parse("2008-04-24");
        var delegated = delegating.delegate(new DelegatingRole.Delegation("340121-yx1", "340121-kc1", new UnitCode("340121"), Role.MARKETING_HEAD, day, day), Actor.system("test"));
        assertThat(delegated).isInstanceOf(Answer.Done.class);

        var refused = walk.submit("cf.kc1", "plan-approval", Map.of("decision", "APPROVED"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.rules()).containsExactly("casework.separated-duties");
        assertThat(delegating.delegate(new DelegatingRole.Delegation("340121-kc1", "340121-kc2", new UnitCode("340121"), Role.SURVEYOR, day, day), Actor.system("test")))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void s19_s21_a_pause_counts_from_its_entry_and_moves_the_due_day_by_the_working_days_it_took() {
        accepted("2008-06-16");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-06-19");
        office.day("2008-06-17");
        walk.act("cf.kf1", "/suspensions", Map.of("kind", "PAUSE", "reason", "CUSTOMER_HOLD", "fromDay", "2008-06-10", "evidence", List.of(office.letter("cf.kf1")))).mustSucceed();
        office.day("2008-06-20");
        var paused = walk.limit("PLAN_REPLY", "COMMITTED");
        assertThat(paused.path("used").asInt()).isEqualTo(1);
        assertThat(paused.path("dueOn").isNull()).isTrue();
        walk.act("cf.kf1", "/suspensions/1/end", Map.of()).mustSucceed();

        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-06-24");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("pauses").path(0).path("from").asString()).isEqualTo("2008-06-17");
    }

    @Test
    void s21_a_pause_without_the_customers_act_counts_only_when_a_second_person_confirms_and_never_for_our_own_reasons() {
        accepted("2008-06-16");
        assertThat(walk.act("cf.zr1", "/suspensions", Map.of("kind", "PAUSE", "reason", "CUSTOMER_HOLD", "evidence", List.of())).rules()).contains("casework.needs-evidence");
        assertThat(walk.act("cf.zr1", "/suspensions", Map.of("kind", "PAUSE", "reason", "COUNTERSIGNING", "evidence", List.of(NOTE))).rules())
                .containsExactly("casework.no-such-reason");
        var letter = office.upload("fd.kc1", "letter of another county " + walk.no);
        assertThat(walk.act("cf.zr1", "/suspensions", Map.of("kind", "PAUSE", "reason", "CUSTOMER_HOLD",
                "evidence", List.of(Map.of("kind", "CUSTOMER_LETTER", "fileId", "a-letter"), Map.of("kind", "CUSTOMER_LETTER", "fileId", letter)))).rules())
                .containsExactly("document.file-unknown", "casework.file-of-stranger");
        walk.act("cf.zr1", "/suspensions", Map.of("kind", "PAUSE", "reason", "CUSTOMER_HOLD", "evidence", List.of(NOTE))).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("paused").asBoolean()).isFalse();
        assertThat(walk.act("cf.zr1", "/suspensions/1/confirmation", Map.of()).rules()).containsExactly("casework.second-person");

        walk.act("cf.yx1", "/suspensions/1/confirmation", Map.of()).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("paused").asBoolean()).isTrue();
    }

    @Test
    void s23_sent_back_by_our_cause_the_running_round_runs_on_by_the_customers_it_is_void() {
        surveyed("2008-06-16");
        office.day("2008-06-17");
        sendBack("dispatch", "COMPANY").mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("day0").asString()).isEqualTo("2008-06-16");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("state").asString()).isEqualTo("RUNNING");
    }

    @Test
    void s23_a_round_that_had_stopped_stays_and_the_new_one_has_no_fresh_days_for_assessment() {
        replied("2008-06-16");
        office.day("2008-06-18");
        sendBack("plan-draft", "COMPANY").mustSucceed();

        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("round").asInt()).isEqualTo(2);
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("day0").asString()).isEqualTo("2008-06-18");
        assertThat(walk.limit("PLAN_REPLY", "ASSESSED").path("carried").asInt()).isEqualTo(walk.get("/limits").path("limits").valueStream()
                .filter(row -> row.path("limit").asString().equals("PLAN_REPLY") && row.path("standard").asString().equals("ASSESSED") && row.path("round").asInt() == 1)
                .findFirst().orElseThrow().path("used").asInt());
    }

    @Test
    void s24_s27_without_capacity_a_constrained_reply_meets_the_limit_and_the_real_one_runs_from_the_relief() {
        office.day("2008-06-16");
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch("2008-06-16").mustSucceed();
        walk.survey(1, "2008-06-16", 8.89, "L34012107", Map.of("conclusion", "CANNOT_SUPPLY_NOW", "constraint",
                Map.of("cause", "台区满载", "remedy", "增容公变", "expectedOn", "2008-09-01"))).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("day0").asString()).isEqualTo("2008-06-16");
        assertThat(events()).contains("LIMIT_CHANGED");

        office.day("2008-06-18");
        walk.submit("cf.jl1", "constrained-reply", 1, Map.of("promisedOn", "2008-09-01"), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").asString()).isEqualTo("IN_TIME");
        office.day("2008-09-01");
        walk.submit("cf.pd1", "relief", Map.of("relievedOn", "2008-09-01", "how", "公变已增容")).mustSucceed();
        assertThat(walk.limit("RELIEF_REPLY", "COMMITTED").path("day0").asString()).isEqualTo("2008-09-01");
        assertThat(walk.limit("RELIEF_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-09-04");
    }

    @Test
    void s25_a_reply_that_runs_out_ends_the_case_and_gives_its_capacity_back() {
        replied("2008-06-05");
        office.day("2008-09-05");
        expiring.expire(1000);
        assertThat(walk.get("").path("status").asString()).isEqualTo("ACCEPTED");
        office.day("2008-09-06");
        expiring.expire(1000);
        assertThat(walk.get("").path("status").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void s28_lateness_explained_before_the_due_day_is_late_all_the_same() {
        surveyed("2008-06-16");
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        office.day("2008-06-19");
        walk.act("cf.jl1", "/limits/PLAN_REPLY/explanation", Map.of("why", "变压器到货推迟", "willBeDoneOn", "2008-06-24")).mustSucceed();
        office.day("2008-06-24");
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();

        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").asString()).isEqualTo("LATE_EXPLAINED");
    }

    @Test
    void s29_a_refusal_to_sign_needs_two_witnesses_and_a_receipt_is_served_once() {
        replied("2008-06-05");
        var rno = walk.receipt("PLAN_REPLY").path("rno").asInt();
        assertThat(walk.act("cf.kf1", "/receipts/" + rno + "/service", Map.of("manner", "SMS")).status()).isEqualTo(409);
        assertThat(walk.act("cf.kf1", "/receipts/" + rno + "/acknowledgement",
                Map.of("signature", "REFUSED_BEFORE_WITNESSES", "signer", "王小明", "witnesses", List.of("李四"))).status()).isEqualTo(422);
        walk.act("cf.kf1", "/receipts/" + rno + "/acknowledgement",
                Map.of("signature", "REFUSED_BEFORE_WITNESSES", "signer", "王小明", "witnesses", List.of("李四", "赵五"))).mustSucceed();
    }

    @Test
    void s30_a_receipt_names_the_next_step_its_limit_its_latest_date_the_person_and_the_hotlines() {
        accepted("2008-06-05");
        var content = walk.receipt("ACCEPTANCE").path("content");
        assertThat(content.path("next").path("amount").asInt()).isEqualTo(3);
        assertThat(content.path("next").path("latestOn").asString()).isEqualTo("2008-06-11");
        assertThat(content.path("handledBy").path("phone").asString()).isNotBlank();
        assertThat(content.path("hotline").asString()).isEqualTo("95598");
        assertThat(content.path("supervision").asString()).isEqualTo("12398");
    }

    @Test
    void late_entries_count_from_the_day_said_once_the_head_approves() {
        surveyed("2008-06-16");
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        office.day("2008-06-23");
        assertThat(walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("happenedOn", "2008-06-18")).rules()).containsExactly("casework.late-needs-reason");
        walk.submit("cf.jl1", "plan-reply", Map.of()).mustSucceed();
        var rno = walk.receipt("PLAN_REPLY").path("rno").asInt();
        walk.act("cf.kf1", "/receipts/" + rno + "/service", Map.of("manner", "COUNTER", "happenedOn", "2008-06-18", "lateBecause", "系统停电")).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").asString()).isEqualTo("LATE");

        assertThat(walk.act("cf.kf1", "/late-entries/1/decision", Map.of("approved", true)).status()).isEqualTo(403);
        walk.act("cf.zr1", "/late-entries/1/decision", Map.of("approved", true)).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("stoppedOn").asString()).isEqualTo("2008-06-18");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").asString()).isEqualTo("IN_TIME");
    }
}
