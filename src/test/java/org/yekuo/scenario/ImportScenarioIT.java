package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Office.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Open cases of an old system taken over with their history, and gone on with. */
class ImportScenarioIT extends Day {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Map<String, Object> closed(String stage, String day, Map<String, Object> result) {
        return new LinkedHashMap<>(Map.of("stage", stage, "closedOn", day, "result", result));
    }

    /** T05's works, its plan replied on 16 May and its drawings handed in on 5 June. */
    private Map<String, Object> machineWorks(String originalNo) {
        var reply = closed("plan-reply", "2008-05-16", Map.of());
        reply.put("receipt", Map.of("servedOn", "2008-05-16", "manner", "COUNTER", "signedOn", "2008-05-19", "signer", "赵经理"));
        var approval = closed("plan-approval", "2008-05-14", Map.of("decision", "APPROVED"));
        approval.put("by", "340121-yx1");
        var stages = new ArrayList<Map<String, Object>>(List.of(
                closed("dispatch", "2008-04-24", Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "appointmentOn", "2008-04-28", "slot", "MORNING")),
                closed("survey", "2008-04-28", Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "visitedOn", "2008-04-28",
                        "load", Map.of("capacityKva", 630), "points", List.of(Map.of("feeder", "L34012102", "distanceM", 350)), "conclusion", "CAN_SUPPLY")),
                closed("plan-draft", "2008-05-09", walk.machineWorksPlan()), approval, reply,
                Map.of("stage", "design-review", "requestedOn", "2008-06-05", "papers", Walk.DRAWINGS)));
        return new LinkedHashMap<>(Map.of("originalNo", originalNo, "originalSystem", "SG186", "acceptedOn", "2008-04-24", "owner", "340121-jl2",
                "application", walk.machineWorks(), "stages", stages, "presentStages", List.of("design-review"), "pauses", List.of()));
    }

    private Reply take(String login, Object rows, boolean dryRun) {
        return office.post(login, "/imports/cases?dryRun=" + dryRun, rows);
    }

    private static JsonNode first(Reply reply) {
        return reply.mustSucceed().body().path("rows").get(0);
    }

    private static List<String> rules(JsonNode row) {
        return row.path("violations").valueStream().map(violation -> violation.path("rule").asString() + "@" + violation.path("field").asString("")).toList();
    }

    @Test
    void an_open_case_of_the_old_system_keeps_its_days_and_goes_on_to_its_archive() {
        office.day("2008-06-10");
        var original = "SG186-" + Numbers.unique();
        var row = first(take("hf.gl1", List.of(machineWorks(original)), false));
        assertThat(row.path("outcome").asString()).as(row.toString()).isEqualTo("IMPORTED");
        assertThat(row.path("openStages").valueStream().map(JsonNode::asString)).contains("design-review", "contract");
        walk.no = row.path("caseNo").asString();
        var summary = walk.get("").path("summary");
        assertThat(summary.path("originalNo").asString()).isEqualTo(original);
        assertThat(summary.path("acceptedOn").asString()).isEqualTo("2008-04-24");
        assertThat(summary.path("owner").asString()).isEqualTo("340121-jl2");

        var replied = walk.limit("PLAN_REPLY", "COMMITTED");
        assertThat(replied.path("day0").asString()).isEqualTo("2008-04-24");
        assertThat(replied.path("used").asInt()).isEqualTo(15);
        assertThat(replied.path("verdict").asString()).isEqualTo("IN_TIME");
        assertThat(walk.limit("REPLY_VALIDITY", "STATUTORY").path("dueOn").asString()).isEqualTo("2009-05-16");
        assertThat(walk.limit("DESIGN_REVIEW", "COMMITTED").path("day0").asString()).isEqualTo("2008-06-05");

        // Each entry has the day it is said to have happened, today's recording, and says that it was imported.
        var events = walk.get("/events").path("events").valueStream().toList();
        assertThat(events.getFirst().path("happenedOn").asString()).isEqualTo("2008-04-24");
        assertThat(events.getFirst().path("data").path("importedBy").asString()).isEqualTo("3401-gl1");
        assertThat(events.getLast().path("kind").asString()).isEqualTo("IMPORTED");
        assertThat(events.getLast().path("happenedOn").asString()).isEqualTo("2008-06-10");
        assertThat(walk.ledgerIntact()).isTrue();

        // It is found by its old number, and taken over once.
        assertThat(office.get("cf.jl2", "/inbox?view=TEAM&q=" + original).body().path("items").valueStream().map(item -> item.path("caseNo").asString()))
                .contains(walk.no);
        var again = first(take("hf.gl1", List.of(machineWorks(original)), false));
        assertThat(again.path("outcome").asString()).isEqualTo("ALREADY");
        assertThat(again.path("caseNo").asString()).isEqualTo(walk.no);

        office.day("2008-06-18");
        walk.review(1, true).mustSucceed();
        walk.act("cf.jl2", "/contacts", Map.of("kind", "CONSTRUCTION_STARTED", "text", "受电工程开工")).mustSucceed();
        office.day("2008-08-04");
        walk.request("mid-inspection", List.of("CONTRACTOR_LICENCE")).mustSucceed();
        office.day("2008-08-08");
        walk.inspectHidden("2008-08-06").mustSucceed();
        office.day("2008-09-11");
        walk.request("completion-inspection", Walk.COMPLETION_PAPERS).mustSucceed();
        office.day("2008-09-18");
        walk.inspectCompletion(1, "2008-09-16", Map.of()).mustSucceed();
        walk.contractDraft().mustSucceed();
        walk.meters("2008-09-18").mustSucceed();
        office.day("2008-09-22");
        walk.contract("2008-09-22", "cf.jl2").mustSucceed();
        office.day("2008-09-26");
        walk.request("energisation", List.of()).mustSucceed();
        walk.opine("cf.dd1", "energisation", "dispatch", 1, "AGREE").mustSucceed();
        walk.submit("cf.jl2", "energisation", walk.energised("2008-09-26", true)).mustSucceed();
        assertThat(walk.finish("2008-09-26", "2008-10-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void pauses_nobody_can_prove_stand_beside_the_assessed_days_and_are_not_deducted() {
        office.day("2008-06-10");
        var form = machineWorks("SG186-" + Numbers.unique());
        var letter = office.upload("hf.gl1", "暂缓函" + Numbers.unique());
        form.put("pauses", List.of(
                Map.of("kind", "PAUSE", "reason", "CUSTOMER_HOLD", "from", "2008-04-29", "to", "2008-04-30", "evidence", Map.of("kind", "CUSTOMER_LETTER", "fileId", letter)),
                Map.of("kind", "PAUSE", "reason", "CUSTOMER_HOLD", "from", "2008-05-05", "to", "2008-05-08", "evidence", Map.of("kind", "OTHER", "note", "电话告知"))));
        walk.no = first(take("hf.gl1", List.of(form), false)).path("caseNo").asString();
        var limit = walk.limit("PLAN_REPLY", "ASSESSED");
        assertThat(limit.path("used").asInt()).isEqualTo(14);
        assertThat(limit.path("claimed").asInt()).isEqualTo(11);
        assertThat(limit.path("pauses").valueStream().map(pause -> pause.path("counts").asBoolean())).containsExactly(true, false);
        assertThat(walk.act("cf.zr1", "/suspensions/2/confirmation", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void refused_drawings_and_new_ones_are_rounds_of_their_own_with_their_own_days() {
        office.day("2008-09-01");
        var row = machineWorks("SG186-" + Numbers.unique());
        var stages = new ArrayList<Object>((List<?>) row.get("stages"));
        var designer = Map.of("company", "客户自选设计院", "licenceNo", "A2340001", "licenceClass", "乙级", "validUntil", "2012-01-01", "chosenBy", "CUSTOMER");
        stages.set(5, Map.of("stage", "design-review", "requestedOn", "2008-07-28", "papers", Walk.DRAWINGS, "closedOn", "2008-08-06", "outcome", "AGAIN",
                "by", "340121-yx1", "parts", List.of(Map.of("part", "distribution", "closedOn", "2008-08-01", "by", "340121-pd1")),
                "receipt", Map.of("servedOn", "2008-08-06", "manner", "COUNTER"),
                "result", Map.of("designer", designer, "drawings", List.of(Map.of("discipline", "SUBSTATION", "sheets", 12)), "conclusion", "NOT_AGREED",
                        "hiddenWorks", true, "opinions", List.of(Map.of("text", "进线柜未设防误闭锁", "article", "GB 50060 第3.0.5条")))));
        stages.add(Map.of("stage", "design-review", "requestedOn", "2008-08-20", "papers", List.of()));
        row.put("stages", stages);
        var result = first(take("hf.gl1", List.of(row), false));
        assertThat(result.path("outcome").asString()).as(result.toString()).isEqualTo("IMPORTED");
        walk.no = result.path("caseNo").asString();
        var second = walk.limit("DESIGN_REVIEW", "COMMITTED");
        assertThat(second.path("round").asInt()).isEqualTo(2);
        assertThat(second.path("dueOn").asString()).isEqualTo("2008-09-03");
        var first = walk.get("/limits").path("limits").valueStream().filter(limit -> limit.path("limit").asString().equals("DESIGN_REVIEW")
                && limit.path("standard").asString().equals("COMMITTED") && limit.path("round").asInt() == 1).findFirst().orElseThrow();
        assertThat(first.path("used").asInt()).isEqualTo(7);
        // What the old system says a colleague did is hers here too: she may not do what excludes it.
        walk.review(2, true).mustSucceed();
    }

    @Test
    void the_same_case_taken_over_twice_at_once_is_one_case() throws Exception {
        office.day("2008-06-10");
        var row = machineWorks("SG186-" + Numbers.unique());
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var one = pool.submit(() -> first(take("hf.gl1", List.of(row), false)));
            var other = pool.submit(() -> first(take("hf.yx1", List.of(row), false)));
            assertThat(List.of(one.get().path("outcome").asString(), other.get().path("outcome").asString())).containsExactlyInAnyOrder("IMPORTED", "ALREADY");
            assertThat(one.get().path("caseNo")).isEqualTo(other.get().path("caseNo"));
        }
    }

    @Test
    void a_trial_run_keeps_nothing() {
        office.day("2008-06-10");
        var original = "SG186-" + Numbers.unique();
        var row = first(take("hf.gl1", List.of(machineWorks(original)), true));
        assertThat(row.path("outcome").asString()).as(row.toString()).isEqualTo("WOULD_IMPORT");
        assertThat(row.path("openStages").valueStream().map(JsonNode::asString)).contains("design-review");
        assertThat(first(take("hf.gl1", List.of(machineWorks(original)), false)).path("outcome").asString()).isEqualTo("IMPORTED");
    }

    @Test
    void an_impossible_history_is_refused_with_all_its_faults_and_stops_no_other_row() {
        office.day("2008-06-10");
        var impossible = machineWorks("SG186-" + Numbers.unique());
        var stages = new ArrayList<Object>((List<?>) impossible.get("stages"));
        stages.set(1, closed("survey", "2008-04-22", Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "visitedOn", "2008-04-22",
                "load", Map.of("capacityKva", 630), "points", List.of(Map.of("feeder", "L34012102")), "conclusion", "CAN_SUPPLY")));
        stages.add(closed("moon-landing", "2008-06-09", Map.of()));
        stages.add(Map.of("stage", "contract", "closedOn", "2008-12-01", "result", Map.of()));
        impossible.put("stages", stages);
        impossible.put("pauses", List.of(Map.of("kind", "PAUSE", "reason", "TEA_BREAK", "from", "2008-05-08", "to", "2008-05-05")));
        walk = new Walk(office);
        var good = machineWorks("SG186-" + Numbers.unique());

        var reply = take("hf.gl1", List.of(impossible, good), false).mustSucceed();

        assertThat(rules(reply.body().path("rows").get(0))).contains("casework.import-backwards@stages[1].closedOn",
                "casework.import-closed-before-predecessor@stages[1].closedOn", "casework.no-such-stage@stages[6].stage",
                "casework.in-the-future@stages[7].closedOn", "casework.no-such-reason@pauses[0].reason", "casework.import-backwards@pauses[0].to",
                "form.missing@stages[7].result.signedOn");
        assertThat(reply.body().path("rows").get(1).path("outcome").asString()).isEqualTo("IMPORTED");
        assertThat(reply.body().path("counts").path("REFUSED").asInt()).isEqualTo(1);
    }

    @Test
    void a_history_that_does_not_lead_where_the_old_system_says_is_refused() {
        office.day("2008-06-10");
        var row = machineWorks("SG186-" + Numbers.unique());
        row.put("presentStages", List.of("metering"));
        assertThat(rules(first(take("hf.gl1", List.of(row), false)))).containsExactly("casework.import-present-stage@presentStages[0]");
        var unread = new TreeMap<>(machineWorks("SG186-" + Numbers.unique()));
        unread.put("stages", ((List<?>) unread.get("stages")).stream()
                .filter(stage -> !Map.of("plan-approval", 1).containsKey(((Map<?, ?>) stage).get("stage"))).toList());
        assertThat(first(take("hf.gl1", List.of(unread), false)).path("violations").get(0).path("rule").asString()).isEqualTo("casework.stage-not-open");
        var papers = machineWorks("SG186-" + Numbers.unique());
        var application = new LinkedHashMap<>(walk.machineWorks());
        application.put("documents", List.of());
        papers.put("application", application);
        var missing = first(take("hf.gl1", List.of(papers), false));
        assertThat(rules(missing)).containsExactly("casework.import-outcome-differs@application");
        assertThat(missing.path("violations").get(0).path("sentence").asString()).contains("用电申请报告");
    }

    @Test
    void lines_of_JSON_are_read_one_by_one_and_a_broken_one_stands_alone() {
        office.day("2008-06-10");
        var lines = JSON.writeValueAsString(machineWorks("SG186-" + Numbers.unique())) + "\n{\"originalNo\": \n\n"
                + List.of(new TreeMap<>(Map.of("originalNo", "x"))).stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n"));
        var rows = office.raw("hf.gl1", "/imports/cases", lines).mustSucceed().body().path("rows");
        assertThat(rows.valueStream().map(row -> row.path("outcome").asString())).containsExactly("IMPORTED", "REFUSED", "REFUSED");
        assertThat(rows.get(1).path("violations").get(0).path("rule").asString()).isEqualTo("form.row-malformed");
        assertThat(rules(rows.get(2))).contains("form.missing@acceptedOn");
    }

    @Test
    void a_clerk_takes_nothing_over() {
        office.day("2008-06-10");
        assertThat(rules(first(take("cf.kf1", List.of(machineWorks("SG186-" + Numbers.unique())), false)))).containsExactly("acceptance.import-not-allowed@");
        assertThat(rules(first(take("sz.gl1", List.of(machineWorks("SG186-" + Numbers.unique())), false)))).containsExactly("acceptance.import-not-allowed@");
    }
}
