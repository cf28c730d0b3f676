package org.yekuo.regulation.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.StageDefinition;

/** Whether the tables of the green channel, of work in one visit and of temporary supply name only what exists; a pack may do without them. */
final class SpecialWays {

    private static final Set<String> GREEN = Set.of("defers", "stage", "days", "name", "nameEn");
    private static final Set<String> VISIT = Set.of("stage", "own", "beforehand");
    private static final Set<String> TEMPORARY = Set.of("longestMonths", "prolongations", "prolongMonths", "remindDaysBefore", "alterations");

    private final ParsedPack parsed;
    private final Faults faults;
    private final Set<String> stages;

    SpecialWays(ParsedPack parsed, Faults faults) {
        this.parsed = parsed;
        this.faults = faults;
        this.stages = parsed.pack().procedures().stream().flatMap(procedure -> procedure.stages().stream()).map(StageDefinition::key).collect(Collectors.toSet());
    }

    void check() {
        rows("green-channel").forEach(row -> {
            keys("green-channel", row, GREEN);
            stage("green-channel", row);
            days("green-channel", row, "days", row.gives().get("days"));
            var defers = String.valueOf(row.gives().get("defers"));
            if (!defers.equals("PAPERS") && rows("energising-conditions").stream().noneMatch(condition -> defers.equals(condition.gives().get("code")))) {
                fault("green-channel", row, "lets " + defers + " follow, which is neither PAPERS nor a condition of energising.");
            }
        });
        rows("one-visit").forEach(row -> {
            keys("one-visit", row, VISIT);
            stage("one-visit", row);
        });
        rows("temporary-supply").forEach(row -> {
            keys("temporary-supply", row, TEMPORARY);
            days("temporary-supply", row, "longestMonths", row.gives().get("longestMonths"));
            days("temporary-supply", row, "prolongMonths", row.gives().get("prolongMonths"));
            if (row.gives().get("remindDaysBefore") instanceof List<?> list && !list.isEmpty()) {
                list.forEach(days -> days("temporary-supply", row, "remindDaysBefore", days));
            } else {
                fault("temporary-supply", row, "gives no remindDaysBefore, a list of numbers of days.");
            }
        });
    }

    private List<DecisionTable.Row> rows(String table) {
        var found = parsed.pack().tables().get(table);
        return found == null ? List.of() : found.rows();
    }

    private void keys(String table, DecisionTable.Row row, Set<String> known) {
        row.gives().keySet().stream().filter(key -> !known.contains(key)).sorted().forEach(key -> fault(table, row, "gives the unknown " + key + "."));
    }

    private void stage(String table, DecisionTable.Row row) {
        if (!stages.contains(String.valueOf(row.gives().get("stage")))) {
            fault(table, row, "names the stage " + row.gives().get("stage") + ", which no procedure has.");
        }
    }

    private void days(String table, DecisionTable.Row row, String key, @org.jspecify.annotations.Nullable Object value) {
        if (!(value instanceof BigDecimal number) || number.stripTrailingZeros().scale() > 0 || number.signum() <= 0) {
            fault(table, row, "gives for " + key + " no whole number of at least 1.");
        }
    }

    private void fault(String table, DecisionTable.Row row, String sentence) {
        faults.add(Objects.requireNonNullElse(parsed.tableFiles().get(table), "tables"), table + "/" + row.id(), sentence);
    }
}
