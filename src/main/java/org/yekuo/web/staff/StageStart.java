package org.yekuo.web.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.form.FormField;
import org.yekuo.form.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a stage's form is filled with when it is opened: the result of an earlier round where there was one, else what is known already —
 * today for the day something is done, the fees due, a row for each item to be looked at, the capacity surveyed.
 */
@Component
class StageStart {

    /** Days that are today unless somebody says otherwise; a term or a promise is never guessed. */
    private static final List<String> TODAY = List.of("receivedOn", "visitedOn", "arrivedOn", "installedOn", "signedOn", "paidOn", "completedOn", "relievedOn");

    private final BusinessClock clock;
    private final JsonMapper json;

    StageStart(BusinessClock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    ObjectNode values(Class<?> type, Optional<ReadingCase.Stage> earlier, Map<String, Object> offered, List<ReadingCase.Stage> stages) {
        var values = earlier.map(ReadingCase.Stage::result).map(JsonNode::deepCopy).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                .orElseGet(json::createObjectNode);
        boolean fresh = values.isEmpty();
        // What hindered the last visit says nothing about this one.
        if (values.has("notToday")) {
            values.remove(List.of("notToday", "conclusion", "outcome"));
        }
        var fields = Forms.describe(type).stream().filter(field -> field.path().indexOf('.') < 0).toList();
        fields.stream().filter(field -> TODAY.contains(field.name()) && field.of() == LocalDate.class).forEach(field -> values.put(field.name(), clock.today().toString()));
        if (fresh) {
            fields.forEach(field -> suggest(field, values, offered, stages));
        }
        return values;
    }

    private void suggest(FormField field, ObjectNode values, Map<String, Object> offered, List<ReadingCase.Stage> stages) {
        switch (field.name()) {
            case "items" -> rows(values, offered.get("items"), offered.get("items.item"));
            case "capacityKva" -> Optional.ofNullable(offered.get("capacityKva")).ifPresent(kva -> values.set("capacityKva", json.valueToTree(kva)));
            case "surveyors" -> latest(stages, "dispatch").map(dispatch -> dispatch.path("surveyors")).filter(JsonNode::isArray)
                    .ifPresent(surveyors -> values.set("surveyors", surveyors.deepCopy()));
            case "devices" -> latest(stages, "plan-draft").map(plan -> plan.path("meteringPoints")).ifPresent(points -> devices(values, points));
            case "switchedOn" -> switchedOn(values, offered.get("switchedOn.readings.assetNo"));
            case "voltageKv" -> preferred(offered.get("voltageKv")).ifPresent(kv -> values.put("voltageKv", kv));
            case "circuits" -> latest(stages, "survey").ifPresent(survey -> circuit(values, survey, offered.get("circuits.feeder")));
            case "documents" -> Optional.ofNullable(offered.get("documents")).ifPresent(papers -> values.set("documents", json.valueToTree(papers)));
            case "originals" -> Optional.ofNullable(offered.get("originals")).ifPresent(kinds -> values.set("originals", json.valueToTree(kinds)));
            default -> { }
        }
    }

    /** A row for each fee that is due, or for each item that is looked at. */
    private void rows(ObjectNode values, @Nullable Object due, @Nullable Object items) {
        var rows = values.putArray("items");
        if (due != null) {
            for (var fee : json.<JsonNode>valueToTree(due)) {
                var row = rows.addObject();
                List.of("code", "amount", "quantity", "basis").stream().filter(fee::hasNonNull).forEach(name -> row.set(name, fee.get(name).deepCopy()));
            }
        } else if (items != null) {
            for (var item : json.<JsonNode>valueToTree(items)) {
                rows.addObject().put("item", item.path("code").asString(""));
            }
        }
    }

    /** The one voltage the pack prefers; none where it leaves a choice. */
    private Optional<String> preferred(@Nullable Object candidates) {
        var preferred = candidates == null ? List.<JsonNode>of()
                : json.<JsonNode>valueToTree(candidates).valueStream().filter(one -> one.path("preferred").asBoolean(false)).toList();
        return preferred.size() == 1 ? Optional.of(preferred.getFirst().path("kv").asString("")) : Optional.empty();
    }

    /** The first circuit, from the first point of supply the survey found; its substation is that of the feeder. */
    private void circuit(ObjectNode values, JsonNode survey, @Nullable Object feeders) {
        var feeder = survey.path("points").path(0).path("feeder").asString("");
        var circuit = values.putArray("circuits").addObject().put("source", "1").put("role", "MAIN").put("feeder", feeder);
        circuit.set("capacityKva", values.path("capacityKva").deepCopy());
        if (feeders != null) {
            json.<JsonNode>valueToTree(feeders).valueStream().filter(one -> one.path("code").asString("").equals(feeder)).findFirst()
                    .ifPresent(one -> circuit.put("substation", one.path("substation").asString("")));
        }
    }

    private static void devices(ObjectNode values, JsonNode points) {
        var devices = values.putArray("devices");
        points.forEach(point -> devices.addObject().put("point", point.path("no").asString("")).put("kind", "METER"));
    }

    private void switchedOn(ObjectNode values, @Nullable Object meters) {
        if (meters instanceof List<?> assets) {
            ArrayNode readings = values.putObject("switchedOn").put("day", clock.today().toString()).putArray("readings");
            assets.forEach(asset -> readings.addObject().put("assetNo", String.valueOf(asset)));
        }
    }

    static Optional<JsonNode> latest(List<ReadingCase.Stage> stages, String stage) {
        return stages.stream().filter(one -> one.stage().equals(stage) && one.result() != null).reduce((first, second) -> second).map(ReadingCase.Stage::result);
    }
}
