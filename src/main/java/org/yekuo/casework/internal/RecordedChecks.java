package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.RecordedHistory;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.Violation;

/**
 * What makes the record of an ended case impossible: words the pack of its day does not know, days ahead or backwards, something after its end. Whether what was
 * done was right is not asked: it is over. Finds everything at once.
 */
public final class RecordedChecks {

    private final RecordedHistory said;
    private final Pack pack;
    private final Procedure procedure;
    private final LocalDate today;
    private final List<Violation> found = new ArrayList<>();

    private RecordedChecks(RecordedHistory said, Pack pack, Procedure procedure, LocalDate today) {
        this.said = said;
        this.pack = pack;
        this.procedure = procedure;
        this.today = today;
    }

    public static List<Violation> check(RecordedHistory said, Pack pack, Procedure procedure, LocalDate today) {
        var checks = new RecordedChecks(said, pack, procedure, today);
        checks.notAhead("acceptedOn", said.acceptedOn());
        checks.notAhead("ended.on", said.ended().on());
        checks.inOrder("ended.on", said.ended().on(), "acceptedOn", said.acceptedOn());
        checks.stages();
        for (int i = 0; i < said.pauses().size(); i++) {
            checks.pause("pauses[" + i + "]", said.pauses().get(i));
        }
        return checks.found;
    }

    private void stages() {
        Map<String, RecordedHistory.Stage> before = new HashMap<>();
        for (int i = 0; i < said.stages().size(); i++) {
            var at = "stages[" + i + "]";
            var stage = said.stages().get(i);
            var definition = procedure.stage(stage.stage());
            if (definition.isEmpty()) {
                found.add(Violation.at(at + ".stage", "casework.recorded-no-such-stage", stage.stage(), procedure.name().zh(),
                        procedure.stages().stream().map(StageDefinition::key).collect(Collectors.joining(", "))));
                continue;
            }
            days(at, stage, definition.get());
            var earlier = before.put(stage.stage(), stage);
            if (earlier != null && earlier.closedOn() == null) {
                found.add(Violation.at(at, "casework.recorded-round-open", definition.get().name().zh()));
            } else if (earlier != null) {
                inOrder(at + ".openedOn", stage.openedOn(), definition.get().name().zh(), earlier.closedOn());
            }
        }
    }

    private void days(String at, RecordedHistory.Stage stage, StageDefinition definition) {
        inOrder(at + ".openedOn", stage.openedOn(), "acceptedOn", said.acceptedOn());
        inOrder(at + ".closedOn", stage.closedOn(), "openedOn", stage.openedOn());
        inOrder(at + ".servedOn", stage.servedOn(), "closedOn", stage.closedOn());
        notAfterEnd(at + ".openedOn", stage.openedOn());
        notAfterEnd(at + ".closedOn", stage.closedOn());
        notAfterEnd(at + ".servedOn", stage.servedOn());
        if (stage.closedOn() == null && said.ended().how() == RecordedHistory.Ending.ARCHIVED) {
            found.add(Violation.at(at + ".closedOn", "casework.recorded-open-and-archived", definition.name().zh()));
        }
        if (stage.servedOn() != null && (definition.receipt() == null || stage.closedOn() == null)) {
            found.add(Violation.at(at + ".servedOn", "casework.recorded-no-receipt", definition.name().zh()));
        }
        stage.parts().forEach((part, day) -> {
            var here = at + ".parts." + part;
            if (definition.parts().stream().noneMatch(known -> known.key().equals(part))) {
                found.add(Violation.at(here, "casework.no-such-part", definition.name().zh(), part));
            }
            inOrder(here, day, "openedOn", stage.openedOn());
            inOrder(at + ".closedOn", stage.closedOn(), here, day);
        });
    }

    private void pause(String at, RecordedHistory.Pause pause) {
        if (use(pack, pause.reason()) == null) {
            found.add(Violation.at(at + ".reason", "casework.no-such-reason", pause.reason(),
                    pack.reasons().stream().filter(row -> row.use() == ReasonRow.Use.PAUSE || row.use() == ReasonRow.Use.HOLD)
                            .map(row -> row.code() + " " + row.name().zh()).distinct().collect(Collectors.joining("、"))));
        }
        inOrder(at + ".from", pause.from(), "acceptedOn", said.acceptedOn());
        inOrder(at + ".to", pause.to(), "from", pause.from());
        notAfterEnd(at + ".to", pause.to());
    }

    /** Whether the pack knows a reason for pausing limits, or else for holding the case; null where it knows neither. */
    static ReasonRow.@Nullable Use use(Pack pack, String reason) {
        if (pack.reason(ReasonRow.Use.PAUSE, reason).isPresent()) {
            return ReasonRow.Use.PAUSE;
        }
        return pack.reason(ReasonRow.Use.HOLD, reason).isPresent() ? ReasonRow.Use.HOLD : null;
    }

    private void notAhead(String field, LocalDate day) {
        if (day.isAfter(today)) {
            found.add(Violation.at(field, "casework.recorded-ahead", day, today));
        }
    }

    private void notAfterEnd(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(said.ended().on())) {
            found.add(Violation.at(field, "casework.recorded-after-end", day, said.ended().on()));
        }
    }

    private void inOrder(String field, @Nullable LocalDate day, String other, @Nullable LocalDate before) {
        if (day != null && before != null && day.isBefore(before)) {
            found.add(Violation.at(field, "casework.import-backwards", day, other, before));
        }
    }
}
