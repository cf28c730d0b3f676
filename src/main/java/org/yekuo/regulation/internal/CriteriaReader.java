package org.yekuo.regulation.internal;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Condition;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.FactDeclaration;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code when: {class: [LV_RES, LV_NONRES], capacityKva: {from: 630, below: 1260}, sources: 1, agent: true}}: text or a list of texts
 * is one of these words, a number exactly this number, a mapping a range, true or false a yes or no.
 */
final class CriteriaReader {

    private static final Set<String> BOUNDS = Set.of("from", "above", "upTo", "below");

    private final Map<String, FactDeclaration> facts;

    CriteriaReader(Map<String, FactDeclaration> facts) {
        this.facts = facts;
    }

    Criteria when(Row row, String key, Criteria otherwise) {
        var node = row.at(key);
        return node == null ? otherwise : read(row, key, node);
    }

    Criteria read(Row row, String key, JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            row.fault("has a " + key + " that is not a mapping of facts to conditions.");
            return Criteria.ALWAYS;
        }
        var conditions = new TreeMap<String, Condition>();
        for (var entry : node.properties()) {
            var declared = facts.get(entry.getKey());
            if (declared == null) {
                row.fault("asks in " + key + " about the fact " + entry.getKey() + ", which the pack does not declare.");
                continue;
            }
            var condition = condition(row, declared, entry.getValue());
            if (condition != null) {
                conditions.put(entry.getKey(), condition);
            }
        }
        return new Criteria(conditions);
    }

    private @Nullable Condition condition(Row row, FactDeclaration fact, JsonNode node) {
        return switch (fact.type()) {
            case WORD -> words(row, fact, node);
            case YES_NO -> {
                if (!node.isBoolean()) {
                    row.fault("asks for " + fact.name() + ": " + node + ", but it is true or false.");
                    yield null;
                }
                yield new Condition.Is(node.booleanValue());
            }
            case NUMBER -> range(row, fact, node);
        };
    }

    private static @Nullable Condition words(Row row, FactDeclaration fact, JsonNode node) {
        var words = new HashSet<String>();
        for (var word : node.isArray() ? node.values() : java.util.List.of(node)) {
            if (!word.isString() || !fact.words().contains(word.stringValue())) {
                row.fault("asks for " + fact.name() + ": " + word + ", but it is one of " + fact.words() + ".");
                return null;
            }
            words.add(word.stringValue());
        }
        if (words.isEmpty()) {
            row.fault("asks for " + fact.name() + " to be one of no words.");
            return null;
        }
        return new Condition.OneOf(words);
    }

    private static @Nullable Condition range(Row row, FactDeclaration fact, JsonNode node) {
        if (node.isNumber()) {
            if (!allowed(fact, node.decimalValue())) {
                row.fault("asks for " + fact.name() + ": " + node + ", a value the pack does not allow for it.");
            }
            return new Condition.Range(node.decimalValue(), null, node.decimalValue(), null);
        }
        if (!node.isObject() || node.isEmpty() || !BOUNDS.containsAll(node.propertyNames())
                || !node.values().stream().allMatch(JsonNode::isNumber)) {
            row.fault("asks for " + fact.name() + ": " + node + ", but it is a number, or a range of from, above, upTo, below.");
            return null;
        }
        var range = new Condition.Range(bound(node, "from"), bound(node, "above"), bound(node, "upTo"), bound(node, "below"));
        var least = range.from() != null ? range.from() : range.above();
        var most = range.upTo() != null ? range.upTo() : range.below();
        if (least != null && most != null && least.compareTo(most) > 0) {
            row.fault("asks for " + fact.name() + " in an empty range: " + node + ".");
        }
        return range;
    }

    static boolean allowed(FactDeclaration fact, BigDecimal number) {
        return (fact.min() == null || number.compareTo(fact.min()) >= 0)
                && (fact.max() == null || number.compareTo(fact.max()) <= 0)
                && (fact.words().isEmpty() || fact.words().stream().anyMatch(word -> new BigDecimal(word).compareTo(number) == 0));
    }

    private static @Nullable BigDecimal bound(JsonNode node, String key) {
        return node.has(key) ? node.get(key).decimalValue() : null;
    }
}
