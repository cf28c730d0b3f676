package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A project built in two phases, and a chemical works with two sources that belongs to the city. */
class PhasesScenarioIT extends Day {

    private Office.Reply request(String stage, int phase, List<String> papers) {
        return office.post("cf.kf1", "/cases/" + walk.no + "/stages/" + stage + "/request", Map.of("documents", papers, "phase", phase));
    }

    private Office.Reply opine(String login, String stage, String part, int phase) {
        return office.post(login, "/cases/" + walk.no + "/stages/" + stage + "/parts/" + part, Map.of("round", 1, "phase", phase, "opinion", "AGREE", "text", "同意"));
    }

    private Office.Reply submit(String login, String stage, int phase, Map<String, Object> result) {
        return walk.submit(login, stage, 1, result, Map.of("phase", phase, "service", Map.of("manner", "COUNTER")));
    }

    private JsonNode limit(String limit, String standard, int phase) {
        return walk.get("/limits").path("limits").valueStream().filter(row -> row.path("limit").asString().equals(limit)
                && row.path("standard").asString().equals(standard) && row.path("phase").asInt() == phase).findFirst().orElseThrow();
    }

    @Test
    void A10_each_phase_has_its_own_inspection_and_its_own_limit() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        walk.dispatch("2008-04-24").mustSucceed();
        walk.survey("2008-04-24", 630, "L34012102").mustSucceed();
        var plan = walk.machineWorksPlan();
        plan.put("receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", 315, "count", 2)), "wiring", "单母线")));
        plan.put("phases", List.of(Map.of("name", "一期", "capacityKva", 315), Map.of("name", "二期", "capacityKva", 315)));
        walk.submit("cf.zz1", "plan-draft", plan).mustSucceed();
        walk.opine("cf.pd1", "plan-approval", "distribution", 1, "AGREE").mustSucceed();
        walk.opine("cf.dd1", "plan-approval", "dispatch", 1, "AGREE").mustSucceed();
        walk.submit("cf.yx1", "plan-approval", Map.of("decision", "APPROVED")).mustSucceed();
        walk.reply().mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        assertThat(request("design-review", 3, Walk.DRAWINGS).status()).isBetween(400, 499);
        for (int phase : new int[] {1, 2}) {
            request("design-review", phase, Walk.DRAWINGS).mustSucceed();
            opine("cf.pd1", "design-review", "distribution", phase).mustSucceed();
            submit("cf.yx1", "design-review", phase, new TreeMap<>(Map.of("designer", Map.of("company", "客户自选设计院", "licenceNo", "A1", "licenceClass", "乙级",
                    "validUntil", "2012-01-01", "chosenBy", "CUSTOMER"), "drawings", List.of(Map.of("discipline", "SUBSTATION", "sheets", 9)), "conclusion", "AGREED",
                    "hiddenWorks", false))).mustSucceed();
        }
        office.day("2008-08-01");
        request("completion-inspection", 1, Walk.COMPLETION_PAPERS).mustSucceed();
        assertThat(limit("COMPLETION_INSPECTION", "ASSESSED", 1).path("dueOn").asString()).isEqualTo("2008-08-08");
        office.day("2008-11-03");
        request("completion-inspection", 2, Walk.COMPLETION_PAPERS).mustSucceed();
        assertThat(limit("COMPLETION_INSPECTION", "ASSESSED", 2).path("dueOn").asString()).isEqualTo("2008-11-10");

        opine("cf.zj1", "completion-inspection", "metering", 1).mustSucceed();
        opine("cf.pd1", "completion-inspection", "distribution", 1).mustSucceed();
        var passed = submit("cf.jc1", "completion-inspection", 1, new TreeMap<>(Map.of("arrivedOn", "2008-11-03", "inspectors", List.of("340121-jc1"),
                "contractor", Walk.CONTRACTOR, "testUnit", Walk.CONTRACTOR, "items", Walk.items("completion-inspection"),
                "found", Map.of("installedKva", 315), "conclusion", "QUALIFIED"))).mustSucceed();

        // The first phase goes on to its meter while the second is still inspected; nothing that is not by phase waits less.
        var turns = passed.body().path("summary").path("turns").valueStream().map(turn -> turn.path("stage").asString() + turn.path("phase").asInt()).toList();
        assertThat(turns).contains("metering1", "energisation1", "completion-inspection2").doesNotContain("metering2", "energisation2", "archive0");
    }

    @Test
    void T08_a_chemical_works_with_two_sources_of_the_first_importance_belongs_to_the_city_and_has_thirty_days() {
        office.day("2008-09-10");
        var form = walk.machineWorks();
        form.put("load", Map.of("capacityKva", 3200, "phase", "THREE", "voltageWish", 10, "sources", 2, "circuits", 2, "importance", "FIRST"));
        form.put("project", Map.of("name", "化工厂", "nature", "INDUSTRIAL", "industry", "化工", "products", "合成氨"));
        var reply = walk.apply(form).mustSucceed();

        assertThat(reply.body().path("summary").path("handledBy").asString()).isEqualTo("3401");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-10-28");
        assertThat(walk.limit("PLAN_REPLY", "STATUTORY").path("dueOn").asString()).isEqualTo("2008-12-09");
        // K05: the county that accepted it sees it, another county does not, the city and the province do.
        assertThat(office.get("fd.kf1", "/cases/" + walk.no).status()).isEqualTo(404);
        assertThat(office.get("hf.yx1", "/cases/" + walk.no).status()).isEqualTo(200);
        assertThat(office.get("sheng.yx1", "/cases/" + walk.no).status()).isEqualTo(200);
        assertThat(walk.dispatch("2008-09-11").status()).as("the county's specialist is not the city's").isEqualTo(403);
    }
}
