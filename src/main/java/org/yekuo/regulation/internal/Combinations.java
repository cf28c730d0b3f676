package org.yekuo.regulation.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private static final BigDecimal NEAR = new BigDecimal("0.001");

    private record Axis(String fact, List<Object> values) {}

    private final Map<String, FactDeclaration> facts;
    private final List<Criteria> impossible;

    Combinations(Collection<FactDeclaration> facts, List<Criteria> impossible) {
        this.facts = facts.stream().collect(Collectors.toMap(FactDeclaration::name, fact -> fact, (one, other) -> one));
        this.impossible = impossible;
    }

    /** Visits each possible combination of the facts that {@code asked} ask about. */
    void each(Collection<Criteria> asked, Consumer<Facts> visit) {
        var axes = asked.stream().flatMap(criteria -> criteria.conditions().keySet().stream()).distinct().sorted()
                .flatMap(name -> facts.values().stream().filter(fact -> fact.name().equals(name)))
                .map(fact -> new Axis(fact.name(), representatives(fact, asked)))
                .toList();
        walk(axes, new TreeMap<>(), visit);
    }

    /** Whether some possible facts meet all of these criteria. */
    boolean meet(Criteria... criteria) {
        var met = new boolean[1];
        each(List.of(criteria), found -> met[0] |= Stream.of(criteria).allMatch(one -> one.match(found)));
        return met[0];
    }

    private void walk(List<Axis> axes, Map<String, Object> chosen, Consumer<Facts> visit) {
        if (axes.isEmpty()) {
            var found = new Facts(chosen);
            if (impossible.stream().noneMatch(criteria -> criteria.match(found))) {
                visit.accept(found);
            }
            return;
        }
        var axis = axes.getFirst();
        for (var value : axis.values()) {
            chosen.put(axis.fact(), value);
            walk(axes.subList(1, axes.size()), chosen, visit);
        }
        chosen.remove(axis.fact());
    }

    private List<Object> representatives(FactDeclaration fact, Collection<Criteria> asked) {
        var conditions = Stream.concat(asked.stream(), impossible.stream())
                .flatMap(criteria -> Stream.ofNullable(criteria.conditions().get(fact.name())))
                .distinct()
                .toList();
        var seen = new HashSet<List<Boolean>>();
        return candidates(fact, conditions).stream()
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
