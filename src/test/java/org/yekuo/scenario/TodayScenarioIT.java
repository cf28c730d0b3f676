package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** Cases of today, under the pack made of the state's rules of 2024 and the company's promises of 2022. */
class TodayScenarioIT extends Day {

    @BeforeEach
    void capacityOfToday() {
        for (var feeder : new String[] {"L34012102", "L34012101", "L34012107"}) {
            capacity.declare(new UnitCode("3401"), feeder, YearMonth.of(2024, 1), YearMonth.of(2026, 12), BigDecimal.valueOf(1_000_000), Actor.system("test"));
        }
    }

    private void expect(String limit, String standard, int used, String verdict) {
        var found = walk.limit(limit, standard);
        assertThat(found.path("used").asInt()).as(found.path("explained").path("zh").asString()).isEqualTo(used);
        assertThat(found.path("verdict").asString("")).as(limit).isEqualTo(verdict);
    }

    private Map<String, Object> factory(String... papers) {
        var form = walk.machineWorks();
        form.put("requiredBy", "2026-06-01");
        form.put("documents", Walk.papers(List.of(papers)));
        return form;
    }

    private void hand(String... papers) {
        walk.act("cf.jl2", "/documents", Map.of("documents", Walk.papers(List.of(papers)))).mustSucceed();
    }

