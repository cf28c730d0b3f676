package org.yekuo.regulation.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yekuo.regulation.Condition;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.vocabulary.Facts;

/**
 * Every combination of facts that some rows can tell apart. For each fact the rows ask about, its words, or its bounds with their
 * neighbours, are gathered; of values that no row distinguishes one is kept. So a walk is complete, and short.
 */
final class Combinations {

    private static final long MOST = 1_000_000;
    private static final BigDecimal NEAR = new BigDecimal("0.001");

    private final Map<String, FactDeclaration> facts;
    private final List<Criteria> impossible;

    Combinations(Collection<FactDeclaration> facts, List<Criteria> impossible) {
        this.facts = facts.stream().collect(Collectors.toMap(FactDeclaration::name, fact -> fact));
        this.impossible = impossible;
    }

    /** Rows that tell so many combinations apart that nobody could walk them, nor understand them. */
    static final class TooMany extends RuntimeException {

        private final String sentence;

        TooMany(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /** Visits each possible combination of the facts that {@code asked} ask about. */
    void each(Collection<Criteria> asked, Consumer<Facts> visit) {
        var values = new TreeMap<String, List<Object>>();
        asked.stream().flatMap(criteria -> criteria.conditions().keySet().stream()).distinct().filter(facts::containsKey)
                .forEach(name -> values.put(name, representatives(name, asked)));
        long number = 1;
        for (var one : values.values()) {
            number *= Math.max(1, one.size());
            if (number > MOST) {
                throw new TooMany("tells apart more than " + MOST + " combinations of " + String.join(", ", values.keySet())
                        + ", too many to be walked; let its rows ask about fewer facts at once.");
            }
        }
        walk(new ArrayList<>(values.keySet()), 0, values, new TreeMap<>(), visit);
    }

    /** Whether some possible facts meet all of these criteria. */
    boolean meet(Criteria... criteria) {
        var met = new boolean[1];
        try {
            each(List.of(criteria), found -> met[0] |= Stream.of(criteria).allMatch(one -> one.match(found)));
        } catch (TooMany unknown) {
            // The rows are refused for it where they are walked themselves.
            return true;
        }
        return met[0];
    }

    private void walk(
            List<String> names, int at, Map<String, List<Object>> values, Map<String, Object> chosen, Consumer<Facts> visit) {
        if (at == names.size()) {
            var found = new Facts(chosen);
            if (impossible.stream().noneMatch(criteria -> criteria.match(found))) {
                visit.accept(found);
            }
            return;
        }
        for (var value : values.getOrDefault(names.get(at), List.of())) {
            chosen.put(names.get(at), value);
            walk(names, at + 1, values, chosen, visit);
        }
        chosen.remove(names.get(at));
    }

    private List<Object> representatives(String name, Collection<Criteria> asked) {
        var conditions = Stream.concat(asked.stream(), impossible.stream())
                .map(criteria -> criteria.conditions().get(name))
                .filter(condition -> condition != null)
                .distinct()
                .toList();
        var seen = new HashSet<List<Boolean>>();
        return candidates(Objects.requireNonNull(facts.get(name), name), conditions).stream()
                .filter(value -> seen.add(conditions.stream().map(condition -> condition.holds(value)).toList()))
                .map(value -> (Object) value)
                .toList();
    }

    private static List<? extends Object> candidates(FactDeclaration fact, List<Condition> conditions) {
        return switch (fact.type()) {
            case WORD -> fact.words();
            case YES_NO -> List.of(true, false);
            case NUMBER -> fact.words().isEmpty() ? bounds(fact, conditions) : fact.words().stream().map(BigDecimal::new).toList();
        };
    }

    private static List<BigDecimal> bounds(FactDeclaration fact, List<Condition> conditions) {
        Set<BigDecimal> values = new TreeSet<>();
        for (var condition : conditions) {
            if (condition instanceof Condition.Range range) {
                Stream.of(range.from(), range.above(), range.upTo(), range.below()).forEach(bound -> {
                    if (bound != null) {
                        values.addAll(List.of(bound.subtract(NEAR), bound, bound.add(NEAR)));
                    }
                });
            }
        }
        values.add(fact.min() == null ? BigDecimal.ZERO : fact.min());
        if (fact.max() != null) {
            values.add(fact.max());
        }
        return values.stream().filter(value -> CriteriaReader.allowed(fact, value)).toList();
    }

    /** The combination as a clerk writes it: {@code class: HV, sources: 1}. */
    static String words(Facts facts) {
        return facts.values().isEmpty() ? "always" : "when " + facts.values().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + (entry.getValue() instanceof BigDecimal number ? number.toPlainString() : entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
