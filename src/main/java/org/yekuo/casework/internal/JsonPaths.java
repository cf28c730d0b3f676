package org.yekuo.casework.internal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and sets one value of a JSON tree by its dotted, indexed path ({@code sources[0].feeder}). */
final class JsonPaths {

    private JsonPaths() {}

    /** The text at a path, or null when there is nothing. */
    static @Nullable String get(JsonNode tree, String path) {
        var node = tree;
        for (var step : steps(path)) {
            node = child(node, step);
        }
        return node.isMissingNode() || node.isNull() ? null : node.isString() ? node.stringValue() : node.toString();
    }

    /** Sets an existing field; answers whether there is one. */
    static boolean put(JsonNode tree, String path, String value) {
        var steps = steps(path);
        var node = tree;
        for (int i = 0; i < steps.length - 1; i++) {
            node = child(node, steps[i]);
        }
        var last = steps[steps.length - 1];
        if (!(node instanceof ObjectNode object) || !object.has(last)) {
            return false;
        }
        var was = object.get(last);
        if (was.isNumber()) {
            object.put(last, new java.math.BigDecimal(value));
        } else if (was.isBoolean()) {
            object.put(last, Boolean.parseBoolean(value));
        } else {
            object.put(last, value);
        }
        return true;
    }

    private static String[] steps(String path) {
        return path.split("[.\\[\\]]+");
    }

    private static JsonNode child(JsonNode node, String step) {
        if (!node.isArray()) {
            return node.path(step);
        }
        boolean number = !step.isEmpty() && step.length() < 6 && step.chars().allMatch(Character::isDigit);
        return node.path(number ? Integer.parseInt(step) : -1);
    }
}
