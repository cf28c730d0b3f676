package org.yekuo.publishing.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yekuo.regulation.Pack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A pack taken apart into rows, part by part, as everybody reads them. */
final class PackRowsOf {

    /**
     * One row.
     *
     * @param meaning what it is about whatever its id: two packs may name the same rule differently
     */
    record Entry(String id, String meaning, JsonNode row) {}

    private final JsonMapper mapper;

    PackRowsOf(JsonMapper mapper) {
        this.mapper = mapper;
    }

    Map<String, List<Entry>> rows(Pack pack) {
        var parts = new LinkedHashMap<String, List<Entry>>();
        parts.put("pack", List.of(head(pack)));
        parts.put("facts", entries(pack.facts(), fact -> fact.name(), fact -> ""));
        parts.put("procedures", entries(pack.procedures(), procedure -> procedure.key(), procedure -> "").stream()
                .map(entry -> new Entry(entry.id(), entry.meaning(), ((ObjectNode) entry.row()).without("stages"))).toList());
        parts.put("stages", stages(pack));
        parts.put("limits", entries(pack.limits(), row -> row.id(), row -> row.limit() + "/" + row.standard() + json(row.applies())));
        parts.put("checklists", entries(pack.checklists(), row -> row.id(), row -> row.code() + "/" + row.dueBy() + json(row.applies())));
        parts.put("approvals", entries(pack.approvals(), row -> row.id(), row -> row.subject() + json(row.applies())));
        parts.put("separations", entries(pack.separations(), row -> row.id(), row -> json(row.first()) + json(row.second())));
        parts.put("fees", entries(pack.fees(), row -> row.code(), row -> ""));
        parts.put("reasons", entries(pack.reasons(), row -> row.use() + " " + row.code(), row -> ""));
        parts.put("tables", tables(pack));
        return parts;
    }

    private Entry head(Pack pack) {
        var head = mapper.createObjectNode();
        head.set("name", tree(pack.name()));
        head.set("kind", tree(pack.kind()));
        head.set("includes", tree(pack.includes()));
        head.set("effectiveFrom", tree(pack.effectiveFrom()));
        head.set("effectiveUntil", mapper.valueToTree(pack.effectiveUntil()));
        head.set("dayZero", tree(pack.dayZero()));
        return new Entry("pack", "", head);
    }

    private List<Entry> stages(Pack pack) {
        var stages = new ArrayList<Entry>();
        pack.procedures().forEach(procedure -> stages.addAll(entries(procedure.stages(), stage -> procedure.key() + "/" + stage.key(), stage -> "")));
        return stages;
    }

    private List<Entry> tables(Pack pack) {
        var rows = new ArrayList<Entry>();
        pack.tables().values().stream().sorted(java.util.Comparator.comparing(table -> table.name())).forEach(table ->
                rows.addAll(entries(table.rows(), row -> table.name() + "/" + row.id(), row -> table.name() + json(row.applies()))));
        return rows;
    }

    private <R> List<Entry> entries(List<R> rows, Function<R, String> id, Function<R, String> meaning) {
        return rows.stream().map(row -> new Entry(id.apply(row), meaning.apply(row), tree(row))).toList();
    }

    private String json(Object value) {
        return tree(value).toString();
    }

    private JsonNode tree(Object value) {
        return ordered(mapper.valueToTree(value));
    }

    /** A set of words has no order of its own; it gets one, so that equal rows are equal. */
    private JsonNode ordered(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var entry : List.copyOf(object.properties())) {
                object.set(entry.getKey(), entry.getKey().equals("words") && entry.getValue() instanceof ArrayNode words ? sorted(words) : ordered(entry.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            array.values().forEach(this::ordered);
        }
        return node;
    }

    private ArrayNode sorted(ArrayNode words) {
        var result = mapper.createArrayNode();
        words.valueStream().map(JsonNode::asString).sorted().forEach(result::add);
        return result;
    }
}
