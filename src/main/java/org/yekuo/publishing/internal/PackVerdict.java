package org.yekuo.publishing.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yekuo.publishing.Preview;
import org.yekuo.publishing.Preview.Difference;
import org.yekuo.regulation.Evaluation;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Facts;

/** What a pack makes of a case at its intake, by name: limits, route, papers and fees. Pure. */
final class PackVerdict {

    /** Derived facts that decide the way of a case. */
    private static final List<String> WAY = List.of("class", "voltageKv", "keyAccount", "handledBy");

    private final Map<Preview.Kind, Map<String, Map<String, Object>>> found = new TreeMap<>();
    private final boolean decided;

    private PackVerdict(Pack pack, Facts intake, LocalDate day) {
        var evaluation = Evaluation.again(pack, intake);
        decided = evaluation.procedure() != null;
        for (var row : evaluation.limits()) {
            put(Preview.Kind.LIMIT, row.limit() + "/" + row.standard(), "amount", row.amount(), "unit", row.unit(), "starts", row.starts(), "stops", row.stops(),
                    "sumOf", row.sumOf(), "pauses", row.pauses());
        }
        put(Preview.Kind.ROUTE, "procedure", "key", String.valueOf(evaluation.procedure()));
        WAY.stream().filter(evaluation.facts()::containsKey)
                .forEach(fact -> put(Preview.Kind.ROUTE, fact, "value", Objects.requireNonNull(evaluation.facts().get(fact))));
        for (var row : evaluation.approvals()) {
            put(Preview.Kind.ROUTE, "approval " + row.subject(), "approver", row.approver() + "@" + row.level(),
                    "countersigns", row.countersigns().stream().map(other -> other.role() + "@" + other.level()).sorted().toList(),
                    "standingDelegation", row.standingDelegation());
        }
        for (var row : evaluation.checklist()) {
            put(Preview.Kind.PAPER, row.code() + " by " + row.dueBy(), "alternatives", String.valueOf(row.group()));
        }
        for (var item : evaluation.fees()) {
            if (item.chargeableOn(day)) {
                put(Preview.Kind.FEE, item.code(), "rates", item.rates().stream().map(rate -> rate.perKva().stripTrailingZeros().toPlainString()).toList(),
                        "cableFactor", item.cableFactor().stripTrailingZeros().toPlainString());
            }
        }
    }

    static PackVerdict of(Pack pack, Facts intake, LocalDate day) {
        return new PackVerdict(pack, intake, day);
    }

    /** Whether the pack has a procedure for the case. */
    boolean decided() {
        return decided;
    }

    /** Where {@code other} says something else. */
    List<Difference> against(PackVerdict other) {
        var differences = new ArrayList<Difference>();
        for (var kind : Preview.Kind.values()) {
            var was = found.getOrDefault(kind, Map.of());
            var becomes = other.found.getOrDefault(kind, Map.of());
            var names = new TreeSet<>(was.keySet());
            names.addAll(becomes.keySet());
            names.stream().filter(name -> !Objects.equals(was.get(name), becomes.get(name)))
                    .forEach(name -> differences.add(new Difference(kind, name, was.get(name), becomes.get(name))));
        }
        return differences;
    }

    private void put(Preview.Kind kind, String name, Object... values) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i += 2) {
            row.put(String.valueOf(values[i]), values[i + 1]);
        }
        found.computeIfAbsent(kind, any -> new TreeMap<>()).put(name, row);
    }
}
