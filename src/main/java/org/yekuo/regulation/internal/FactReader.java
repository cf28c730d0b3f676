package org.yekuo.regulation.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.FactDeclaration;
import tools.jackson.databind.JsonNode;

/** Reads the declarations of facts in {@code pack.yaml}. */
final class FactReader {

    private FactReader() {}

    static FactDeclaration fact(Row row) {
        var type = row.choice("type", FactDeclaration.Type.class, null);
        var words = type == FactDeclaration.Type.NUMBER ? numbers(row) : row.texts("words");
        if (type == FactDeclaration.Type.WORD && words.isEmpty()) {
            row.fault("is a WORD but names no words.");
        }
        var fact = new FactDeclaration(
                row.text("name"), row.name("label", null), type, row.text("setBy"), words, row.number("min"), row.number("max"), null);
        var otherwise = row.at("default");
        return otherwise == null ? fact : new FactDeclaration(
                fact.name(), fact.label(), type, fact.setBy(), words, fact.min(), fact.max(), otherwise(row, fact, otherwise));
    }

    private static List<String> numbers(Row row) {
        var values = row.at("values");
        if (values == null) {
            return List.of();
        }
        if (!values.isArray() || !values.values().stream().allMatch(JsonNode::isNumber)) {
            row.fault("has values that are not a list of numbers.");
            return List.of();
        }
        return values.values().stream().map(value -> value.decimalValue().toPlainString()).toList();
    }

    private static @Nullable Object otherwise(Row row, FactDeclaration fact, JsonNode node) {
        Object value = switch (fact.type()) {
            case WORD -> node.isString() && fact.words().contains(node.stringValue()) ? node.stringValue() : null;
            case YES_NO -> node.isBoolean() ? (Boolean) node.booleanValue() : null;
            case NUMBER -> node.isNumber() && CriteriaReader.allowed(fact, node.decimalValue()) ? (BigDecimal) node.decimalValue() : null;
        };
        if (value == null) {
            row.fault("has a default that the fact may not have: " + node + ".");
        }
        return value;
    }
}
