package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A resident's supply, from the counter to the archive. */
class LowVoltageResidentScenarioIT extends Day {

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
