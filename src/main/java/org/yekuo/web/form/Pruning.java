package org.yekuo.web.form;

import java.util.List;
import org.yekuo.form.FormField;
import org.yekuo.form.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of a posted form what nobody filled in: empty rows, and groups that need not be there. */
final class Pruning {

    private Pruning() {}

    static void prune(ObjectNode tree, Class<?> type) {
        for (var field : Forms.describe(type).stream().filter(Pruning::onTop).toList()) {
            var node = tree.get(field.name());
            if (field.list() && node instanceof ArrayNode rows) {
                tree.set(field.name(), kept(rows, field));
            } else if (field.of().isRecord()) {
                if (node instanceof ObjectNode group && !blank(group)) {
                    prune(group, field.of());
                } else if (field.mandatory()) {
                    tree.putObject(field.name());
                } else {
                    tree.remove(field.name());
                }
            } else if (node != null && blank(node) && !node.isBoolean() && !node.asString("").equals("false")) {
                tree.remove(field.name());
            }
        }
    }

    static boolean onTop(FormField field) {
        return field.path().indexOf('.') < 0;
    }

    private static ArrayNode kept(ArrayNode rows, FormField field) {
        var kept = JsonNodeFactory.instance.arrayNode();
        for (var row : rows) {
            if (!blank(row)) {
                if (row instanceof ObjectNode group && field.of().isRecord()) {
                    prune(group, field.of());
                }
                kept.add(row);
            }
        }
        return kept;
    }

    /** An unticked box says nothing about whether a row was filled in. */
    private static boolean blank(JsonNode node) {
        return switch (node) {
            case ObjectNode group -> group.values().stream().allMatch(Pruning::blank);
            case ArrayNode rows -> rows.values().stream().allMatch(Pruning::blank);
            default -> node.isNull() || node.isMissingNode() || node.asString("").isBlank() || node.asString("").equals("false");
        };
    }

    static List<FormField> top(Class<?> type) {
        return Forms.describe(type).stream().filter(Pruning::onTop).toList();
    }
}
