package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.document.CasePapers;
import org.yekuo.document.PaperPrints;
import org.yekuo.scenario.PapersOf.Golden;

/** The acceptance scenarios of high-voltage supply, over HTTP against a real PostgreSQL, day by day with the drill's clock. */
class HighVoltageScenarioIT extends Day {

    @Autowired PaperPrints prints;
    @Autowired CasePapers papers;

    private void expect(String limit, String standard, int used, String verdict) {
        var found = walk.limit(limit, standard);
        assertThat(found.path("used").asInt()).as(found.path("explained").path("zh").asString()).isEqualTo(used);
        assertThat(found.path("verdict").asString("")).as(limit).isEqualTo(verdict);
    }

    @Test
    void T05_a_machine_works_is_promised_its_plan_by_the_sixteenth_of_may() {
        office.day("2008-04-24");
        var reply = walk.apply(walk.machineWorks()).mustSucceed();

        var facts = reply.body().path("summary").path("facts");
        assertThat(facts.path("class").asString()).isEqualTo("HV");
        assertThat(facts.path("voltageKv").asInt()).isEqualTo(10);
        assertThat(facts.path("handledBy").asString()).isEqualTo("COUNTY");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-05-16");
        assertThat(walk.limit("PLAN_REPLY", "STATUTORY").path("dueOn").asString()).isEqualTo("2008-06-06");
        var next = walk.receipt("ACCEPTANCE").path("content").path("next");
        assertThat(next.path("name").asString()).isEqualTo("供电方案答复");
        assertThat(next.path("amount").asInt()).isEqualTo(15);
        assertThat(next.path("latestOn").asString()).isEqualTo("2008-05-16");
    }

    @Test
    void T15_a_limit_is_normal_then_due_next_then_overdue() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();