    @Test
    void an_ordinary_factory_has_three_links_and_its_papers_follow_by_the_stage_they_are_due() {
        office.day("2025-03-03");
        var accepted = walk.apply(factory("APP_REPORT", "BUSINESS_LICENSE", "COMMITMENT")).mustSucceed();
        assertThat(accepted.caseStatus()).isEqualTo("ACCEPTED");
        assertThat(accepted.body().path("summary").path("pack").asString()).isEqualTo("anhui-2024");
        assertThat(accepted.body().path("summary").path("facts").path("drawingsReviewed").asBoolean()).isFalse();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2025-03-17");
        assertThat(walk.limit("PLAN_REPLY", "STATUTORY").path("dueOn").asString()).isEqualTo("2025-03-17");
        assertThat(walk.limit("COMPANY_TOTAL", "COMMITTED").path("amount").asInt()).isEqualTo(22);

        walk.dispatch("2025-03-04").mustSucceed();
        office.day("2025-03-04");
        walk.survey("2025-03-04", 630, "L34012102").mustSucceed();

        var short1 = walk.submit("cf.zz1", "plan-draft", walk.machineWorksPlan());
        assertThat(short1.rules()).containsExactly("casework.paper-due");
        assertThat(short1.sentences().getFirst()).contains("用电设备清单").contains("供电方案拟定");
        hand("EQUIP_LIST");
        walk.submit("cf.zz1", "plan-draft", walk.machineWorksPlan()).mustSucceed();
        walk.opine("cf.pd1", "plan-approval", "distribution", 1, "AGREE").mustSucceed();
        walk.opine("cf.dd1", "plan-approval", "dispatch", 1, "AGREE").mustSucceed();
        walk.submit("cf.yx1", "plan-approval", Map.of("decision", "APPROVED")).mustSucceed();

        office.day("2025-03-14");
        walk.reply().mustSucceed();
        expect("PLAN_REPLY", "COMMITTED", 9, "IN_TIME");
        walk.sign("PLAN_REPLY").mustSucceed();
        assertThat(walk.limit("REPLY_VALIDITY", "STATUTORY").path("day0").asString()).as("validity runs from the signature").isEqualTo("2025-03-14");
        assertThat(stages("SKIPPED")).contains("design-review", "mid-inspection");

        connect("2025-06-16", "2025-06-18", "2025-06-20", "2025-06-24");
        // 9 + 2 + 2: all links together stay within the twenty-two days promised.
        expect("COMPANY_TOTAL", "COMMITTED", 13, "IN_TIME");
        assertThat(walk.finish("2025-06-25", "2025-07-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    private void connect(String asked, String inspected, String ready, String on) {
        office.day(asked);
        var papers = List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT", "AS_BUILT", "TEST_REPORT");
        var refused = walk.request("completion-inspection", papers);
        assertThat(refused.rules()).as("V09: the title was promised for the completion inspection").containsExactly("design.paper-missing");
        assertThat(refused.sentences().getFirst()).contains("用电地址权属证明").contains("房屋租赁合同");
        hand("PROPERTY_CERT");
        walk.request("completion-inspection", papers).mustSucceed();
        office.day(inspected);
        walk.contractDraft().mustSucceed();
        walk.inspectCompletion(1, inspected, Map.of("contractor", licence(), "testUnit", licence())).mustSucceed();
        office.day(ready);
        hand("LEGAL_ID");
        walk.contract(ready, "cf.jl2").mustSucceed();
        walk.request("energisation", List.of()).mustSucceed();
        office.day(on);
        walk.meters(on).mustSucceed();
        walk.opine("cf.dd1", "energisation", "dispatch", 1, "AGREE").mustSucceed();
        walk.submit("cf.jl2", "energisation", walk.energised(on, true)).mustSucceed();
        office.day("2025-06-25");
    }

    private static Map<String, Object> licence() {
        var licence = new TreeMap<>(Walk.CONTRACTOR);
        licence.put("validUntil", "2030-01-01");
        return licence;
    }

    private List<String> stages(String state) {
        var found = new ArrayList<String>();
        walk.get("/stages").path("stages").forEach(stage -> {
            if (stage.path("state").asString().equals(state)) {
                found.add(stage.path("stage").asString());
            }
        });
        return found;
    }

    @Test
    void T26_thirty_five_kilovolts_have_their_drawings_and_hidden_works_looked_at_and_take_sixteen_days_of_twenty_two() {
        office.day("2025-03-03");
        var form = factory("APP_REPORT", "BUSINESS_LICENSE", "PROPERTY_CERT");
        form.put("load", Map.of("capacityKva", 6300, "phase", "THREE", "voltageWish", 35, "sources", 1, "circuits", 1, "importance", "NONE"));
        var facts = walk.apply(form).mustSucceed().body().path("summary").path("facts");
        assertThat(facts.path("drawingsReviewed").asBoolean()).isTrue();
        assertThat(facts.path("handledBy").asString()).as("a key account belongs to the city").isEqualTo("CITY");
        var rows = walk.get("/limits").path("limits").valueStream().map(row -> row.path("limit").asString() + " " + row.path("amount").asInt()).toList();
        assertThat(rows).contains("PLAN_REPLY 10", "COMPANY_TOTAL 22");
    }

    @Test
    void a_shop_is_taken_on_one_certificate_and_its_missing_title_stops_the_contract_not_the_acceptance() {
        office.day("2025-03-03");
        var form = walk.shop();
        form.put("requiredBy", "2025-06-01");
        form.put("documents", Walk.papers(List.of("OWNER_ID", "COMMITMENT")));
        var accepted = walk.apply(form).mustSucceed();
        assertThat(accepted.caseStatus()).isEqualTo("ACCEPTED");
        assertThat(accepted.body().path("summary").path("procedure").asString()).isEqualTo("low-voltage");
        var next = walk.receipt("ACCEPTANCE").path("content").path("next");
        assertThat(next.path("name").asString()).as("the customer sees two links").isEqualTo("装表接电");
        assertThat(next.path("latestOn").asString()).isEqualTo("2025-03-24");

        office.day("2025-03-04");
        walk.dispatch("2025-03-04").mustSucceed();
        walk.survey("2025-03-04", 50, "L34012107").mustSucceed();
        assertThat(walk.submit("cf.kc1", "plan-draft", walk.shopPlan()).mustSucceed().turns()).containsExactly("plan-reply");
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        assertThat(signContract("2025-03-04").rules()).containsExactly("casework.paper-due");
        hand("LEASE");
        signContract("2025-03-04").mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        office.day("2025-03-06");
        walk.submit("cf.zj1", "metering", walk.threePhaseMeter("2025-03-06")).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised("2025-03-06")).mustSucceed();
        expect("WHOLE_PROCESS", "COMMITTED", 3, "IN_TIME");
        expect("COMPANY_TOTAL", "COMMITTED", 3, "IN_TIME");
        assertThat(walk.finish("2025-03-06", "2025-04-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
    }

    private Office.Reply signContract(String day) {
        return walk.submit("cf.jl1", "contract", Map.of("signedOn", day, "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"),
                "annexes", List.of(Map.of("code", "DEMARCATION"), Map.of("code", "SETTLEMENT"))));
    }

    @Test
    void T13_a_resident_has_power_within_five_working_days_over_the_spring_festival() {
        office.day("2025-01-23");
        var form = walk.resident();
        form.put("requiredBy", "2025-06-01");
        form.put("documents", Walk.papers(List.of("OWNER_ID", "PROPERTY_CERT")));
        walk.apply(form).mustSucceed();
        assertThat(walk.limit("WHOLE_PROCESS", "COMMITTED").path("dueOn").asString()).isEqualTo("2025-02-06");
    }

    @Test
    void without_title_or_commitment_an_application_is_incomplete_and_one_notice_says_so() {
        office.day("2025-03-03");
        var reply = walk.apply(factory("APP_REPORT", "BUSINESS_LICENSE")).mustSucceed();
        assertThat(reply.caseStatus()).isEqualTo("INCOMPLETE");
    }

    @Test
    void a_case_of_2008_keeps_its_pack_when_another_comes_into_force() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        office.day("2025-03-03");
        assertThat(walk.get("").path("summary").path("pack").asString()).isEqualTo("anhui-2008");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("amount").asInt()).isEqualTo(15);
    }
}
