package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Low-voltage work in one visit (一次上门连办): all of it or nothing. */
class OneVisitScenarioIT extends Day {

    private static final String DAY = "2008-06-06";

    @Test
    void a_resident_has_power_the_day_after_acceptance_by_one_person_in_one_visit() {
        dispatched();
        var reply = walk.act("cf.tq1", "/one-visit", visit()).mustSucceed();
        assertThat(reply.turns()).containsExactlyInAnyOrder("billing", "callback");
        var closed = walk.get("/stages").path("stages").valueStream().filter(run -> run.path("outcome").asString("").equals("PASSED")).toList();
        assertThat(closed.stream().map(run -> run.path("stage").asString()).toList())
                .containsExactly("acceptance", "dispatch", "survey", "plan-draft", "plan-reply", "contract", "metering", "energisation");
        assertThat(closed.stream().filter(run -> run.path("stage").asString().equals("metering")).flatMap(run -> run.path("parts").valueStream())
                .map(part -> part.path("part").asString() + " " + part.path("closedBy").asString()).toList())
                .as("the meter was issued and verified by others").hasSize(3).doesNotHaveDuplicates();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").asString()).isEqualTo("IN_TIME");
        walk.sign("PLAN_REPLY").mustSucceed();
        assertThat(walk.finish(DAY, "2008-07-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void faults_of_several_steps_are_named_at_once_and_nothing_is_kept() {
        dispatched();
        var before = walk.get("").path("summary").path("events").asLong();
        var visit = visit();
        var metering = new TreeMap<>(walk.residentMeter("2008-06-30"));
        metering.put("seals", List.of());
        visit.put("metering", metering);
        visit.put("contract", contract(List.of()));

        var refused = walk.act("cf.tq1", "/one-visit", visit);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).contains("metering.installedOn", "metering.seals", "contract.annexes").allMatch(field -> field.startsWith("metering.")
                || field.startsWith("contract.") || field.startsWith("energisation."));
        assertThat(walk.get("").path("summary").path("events").asLong()).isEqualTo(before);
        assertThat(walk.get("").path("summary").path("turns").valueStream().map(turn -> turn.path("stage").asString()).toList()).containsExactly("survey");
        walk.act("cf.tq1", "/one-visit", visit()).mustSucceed();
    }

    @Test
    void a_meter_that_nobody_verified_or_the_visitor_herself_did_is_not_taken_along() {
        dispatched();
        var visit = visit();
        visit.put("beforehand", List.of(before("issue", "340121-zc1"), before("verify", "340121-tq1")));
        var refused = walk.act("cf.tq1", "/one-visit", visit);
        assertThat(refused.rules()).contains("casework.one-visit-beforehand-role");
        assertThat(refused.fields()).contains("beforehand[1].by");
        visit.put("beforehand", List.of(before("issue", "340121-zc1")));
        assertThat(walk.act("cf.tq1", "/one-visit", visit).rules()).containsExactly("casework.one-visit-beforehand-missing");
    }

    @Test
    void whoever_lacks_one_of_the_roles_is_refused() {
        dispatched();
        var refused = walk.act("cf.kc1", "/one-visit", visit());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.rules()).containsOnly("casework.role-may-not");
        assertThat(refused.sentences()).hasSizeGreaterThan(1);
    }

    @Test
    void a_plan_somebody_must_approve_stops_the_visit_with_a_sentence_and_leaves_nothing() {
        office.day("2008-06-05");
        var form = walk.resident();
        form.put("load", Map.of("demandKw", 8, "phase", "SINGLE", "sources", 2, "circuits", 2));
        walk.apply(form).mustSucceed();
        walk.dispatch(DAY).mustSucceed();
        office.day(DAY);
        var plan = walk.residentPlan();
        plan.put("circuits", List.of(circuit(1, "MAIN"), circuit(2, "STANDBY")));
        plan.put("receivingPoints", List.of(Map.of("name", "户内配电箱", "interlock", "MECHANICAL")));
        var visit = visit();
        visit.put("plan", plan);

        var refused = walk.act("cf.tq1", "/one-visit", visit);

        assertThat(refused.rules()).containsExactly("casework.one-visit-waits");
        assertThat(refused.sentences().getFirst()).contains("供电方案审批");
        assertThat(walk.get("").path("summary").path("turns").valueStream().map(turn -> turn.path("stage").asString()).toList()).containsExactly("survey");
    }

    @Test
    void at_high_voltage_it_is_not_permitted_and_the_exception_is_public() {
        office.day("2008-06-05");
        walk.apply(walk.machineWorks()).mustSucceed();
        assertThat(walk.act("cf.tq1", "/one-visit", visit()).rules()).containsExactly("casework.no-one-visit");
        var rows = office.get(null, "/regulations/anhui-2008/separations").mustSucceed().body();
        assertThat(rows.valueStream().filter(row -> row.path("id").asString().equals("draft-and-approval"))
                .flatMap(row -> row.path("exceptions").valueStream()).map(exception -> exception.path("act").asString()).toList()).containsExactly("ONE_VISIT");
    }

    private void dispatched() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch(DAY).mustSucceed();
        office.day(DAY);
    }

    private Map<String, Object> visit() {
        return new LinkedHashMap<>(Map.of(
                "survey", Map.of("surveyors", List.of("340121-tq1"), "visitedOn", DAY, "load", Map.of("capacityKva", 8.89),
                        "points", List.of(Map.of("feeder", "L34012107", "distanceM", 350)), "conclusion", "CAN_SUPPLY"),
                "plan", walk.residentPlan(), "contract", contract(List.of(Map.of("code", "DEMARCATION"))), "metering", walk.residentMeter(DAY),
                "energisation", walk.residentEnergised(DAY), "beforehand", List.of(before("issue", "340121-zc1"), before("verify", "340121-jd1"))));
    }

    private static Map<String, Object> circuit(int source, String role) {
        return Map.of("source", source, "role", role, "substation", "B340121A", "feeder", "L34012107", "laying", "OVERHEAD", "capacityKva", 8.89,
                "selfBuilt", false, "demarcation", "接户线与进户线连接处");
    }

    private static Map<String, Object> before(String part, String by) {
        return Map.of("stage", "metering", "part", part, "by", by, "on", "2008-06-05", "paper", "领用单 LY-2008-061");
    }

    private static Map<String, Object> contract(List<Map<String, Object>> annexes) {
        return Map.of("signedOn", DAY, "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", annexes);
    }
}
