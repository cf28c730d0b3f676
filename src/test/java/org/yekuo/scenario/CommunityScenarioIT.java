package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;
import tools.jackson.databind.JsonNode;

/** A residential community applied for as a whole, built in two phases; the city handles it because it is large. */
class CommunityScenarioIT extends Day {

    private static final Map<String, Object> COUNTER = Map.of("service", Map.of("manner", "COUNTER"));

    private Map<String, Object> community() {
        var form = walk.machineWorks();
        form.put("project", Map.of("name", "水湖花园", "nature", "RESIDENTIAL", "community", true, "supplyManagement", "一户一表,供电公司直抄到户"));
        form.put("load", Map.of("capacityKva", 3200, "phase", "THREE", "voltageWish", 10, "sources", 1, "circuits", 1, "importance", "NONE"));
        form.put("documents", Walk.papers(List.of("APP_REPORT", "BUSINESS_LICENSE", "LEGAL_ID", "PLANNING_PERMIT", "SITE_PLAN", "PROJECT_APPROVAL", "LAND_CERT",
                "HOUSEHOLD_LIST")));
        return form;
    }

    private void agree(String stage, int phase, Map<String, String> parts) {
        parts.forEach((part, login) -> office.post(login, "/cases/" + walk.no + "/stages/" + stage + "/parts/" + part,
                Map.of("round", 1, "phase", phase, "opinion", "AGREE", "text", "同意")).mustSucceed());
    }

    private Office.Reply submit(String login, String stage, int phase, Map<String, Object> result) {
        var more = new TreeMap<String, Object>(COUNTER);
        more.put("phase", phase);
        return walk.submit(login, stage, 1, result, more);
    }

    private Office.Reply request(String stage, int phase, List<String> papers) {
        return office.post("hf.jl1", "/cases/" + walk.no + "/stages/" + stage + "/request", Map.of("documents", papers, "phase", phase));
    }

    private JsonNode limit(String limit, int phase) {
        return walk.get("/limits").path("limits").valueStream().filter(row -> row.path("limit").asString().equals(limit)
                && row.path("standard").asString().equals("ASSESSED") && row.path("phase").asInt() == phase).findFirst().orElseThrow();
    }

    @Test
    void how_the_supply_is_managed_afterwards_is_part_of_the_report() {
        office.day("2008-03-03");
        var form = community();
        form.put("project", Map.of("name", "水湖花园", "nature", "RESIDENTIAL", "community", true));
        var reply = walk.apply(form).mustSucceed();
        assertThat(reply.caseStatus()).isEqualTo("INCOMPLETE");
        assertThat(reply.body().path("summary").path("facts").path("class").asString()).isEqualTo("RESIDENTIAL_COMMUNITY");
    }

    @Test
    void A10_each_phase_is_inspected_when_it_is_ready_and_nothing_is_filed_before_the_second_has_power() {
        capacity.declare(new UnitCode("3401"), "L34010003", YearMonth.of(2008, 1), YearMonth.of(2009, 12), BigDecimal.valueOf(1_000_000), Actor.system("test"));
        office.day("2008-03-03");
        var accepted = walk.apply(community()).mustSucceed();
        assertThat(accepted.body().path("summary").path("procedure").asString()).isEqualTo("residential-community");
        assertThat(accepted.body().path("summary").path("handledBy").asString()).isEqualTo("3401");
        walk.submit("hf.zz1", "dispatch", Map.of("surveyors", List.of("3401-kc1", "3401-kc2"), "appointmentOn", "2008-03-05", "slot", "MORNING")).mustSucceed();
        office.day("2008-03-05");
        agree("survey", 0, Map.of("distribution", "hf.pd1", "planning", "hf.fc1", "production", "hf.sc1"));
        walk.submit("hf.kc1", "survey", new TreeMap<>(Map.of("surveyors", List.of("3401-kc1", "3401-kc2"), "visitedOn", "2008-03-05", "conclusion", "CAN_SUPPLY",
                "load", Map.of("capacityKva", 3200), "points", List.of(Map.of("feeder", "L34010003", "distanceM", 500))))).mustSucceed();
        var plan = walk.machineWorksPlan();
        plan.put("capacityKva", 3200);
        plan.put("circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340100A", "feeder", "L34010003", "laying", "CABLE", "capacityKva", 3200,
                "selfBuilt", false, "demarcation", "小区开闭所进线柜")));
        plan.put("receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", 800, "count", 2)), "wiring", "单母线"),
                Map.of("name", "2号配电房", "transformers", List.of(Map.of("capacityKva", 800, "count", 2)), "wiring", "单母线")));
        plan.put("meteringPoints", List.of(Map.of("no", "1", "location", "高压计量柜", "mode", "HIGH_HIGH", "meteringClass", "II",
                "wiring", "THREE_PHASE_THREE_WIRE", "ctRatio", "200/5", "ptRatio", "10000/100")));
        plan.put("tariff", Map.of("scheme", "SINGLE_PART", "category", "居民生活用电"));
        plan.put("phases", List.of(Map.of("name", "一期", "capacityKva", 1600), Map.of("name", "二期", "capacityKva", 1600)));
        walk.submit("hf.zz1", "plan-draft", plan).mustSucceed();
        agree("plan-approval", 0, Map.of("production", "hf.sc1", "dispatch", "hf.dd1", "planning", "hf.fc1"));
        walk.submit("hf.yx1", "plan-approval", Map.of("decision", "APPROVED")).mustSucceed();
        submit("hf.jl1", "plan-reply", 0, Map.of()).mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        for (int phase : new int[] {1, 2}) {
            request("design-review", phase, Walk.DRAWINGS).mustSucceed();
            agree("design-review", phase, Map.of("distribution", "hf.pd1"));
            submit("hf.yx1", "design-review", phase, new TreeMap<>(Map.of("designer", Map.of("company", "客户自选设计院", "licenceNo", "A1", "licenceClass", "乙级",
                    "validUntil", "2012-01-01", "chosenBy", "CUSTOMER"), "drawings", List.of(Map.of("discipline", "SUBSTATION", "sheets", 9)), "conclusion", "AGREED",
                    "hiddenWorks", false))).mustSucceed();
        }

        office.day("2008-08-01");
        request("completion-inspection", 1, Walk.COMPLETION_PAPERS).mustSucceed();
        assertThat(limit("COMPLETION_INSPECTION", 1).path("dueOn").asString()).isEqualTo("2008-08-08");
        agree("completion-inspection", 1, Map.of("metering", "hf.zj1", "distribution", "hf.pd1"));
        submit("hf.jc1", "completion-inspection", 1, new TreeMap<>(Map.of("arrivedOn", "2008-08-01", "inspectors", List.of("3401-jc1"), "contractor", Walk.CONTRACTOR,
                "testUnit", Walk.CONTRACTOR, "items", Walk.items("completion-inspection"), "found", Map.of("installedKva", 1600), "conclusion", "QUALIFIED"))).mustSucceed();
        office.day("2008-11-03");
        request("completion-inspection", 2, Walk.COMPLETION_PAPERS).mustSucceed();
        assertThat(limit("COMPLETION_INSPECTION", 2).path("dueOn").asString()).isEqualTo("2008-11-10");
        var turns = walk.get("").path("summary").path("turns").valueStream().map(turn -> turn.path("stage").asString() + turn.path("phase").asInt()).toList();
        assertThat(turns).contains("metering1", "energisation1", "completion-inspection2").doesNotContain("metering2", "archive0");
        assertThat(walk.ledgerIntact()).isTrue();
    }
}
