package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Low-voltage supply to a business under the rules of 2008, from the counter to the archive. */
class LowVoltageShopScenarioIT extends Day {

    @Test
    void T02_a_shop_is_promised_its_plan_by_the_thirteenth_of_february_and_gets_power_after_its_installation_was_inspected() {
        office.day("2008-01-30");
        var facts = walk.apply(walk.shop()).mustSucceed().body().path("summary").path("facts");
        assertThat(facts.path("class").asString()).isEqualTo("LV_NONRES");
        assertThat(facts.path("voltageKv").decimalValue()).isEqualByComparingTo("0.38");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-02-13");
        assertThat(walk.limit("PLAN_REPLY", "STATUTORY").path("dueOn").asString()).isEqualTo("2008-02-18");

        office.day("2008-02-01");
        walk.dispatch("2008-02-02").mustSucceed();
        office.day("2008-02-02");
        walk.survey("2008-02-02", 50, "L34012107").mustSucceed();
        assertThat(walk.submit("cf.kc1", "plan-draft", walk.shopPlan()).mustSucceed().turns()).containsExactly("plan-reply");
        office.day("2008-02-13");
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").asString()).isEqualTo("IN_TIME");
        assertThat(walk.request("completion-inspection", List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT")).sentences().getFirst()).contains("尚未由客户签收");
        walk.sign("PLAN_REPLY").mustSucceed();

        office.day("2008-02-20");
        assertThat(walk.request("completion-inspection", List.of()).rules()).containsOnly("design.paper-missing");
        walk.request("completion-inspection", List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT")).mustSucceed();
        assertThat(walk.limit("COMPLETION_INSPECTION", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-02-25");
        office.day("2008-02-22");
        walk.inspectLowVoltage("2008-02-22").mustSucceed();
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.submit("cf.jl1", "contract", Map.of("signedOn", "2008-02-22", "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"),
                "annexes", List.of(Map.of("code", "DEMARCATION"), Map.of("code", "SETTLEMENT")))).mustSucceed();
        assertThat(walk.limit("CONNECTION", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-02-29");
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        office.day("2008-02-26");
        walk.submit("cf.zj1", "metering", walk.threePhaseMeter("2008-02-26")).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised("2008-02-26")).mustSucceed();
        assertThat(walk.limit("CONNECTION", "ASSESSED").path("verdict").asString()).isEqualTo("IN_TIME");
        assertThat(walk.finish("2008-02-26", "2008-03-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void A6_a_shop_at_the_counter_on_a_saturday_counts_from_that_day() {
        office.day("2008-06-14");
        walk.apply(walk.shop()).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("day0").asString()).isEqualTo("2008-06-14");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-06-24");
    }

    @Test
    void T07_a_shop_online_on_the_national_holiday_counts_from_the_holiday() {
        office.day("2008-10-03");
        var form = walk.shop();
        form.put("channel", "ONLINE");
        form.put("load", Map.of("demandKw", 30, "phase", "THREE"));
        walk.apply(form).mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-10-14");
    }
}
