package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Office.Reply;
import tools.jackson.databind.JsonNode;

/** A case handed from unit to unit keeps its number, its owner where she may own it there, and its clocks. */
class TransferScenarioIT extends Day {

    private Map<String, Object> acceptedInTheCity() {
        var form = walk.machineWorks();
        form.put("hall", "3401-01");
        form.put("unit", "340121");
        return form;
    }

    private Reply apply(String login, Map<String, Object> form) {
        var reply = office.post(login, "/applications", form).mustSucceed();
        walk.no = reply.caseNo();
        return reply;
    }

    private Reply transfer(String login, String to) {
        return walk.act(login, "/transfer", Map.of("to", to, "reason", "用电地点属肥东县"));
    }

    private JsonNode turn(String login) {
        return office.get(login, "/cases/" + walk.no).mustSucceed().body().path("summary").path("turns").get(0);
    }

    @Test
    void a_transfer_moves_the_work_and_neither_number_nor_clock() {
        office.day("2008-04-24");
        apply("hf.kf1", acceptedInTheCity());
        var limits = office.get("hf.kf1", "/cases/" + walk.no + "/limits").body();
        assertThat(turn("cf.kf1").path("unit").asString()).isEqualTo("340121");

        var sent = transfer("cf.zr1", "340122-01").mustSucceed();

        assertThat(sent.caseNo()).isEqualTo(walk.no);
        assertThat(sent.body().path("summary").path("unit").asString()).isEqualTo("3401");
        assertThat(sent.body().path("summary").path("handledBy").asString()).isEqualTo("340122");
        var handed = sent.body().path("summary").path("transfers").get(0);
        assertThat(handed.path("dueOn").asString()).isEqualTo("2008-04-25");
        assertThat(turn("fd.kf1").path("unit").asString()).isEqualTo("340122");
        assertThat(office.get("fd.kf1", "/transfers").body().path("transfers").valueStream().map(one -> one.path("caseNo").asString())).contains(walk.no);
        // Until it is answered the sender sees it, and nobody else may answer or send it on.
        assertThat(office.get("cf.kf1", "/cases/" + walk.no).status()).isEqualTo(200);
        assertThat(walk.act("cf.zr1", "/transfers/1/acceptance", Map.of()).status()).isEqualTo(403);
        assertThat(transfer("fd.zr1", "340123").rules()).containsExactly("casework.transfer-open");

        var taken = walk.act("fd.zr1", "/transfers/1/acceptance", Map.of()).mustSucceed();

        assertThat(taken.body().path("summary").path("owner").asString()).startsWith("340122-jl");
        assertThat(office.get("cf.kf1", "/cases/" + walk.no).status()).isEqualTo(404);
        assertThat(office.get("hf.kf1", "/cases/" + walk.no + "/limits").body()).isEqualTo(limits);
        assertThat(office.get("fd.kf1", "/transfers").body().path("transfers").valueStream().map(one -> one.path("caseNo").asString())).doesNotContain(walk.no);
        // The work is done there.
        assertThat(walk.submit("cf.zz1", "dispatch", Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "appointmentOn", "2008-04-25", "slot", "MORNING")).status())
                .isEqualTo(404);
        walk.submit("fd.zz1", "dispatch", Map.of("surveyors", List.of("340122-kc1", "340122-kc2"), "appointmentOn", "2008-04-25", "slot", "MORNING")).mustSucceed();
        assertThat(office.get("fd.kf1", "/cases/" + walk.no + "/events").body().path("intact").asBoolean()).isTrue();
    }

    @Test
    void a_case_returned_goes_back_as_it_was_and_an_answer_after_its_day_is_marked() {
        office.day("2008-04-24");
        apply("hf.kf1", acceptedInTheCity());
        var owner = office.get("cf.kf1", "/cases/" + walk.no).body().path("summary").path("owner").asString();
        transfer("cf.zr1", "340122").mustSucceed();
        office.day("2008-04-28");
        assertThat(office.get("cf.kf1", "/transfers").body().path("transfers").valueStream().filter(one -> one.path("caseNo").asString().equals(walk.no))
                .map(one -> one.path("overdue").asBoolean())).containsExactly(true);

        assertThat(walk.act("fd.zr1", "/transfers/1/return", Map.of("reason", "经核实用电地点确属长丰县")).status()).isEqualTo(200);

        var summary = office.get("cf.kf1", "/cases/" + walk.no).mustSucceed().body().path("summary");
        assertThat(summary.path("handledBy").asString()).isEqualTo("340121");
        assertThat(summary.path("owner").asString()).isEqualTo(owner);
        assertThat(summary.path("transfers").get(0).path("state").asString()).isEqualTo("RETURNED");
        assertThat(summary.path("transfers").get(0).path("overdue").asBoolean()).isTrue();
        assertThat(turn("cf.kf1").path("unit").asString()).isEqualTo("340121");
        assertThat(office.get("fd.kf1", "/cases/" + walk.no).status()).isEqualTo(404);
        assertThat(walk.act("cf.zr1", "/transfers/1/acceptance", Map.of()).rules()).containsExactly("casework.transfer-answered");
        walk.dispatch("2008-04-28").mustSucceed();
    }

    @Test
    void what_a_transfer_may_not_do_is_said_with_what_to_do() {
        office.day("2008-04-24");
        apply("hf.kf1", acceptedInTheCity());
        assertThat(transfer("cf.kf1", "340122").status()).isEqualTo(403);
        assertThat(transfer("cf.zr1", "3413").rules()).containsExactly("casework.transfer-out-of-city");
        assertThat(transfer("cf.zr1", "340121-01").rules()).containsExactly("casework.transfer-to-handler");
        assertThat(walk.act("cf.zr1", "/transfer", Map.of("to", "nowhere", "reason", "x")).rules()).containsExactly("casework.no-such-unit");
        var large = new Walk(office);
        var form = large.machineWorks();
        form.put("load", Map.of("capacityKva", 4000, "phase", "THREE", "voltageWish", 10, "sources", 1, "circuits", 1, "importance", "NONE"));
        large.apply(form).mustSucceed();
        var refused = large.act("hf.zr1", "/transfer", Map.of("to", "340121", "reason", "x"));
        assertThat(refused.rules()).containsExactly("casework.transfer-against-rule");
    }

    @Test
    void the_county_hands_its_case_to_the_city_and_the_approver_is_the_citys() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        transfer("cf.zr1", "3401").mustSucceed();
        walk.act("hf.zr1", "/transfers/1/acceptance", Map.of()).mustSucceed();
        // Its own hall took the application, so the county goes on reading; the city works.
        assertThat(office.get("cf.kf1", "/cases/" + walk.no).status()).isEqualTo(200);
        assertThat(walk.dispatch("2008-04-24").status()).isEqualTo(403);
        walk.submit("hf.zz1", "dispatch", Map.of("surveyors", List.of("3401-kc1", "3401-kc2"), "appointmentOn", "2008-04-25", "slot", "MORNING")).mustSucceed();
    }

    @Test
    void a_counter_of_another_county_takes_the_application_and_sees_it_and_the_handler_works_it() {
        office.day("2008-04-24");
        var form = walk.machineWorks();
        form.put("hall", "340122-01");
        form.put("unit", "340121");
        var reply = apply("fd.kf1", form);
        assertThat(reply.body().path("summary").path("handledBy").asString()).isEqualTo("340121");
        assertThat(office.get("fd.kf1", "/cases/" + walk.no).status()).isEqualTo(200);
        assertThat(office.get("fx.kf1", "/cases/" + walk.no).status()).isEqualTo(404);
        assertThat(walk.submit("fd.zz1", "dispatch", Map.of("surveyors", List.of("340122-kc1", "340122-kc2"), "appointmentOn", "2008-04-25", "slot", "MORNING")).status())
                .isEqualTo(403);
        walk.dispatch("2008-04-25").mustSucceed();
    }

    @Test
    void a_plan_that_makes_it_a_key_account_moves_the_case_to_the_city_by_the_rule() {
        office.day("2008-04-24");
        var form = walk.machineWorks();
        form.put("load", Map.of("capacityKva", 3000, "phase", "THREE", "voltageWish", 10, "sources", 1, "circuits", 1, "importance", "NONE"));
        assertThat(walk.apply(form).mustSucceed().body().path("summary").path("handledBy").asString()).isEqualTo("340121");
        walk.dispatch("2008-04-24").mustSucceed();
        walk.survey("2008-04-24", 3200, "L34012102").mustSucceed();
        var plan = walk.machineWorksPlan();
        plan.put("capacityKva", 3200);
        plan.put("loads", Map.of("equipmentKw", 2900, "calculatedKw", 2200));
        plan.put("circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340121B", "feeder", "L34012102", "laying", "OVERHEAD",
                "capacityKva", 3200, "selfBuilt", false, "demarcation", "双凤开发区线15号杆跌落式熔断器下桩头")));
        plan.put("receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", 1600, "count", 2)), "wiring", "单母线")));
        plan.put("compensationKvar", 960);
        plan.put("meteringPoints", List.of(Map.of("no", "1", "location", "高压计量柜", "mode", "HIGH_HIGH", "meteringClass", "II",
                "wiring", "THREE_PHASE_THREE_WIRE", "ctRatio", "200/5", "ptRatio", "10000/100")));
        var drafted = walk.submit("cf.zz1", "plan-draft", plan).mustSucceed();
        var summary = drafted.body().path("summary");
        assertThat(summary.path("facts").path("keyAccount").asBoolean()).isTrue();
        assertThat(summary.path("handledBy").asString()).isEqualTo("3401");
        assertThat(summary.path("owner").asString()).startsWith("3401-jl");
        assertThat(summary.path("turns").valueStream().filter(turn -> turn.path("stage").asString().equals("plan-approval")).map(turn -> turn.path("unit").asString()))
                .isNotEmpty().doesNotContain("340121");
        assertThat(walk.get("/events").path("events").valueStream().filter(event -> event.path("kind").asString().equals("HANDLING_MOVED"))
                .map(event -> event.path("data").path("row").asString())).containsExactly("county-key-account");
    }

    @Test
    void two_transfers_at_once_send_the_case_to_one_unit() throws Exception {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = pool.submit(() -> transfer("cf.zr1", "340122"));
            var other = pool.submit(() -> transfer("cf.yx1", "340123"));
            assertThat(List.of(one.get().status(), other.get().status())).containsExactlyInAnyOrder(200, 409);
        }
    }
}
