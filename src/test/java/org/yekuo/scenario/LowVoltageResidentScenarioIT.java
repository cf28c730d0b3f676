package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.document.CasePapers;
import org.yekuo.document.PaperPrints;
import org.yekuo.scenario.PapersOf.Golden;

/** A resident's supply, from the counter to the archive. */
class LowVoltageResidentScenarioIT extends Day {

    @Autowired PaperPrints prints;
    @Autowired CasePapers papers;

    @Test
    void T01_a_resident_is_promised_the_plan_by_the_eleventh_of_june_and_gets_power() {
        office.day("2008-06-05");
        var reply = walk.apply(walk.resident()).mustSucceed();
        var facts = reply.body().path("summary").path("facts");
        assertThat(facts.path("class").asString()).isEqualTo("LV_RES");
        assertThat(facts.path("voltageKv").decimalValue()).isEqualByComparingTo("0.22");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-06-11");
        assertThat(walk.receipt("ACCEPTANCE").path("content").path("next").path("amount").asInt()).isEqualTo(3);

        office.day("2008-06-06");
        walk.dispatch("2008-06-06").mustSucceed();
        walk.survey("2008-06-06", 8.89, "L34012107").mustSucceed();
        // A resident's plan takes effect with its drafting: the approval is delegated for good.
        assertThat(walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed().turns()).containsExactly("plan-reply");
        office.day("2008-06-10");
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        walk.submit("cf.jl1", "contract", Map.of("signedOn", "2008-06-10", "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION")))).mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        office.day("2008-06-11");
        walk.submit("cf.zj1", "metering", walk.residentMeter("2008-06-11")).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised("2008-06-11")).mustSucceed();
        assertThat(walk.limit("CONNECTION", "COMMITTED").path("verdict").asString()).isEqualTo("IN_TIME");
        assertThat(walk.finish("2008-06-11", "2008-07-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
        assertThat(walk.ledgerIntact()).isTrue();
        new PapersOf(prints, papers, walk.no).areAs("王小明", Map.ofEntries(
                Map.entry("receipt:ACCEPTANCE", Golden.on(1, "用电业务受理回执", "3 个工作日", "2008年6月11日", "一式两份")),
                Map.entry("receipt:PLAN_REPLY", Golden.on(1, "供电方案答复回执", "0.22 kV", "8.89 kVA")),
                Map.entry("APPLICATION_FORM", Golden.on(1, "用电申请表", "8.89 kVA", "居民生活")),
                Map.entry("DISPATCH_SHEET", Golden.on(1, "现场勘查派工单", "2008年6月6日", "上午")),
                Map.entry("SURVEY_SHEET", Golden.on(1, "现场勘查工作单", "具备供电条件", "8.89 kVA")),
                Map.entry("PLAN_REPLY", Golden.on(1, "低压供电方案答复单", "0.22 kV", "8.89 kVA", "居民生活用电", "有效期至2008年9月10日")),
                Map.entry("SUPPLY_CONTRACT", Golden.on(2, "居民供用电合同", "合同容量 8.89 kVA", "自2008年6月10日起至2013年6月9日止", "王小明（本人）", "产权分界图")),
                Map.entry("METER_SLIP", Golden.on(1, "电能计量装置装拆单", "DDS 220V 10(40)A", "封印", "2008年6月11日")),
                Map.entry("ENERGISATION_SLIP", Golden.on(1, "送电任务单", "2008年6月11日")),
                Map.entry("CALLBACK_SHEET", Golden.on(1, "业扩报装客户回访单")),
                Map.entry("ARCHIVE_COVER", Golden.on(1, "客户用电档案", walk.no + "-DA", "低压供电方案答复单", "房屋产权人居民身份证", "居民供用电合同", "供电方案答复回执"))));
    }

    @Test
    void missing_papers_are_named_at_once_and_acceptance_counts_from_the_day_they_are_in() {
        office.day("2008-06-02");
        var form = walk.resident();
        form.put("documents", List.of());
        var reply = walk.apply(form).mustSucceed();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.caseStatus()).isEqualTo("INCOMPLETE");

        office.day("2008-06-05");
        var complete = walk.submit("cf.kf1", "acceptance", 2, Map.of("receivedOn", "2008-06-05", "guideHandedOver", true,
                "documents", Walk.papers(List.of("PROPERTY_CERT", "OWNER_ID"))), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        assertThat(complete.caseStatus()).isEqualTo("ACCEPTED");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("day0").asString()).isEqualTo("2008-06-05");
    }

    @Test
    void V07_a_second_application_for_the_same_need_is_refused_and_names_the_first() {
        office.day("2008-06-05");
        var form = walk.resident();
        walk.apply(form).mustSucceed();
        var first = walk.no;

        var refused = walk.apply(form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.sentences().getFirst()).contains(first);
    }
}