        office.day("2008-05-14");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("left").asInt()).isEqualTo(2);
        office.day("2008-05-15");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("left").asInt()).isEqualTo(1);
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").isNull()).isTrue();
        office.day("2008-05-17");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").asString()).isEqualTo("OVERDUE");
    }

    @Test
    void T16_a_reply_served_on_the_last_day_is_in_time_and_valid_for_a_year_prolonged_once() {
        walk.machineWorksUntilPlanApproved("2008-04-24", "2008-04-28", "2008-05-14");
        office.day("2008-05-16");
        walk.reply().mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();

        expect("PLAN_REPLY", "COMMITTED", 15, "IN_TIME");
        assertThat(walk.limit("REPLY_VALIDITY", "STATUTORY").path("dueOn").asString()).isEqualTo("2009-05-16");
        office.day("2009-05-06");
        walk.act("cf.jl2", "/limits/REPLY_VALIDITY/extension", Map.of("reason", "客户厂房未完工")).mustSucceed();
        assertThat(walk.limit("REPLY_VALIDITY", "STATUTORY").path("dueOn").asString()).isEqualTo("2010-05-16");
        assertThat(walk.act("cf.jl2", "/limits/REPLY_VALIDITY/extension", Map.of("reason", "再延")).rules()).containsExactly("casework.extended-already");
    }

    @Test
    void T16b_a_prolongation_asked_for_after_the_last_day_for_it_is_refused() {
        walk.machineWorksUntilPlanApproved("2008-04-24", "2008-04-28", "2008-05-14");
        office.day("2008-05-16");
        walk.reply().mustSucceed();

        office.day("2009-05-07");
        var refused = walk.act("cf.jl2", "/limits/REPLY_VALIDITY/extension", Map.of("reason", "晚了一天"));
        assertThat(refused.rules()).containsExactly("casework.extension-too-late");
        assertThat(refused.sentences().getFirst()).contains("2009-05-06");
    }

    @Test
    void T18_A1_drawings_wait_for_the_customers_signature_but_the_clock_stopped_with_service() {
        walk.machineWorksUntilPlanApproved("2008-04-24", "2008-04-28", "2008-05-14");
        office.day("2008-05-15");
        walk.reply().mustSucceed();
        expect("PLAN_REPLY", "COMMITTED", 14, "IN_TIME");
        assertThat(walk.limit("REPLY_VALIDITY", "STATUTORY").path("dueOn").asString()).isEqualTo("2009-05-15");

        office.day("2008-05-20");
        var refused = walk.request("design-review", Walk.DRAWINGS);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.sentences().getFirst()).contains("尚未由客户签收");

        office.day("2008-05-28");
        walk.sign("PLAN_REPLY").mustSucceed();
        walk.request("design-review", Walk.DRAWINGS).mustSucceed();
    }

    @Test
    void T19_refused_drawings_stop_the_clock_and_new_ones_get_a_round_of_their_own() {
        walk.machineWorksUntilPlanApproved("2008-04-24", "2008-04-28", "2008-05-14");
        office.day("2008-05-16");
        walk.reply().mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        office.day("2008-07-28");
        walk.request("design-review", Walk.DRAWINGS).mustSucceed();
        assertThat(walk.limit("DESIGN_REVIEW", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-08-11");

        office.day("2008-08-06");
        walk.review(1, false).mustSucceed();
        expect("DESIGN_REVIEW", "COMMITTED", 7, "IN_TIME");
        office.day("2008-08-20");
        walk.request("design-review", List.of()).mustSucceed();

        var second = walk.limit("DESIGN_REVIEW", "COMMITTED");
        assertThat(second.path("round").asInt()).isEqualTo(2);
        assertThat(second.path("day0").asString()).isEqualTo("2008-08-20");
        assertThat(second.path("dueOn").asString()).isEqualTo("2008-09-03");
    }

    @Test
    void T25_a_case_goes_from_acceptance_to_its_archive_within_every_assessed_limit() {
        untilCompletionInspected();
        expect("PLAN_REPLY", "ASSESSED", 15, "IN_TIME");
        expect("DESIGN_REVIEW", "ASSESSED", 8, "IN_TIME");
        expect("MID_INSPECTION", "ASSESSED", 4, "IN_TIME");
        expect("COMPLETION_INSPECTION", "ASSESSED", 4, "IN_TIME");
        expect("COMPLETION_INSPECTION", "COMMITTED", 4, "LATE");

        walk.contractDraft().mustSucceed();
        walk.meters("2008-09-18").mustSucceed();
        office.day("2008-09-22");
        walk.contract("2008-09-22", "cf.jl2").mustSucceed();
        assertThat(walk.limit("CONNECTION", "COMMITTED").path("day0").asString()).isEqualTo("2008-09-22");
        assertThat(walk.limit("CONNECTION", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-09-27");

        office.day("2008-09-26");
        walk.request("energisation", List.of()).mustSucceed();
        energise("2008-09-26").mustSucceed();
        expect("CONNECTION", "COMMITTED", 4, "IN_TIME");
        expect("CONNECTION", "ASSESSED", 4, "IN_TIME");

        assertThat(walk.finish("2008-09-26", "2008-10-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
        assertThat(walk.ledgerIntact()).isTrue();
        assertThat(walk.act("cf.jl2", "/withdrawal", Map.of("reason", "CUSTOMER_REQUEST")).rules()).containsExactly("casework.case-ended");
        new PapersOf(prints, papers, walk.no).areAs(walk.get("").path("summary").path("application").path("customerName").asString(), Map.ofEntries(
                Map.entry("receipt:ACCEPTANCE", Golden.on(1, "用电业务受理回执", "15 个工作日", "2008年5月16日", "一式两份")),
                Map.entry("receipt:PLAN_REPLY", Golden.on(1, "供电方案答复回执", "10 kV", "630 kVA", "图纸审查", "10 个工作日")),
                Map.entry("receipt:DESIGN_REVIEW", Golden.on(2, "图纸审查回执", "同意", "中间检查", "5 个工作日")),
                Map.entry("receipt:COMPLETION_INSPECTION", Golden.on(1, "竣工检验回执", "合格")),
                Map.entry("APPLICATION_FORM", Golden.on(1, "用电申请表", "630 kVA", "申请人声明")),
                Map.entry("DISPATCH_SHEET", Golden.on(1, "现场勘查派工单", "上午")),
                Map.entry("SURVEY_SHEET", Golden.on(1, "现场勘查工作单", "具备供电条件", "10千伏双凤开发区线（L34012102）", "350")),
                Map.entry("PLAN_REPLY", Golden.on(2, "高压供电方案答复单", "10 kV", "110千伏双墩变", "10千伏双凤开发区线", "630 kVA × 1 台", "高供高计", "50/5", "大工业用电", "不低于 190 kvar", "2009年5月")),
                Map.entry("DESIGN_OPINION", Golden.on(1, "受电工程图纸审查意见单", "客户自选设计院", "A2340001", "同意")),
                Map.entry("MID_INSPECTION_SHEET", Golden.on(1, "受电工程中间检查意见单", "合格")),
                Map.entry("COMPLETION_INSPECTION_SHEET", Golden.on(1, "受电工程竣工检验意见单", "第 1 次 检查人员", "630 kVA", "3.2 Ω", "合格")),
                Map.entry("SUPPLY_CONTRACT", Golden.on(2, "高压供用电合同", "110千伏双墩变", "10千伏双凤开发区线", "合同容量 630 kVA", "自2008年9月22日起至2011年9月21日止", "赵经理（法定代表人）", "产权分界图")),
                Map.entry("METER_SLIP", Golden.on(1, "电能计量装置装拆单", "LZZBJ9-10", "50/5", "10000/100", "封印")),
                Map.entry("ENERGISATION_SLIP", Golden.on(1, "送电任务单", "630 kVA", "2008年9月26日")),
                Map.entry("CALLBACK_SHEET", Golden.on(1, "业扩报装客户回访单")),
                Map.entry("ARCHIVE_COVER", Golden.on(1, "客户用电档案", walk.no + "-DA", "高压供电方案答复单", "高压供用电合同", "竣工检验回执"))));
    }

    @Test
    void T23_power_waits_for_every_condition_and_names_the_missing_ones() {
        untilCompletionInspected();
        walk.meters("2008-09-18").mustSucceed();
        walk.request("energisation", List.of()).mustSucceed();
        walk.opine("cf.dd1", "energisation", "dispatch", 1, "AGREE");

        var refused = walk.submit("cf.jl2", "energisation", walk.energised("2008-09-18", false));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(String.join("", refused.sentences())).contains("电气").contains("合同");
        assertThat(walk.get("/stages").path("stages").valueStream().filter(run -> run.path("stage").asString().equals("energisation"))
                .map(run -> run.path("state").asString())).containsExactly("OPEN");
    }

    @Test
    void A5_days_the_customer_waits_for_our_contract_count_against_us_though_not_against_the_promise() {
        untilCompletionInspected();
        walk.meters("2008-09-18").mustSucceed();
        office.day("2008-10-08");
        walk.contractDraft().mustSucceed();
        office.day("2008-10-09");
        walk.contract("2008-10-09", "cf.jl2").mustSucceed();
        assertThat(walk.limit("CONNECTION", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-10-16");
        office.day("2008-10-14");
        walk.request("energisation", List.of()).mustSucceed();
        energise("2008-10-14").mustSucceed();

        expect("CONNECTION", "COMMITTED", 3, "IN_TIME");
        var assessed = walk.limit("CONNECTION", "ASSESSED");
        // Here the fee was not due, so our draft was waited for from the day the works passed, 09-18: one day more than where it was settled on 09-19.
        assertThat(assessed.path("used").asInt()).isEqualTo(11 + 3);
        assertThat(assessed.path("verdict").asString()).isEqualTo("LATE");
    }

    @Test
    void T30_more_capacity_is_a_linked_new_case_that_carries_the_days_used_for_assessment_only() {
        office.day("2008-04-24");
        var form = walk.machineWorks();
        walk.apply(form).mustSucceed();
        var first = walk.no;
        office.day("2008-05-05");
        walk.act("cf.kf1", "/withdrawal", Map.of("reason", "NEED_CHANGED", "detail", "500改800kVA")).mustSucceed();
        form.put("load", Map.of("capacityKva", 800, "phase", "THREE", "voltageWish", 10, "sources", 1, "circuits", 1, "importance", "NONE"));

        var second = walk.apply(form).mustSucceed();

        assertThat(second.body().path("summary").path("predecessor").asString()).isEqualTo(first);
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("carried").asInt()).isZero();
        assertThat(walk.limit("PLAN_REPLY", "ASSESSED").path("carried").asInt()).isEqualTo(6);
    }

    private Office.Reply energise(String day) {
        walk.opine("cf.dd1", "energisation", "dispatch", 1, "AGREE");
        return walk.submit("cf.jl2", "energisation", walk.energised(day, true));
    }

    private void untilCompletionInspected() {
        walk.machineWorksUntilPlanApproved("2008-04-24", "2008-04-28", "2008-05-14");
        office.day("2008-05-16");
        walk.reply().mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        office.day("2008-06-05");
        walk.request("design-review", Walk.DRAWINGS).mustSucceed();
        office.day("2008-06-18");
        walk.review(1, true).mustSucceed();
        walk.act("cf.jl2", "/contacts", Map.of("kind", "CONSTRUCTION_STARTED", "text", "受电工程开工")).mustSucceed();
        office.day("2008-08-04");
        walk.request("mid-inspection", List.of("CONTRACTOR_LICENCE")).mustSucceed();
        assertThat(walk.limit("MID_INSPECTION", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-08-11");
        office.day("2008-08-08");
        walk.inspectHidden("2008-08-06").mustSucceed();
        office.day("2008-09-11");
        walk.request("completion-inspection", Walk.COMPLETION_PAPERS).mustSucceed();
        office.day("2008-09-18");
        walk.inspectCompletion(1, "2008-09-16", Map.of()).mustSucceed();
    }
}
