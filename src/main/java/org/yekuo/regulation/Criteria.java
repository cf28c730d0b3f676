package org.yekuo.regulation;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yekuo.vocabulary.Facts;

/**
 * When a row applies: every named fact is known and meets its condition. No conditions: always. One type serves every table of a pack;
 * there is no expression language.
 */
public record Criteria(Map<String, Condition> conditions) {

    public static final Criteria ALWAYS = new Criteria(Map.of());

    /** Matches no facts at all. */
    public static final Criteria NEVER = new Criteria(Map.of("never", new Condition.OneOf(Set.of())));

    public Criteria {
        conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
    }

    public boolean match(Facts facts) {
        for (var condition : conditions.entrySet()) {
            var value = facts.values().get(condition.getKey());
            if (value == null || !condition.getValue().holds(value)) {
                return false;
            }
        }
        return true;
    }
}
