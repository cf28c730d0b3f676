package org.yekuo.web.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.VisitingOnce;
import org.yekuo.web.form.PageField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the form of one visit is filled with: what is known when it is opened, and of what was typed in one step, what the later ones ask for again. */
@Component
class OneVisitStart {

    /** The steps, as the form calls them, and their stages. */
    static final Map<String, String> STEPS = Map.of("survey", "survey", "plan", "plan-draft", "contract", "contract", "metering", "metering", "energisation", "energisation");

    /** What a low-voltage supply of one source and one meter has anyway, by path. */
    private static final Map<String, String> USUAL = Map.ofEntries(Map.entry("plan.circuits[0].source", "1"), Map.entry("plan.circuits[0].role", "MAIN"),
            Map.entry("plan.circuits[0].selfBuilt", "false"), Map.entry("plan.meteringPoints[0].no", "1"), Map.entry("plan.meteringPoints[0].mode", "LOW_LOW"),
            Map.entry("plan.tariff.scheme", "SINGLE_PART"), Map.entry("metering.devices[0].point", "1"), Map.entry("metering.devices[0].kind", "METER"),
            Map.entry("metering.devices[0].activeKwh", "0"), Map.entry("metering.seals[0].position", "METER"), Map.entry("energisation.outcome", "ENERGISED"));

    /** What follows from what is typed elsewhere on the page, so that it is not asked for unless it is found wrong. */
    private static final Set<String> FOLLOWS = Set.of("plan.capacityKva", "plan.circuits[0].capacityKva", "plan.circuits[0].feeder", "plan.circuits[0].substation",
            "plan.circuits[0].source", "plan.circuits[0].role", "plan.circuits[0].selfBuilt", "plan.meteringPoints[0].no", "plan.meteringPoints[0].mode", "plan.tariff.scheme",
            "metering.devices[0].point", "metering.devices[0].kind", "metering.seals[0].assetNo", "metering.seals[0].position", "energisation.outcome",
            "energisation.switchedOn.day", "energisation.switchedOn.customerSigner", "energisation.switchedOn.readings[0].assetNo", "energisation.switchedOn.readings[0].activeKwh");

    /** Optional, and yet asked of nearly everybody: our signatory's authority. */
    private static final Set<String> ASKED = Set.of("contract.company.authorityNo");

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
        if (load.phase().equals("SINGLE")) {
            first(plan, "meteringPoints").put("wiring", "SINGLE_PHASE");
        }
        group(tree, "metering").set("installers", json.createArrayNode().add(staffNo));
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
        USUAL.forEach((path, value) -> usual(tree, path, value));
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

    private void usual(ObjectNode tree, String path, String value) {
        var at = tree;
        var steps = path.split("[.]");
        for (int i = 0; i < steps.length - 1; i++) {
            at = steps[i].endsWith("[0]") ? first(at, steps[i].substring(0, steps[i].length() - 3)) : group(at, steps[i]);
        }
        fill(at, steps[steps.length - 1], json.stringNode(value));
    }

    /** A field as the page shows it: what follows by itself, and what a simple supply does without, is shown only where something is wrong with it. */
    static Optional<PageField> shown(PageField field, boolean top) {
        boolean idle = !ASKED.contains(field.path()) && !field.speaks() && !field.needed() && field.kind() != PageField.Kind.ROWS;
        if (field.faults().isEmpty() && (FOLLOWS.contains(field.path()) || !top && idle)) {
            return Optional.empty();
        }
        var fields = field.fields().stream().flatMap(one -> shown(one, false).stream()).toList();
        var rows = field.rows().stream().map(row -> new PageField.Row(row.path(), row.fields().stream().flatMap(one -> shown(one, false).stream()).toList(), row.empty(), row.faults())).toList();
        boolean bare = !top && field.kind() == PageField.Kind.ROWS && field.faults().isEmpty() && rows.stream().allMatch(row -> row.fields().isEmpty());
        return bare ? Optional.empty() : Optional.of(field.with(fields, rows));
    }
}
