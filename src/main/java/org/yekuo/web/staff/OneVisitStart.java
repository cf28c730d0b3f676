package org.yekuo.web.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.VisitingOnce;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the form of one visit is filled with: what is known when it is opened, and of what was typed in one step, what the later ones ask for again. */
@Component
class OneVisitStart {

    /** The steps, as the form calls them, and their stages. */
    static final Map<String, String> STEPS = Map.of("survey", "survey", "plan", "plan-draft", "contract", "contract", "metering", "metering", "energisation", "energisation");

    private final StageStart start;
    private final StageWorks works;
    private final JsonMapper json;

    OneVisitStart(StageStart start, StageWorks works, JsonMapper json) {
        this.start = start;
        this.works = works;
        this.json = json;
    }

    ObjectNode values(ReadingCase.Summary summary, List<ReadingCase.Stage> stages, Map<String, Map<String, Object>> offered, List<VisitingOnce.Needed> beforehand, String staffNo) {
        var tree = json.createObjectNode();
        STEPS.forEach((step, stage) -> tree.set(step, start.values(works.work(stage).orElseThrow().resultType(), Optional.empty(), offered.getOrDefault(stage, Map.of()), stages)));
        var load = summary.application().load();
        group(tree, "survey").put("conclusion", "CAN_SUPPLY").set("surveyors", json.createArrayNode().add(staffNo));
        group(tree, "survey").putObject("load").put("capacityKva", load.capacityKva());
        var plan = group(tree, "plan");
        var point = row(plan, "meteringPoints").put("no", "1").put("mode", "LOW_LOW");
        if (load.phase().equals("SINGLE")) {
            point.put("wiring", "SINGLE_PHASE");
        }
        row(plan, "circuits").put("source", "1").put("role", "MAIN").put("selfBuilt", "false");
        plan.putObject("tariff").put("scheme", "SINGLE_PART");
        var metering = group(tree, "metering");
        metering.set("installers", json.createArrayNode().add(staffNo));
        row(metering, "devices").put("point", "1").put("kind", "METER").put("activeKwh", "0");
        row(metering, "seals").put("position", "METER");
        group(tree, "energisation").put("outcome", "ENERGISED");
        signers(tree, summary.application());
        var parts = tree.putArray("beforehand");
        beforehand.forEach(needed -> parts.addObject().put("stage", needed.stage()).put("part", needed.part()));
        return carry(tree, offered);
    }

    private void signers(ObjectNode tree, org.yekuo.casework.Application application) {
        if (application.applicantKind().equals("PERSON")) {
            group(group(tree, "contract"), "customer").put("name", application.customerName()).put("capacity", "SELF");
            group(tree, "metering").put("customerSigner", application.customerName());
        }
    }

    /** Whatever a later step asks for and an earlier one has; what was typed stays. */
    ObjectNode carry(ObjectNode tree, Map<String, Map<String, Object>> offered) {
        var kva = tree.path("survey").path("load").path("capacityKva");
        var plan = group(tree, "plan");
        fill(plan, "capacityKva", kva);
        var circuit = first(plan, "circuits");
        fill(circuit, "capacityKva", plan.path("capacityKva"));
        fill(circuit, "feeder", tree.path("survey").path("points").path(0).path("feeder"));
        fill(circuit, "substation", substation(offered.getOrDefault("plan-draft", Map.of()).get("circuits.feeder"), circuit.path("feeder").asString("")));
        var metering = group(tree, "metering");
        var device = metering.path("devices").path(0);
        fill(first(metering, "seals"), "assetNo", device.path("assetNo"));
        var on = group(group(tree, "energisation"), "switchedOn");
        fill(on, "day", metering.path("installedOn"));
        fill(on, "customerSigner", metering.path("customerSigner"));
        var reading = first(on, "readings");
        fill(reading, "assetNo", device.path("assetNo"));
        fill(reading, "activeKwh", device.path("activeKwh"));
        return tree;
    }

    /** The substation of a line, as the grid has it. */
    private JsonNode substation(@Nullable Object feeders, String feeder) {
        return json.valueToTree(feeders == null ? List.of() : feeders).valueStream().filter(one -> one.path("code").asString("").equals(feeder)).findFirst()
                .map(one -> one.path("substation")).orElse(json.missingNode());
    }

    private static void fill(ObjectNode group, String name, JsonNode known) {
        if (group.path(name).asString("").isBlank() && known.isValueNode() && !known.asString("").isBlank()) {
            group.set(name, known.deepCopy());
        }
    }

    private static ObjectNode group(ObjectNode tree, String name) {
        return tree.get(name) instanceof ObjectNode there ? there : tree.putObject(name);
    }

    private static ObjectNode first(ObjectNode tree, String name) {
        return tree.get(name) instanceof ArrayNode rows && rows.path(0) instanceof ObjectNode there ? there : tree.putArray(name).addObject();
    }

    private static ObjectNode row(ObjectNode tree, String name) {
        return tree.putArray(name).addObject();
    }
}
