package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.ImportedHistory;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.vocabulary.Violation;

/** What makes a history impossible whatever the stages' results say: unknown stages, days that run backwards or lie ahead. Finds everything at once. */
public final class HistoryChecks {

    private final ImportedHistory history;
    private final Pack pack;
    private final Procedure procedure;
    private final LocalDate today;
    private final List<Violation> found = new ArrayList<>();
    private final Map<String, LocalDate> lastClosed = new HashMap<>();

    private HistoryChecks(ImportedHistory history, Pack pack, Procedure procedure, LocalDate today) {
        this.history = history;
        this.pack = pack;
        this.procedure = procedure;
        this.today = today;
    }

    public static List<Violation> check(ImportedHistory history, Pack pack, Procedure procedure, LocalDate today) {
        var checks = new HistoryChecks(history, pack, procedure, today);
        checks.past("acceptedOn", history.acceptedOn());
        if (history.constructionStartedOn() != null) {
            checks.notBefore("constructionStartedOn", history.constructionStartedOn(), history.acceptedOn(), "acceptedOn");
        }
        history.stages().stream().filter(stage -> stage.closedOn() != null).forEach(stage ->
                checks.lastClosed.merge(stage.stage(), stage.closedOn(), (one, other) -> one.isAfter(other) ? one : other));
        var rounds = new HashMap<String, @Nullable LocalDate>();
        history.stages().forEach(stage -> checks.stage(stage, rounds));
        history.pauses().forEach(checks::pause);
        for (int i = 0; i < history.presentStages().size(); i++) {
            checks.known("presentStages[" + i + "]", history.presentStages().get(i));
        }
        return checks.found;
    }

    private void stage(ImportedHistory.Stage stage, Map<String, @Nullable LocalDate> rounds) {
        if (!known(stage.field() + ".stage", stage.stage())) {
            return;
        }
        var round = stage.stage() + "#" + stage.phase();
        if (rounds.containsKey(round)) {
            var before = rounds.get(round);
            if (before == null) {
                found.add(Violation.at(stage.field(), "casework.import-round-open", name(stage.stage())));
            } else {
                notBefore(stage.field() + (stage.requestedOn() == null ? ".closedOn" : ".requestedOn"),
                        stage.requestedOn() == null ? stage.closedOn() : stage.requestedOn(), before, name(stage.stage()));
            }
        }
        rounds.put(round, stage.closedOn());
        notBefore(stage.field() + ".requestedOn", stage.requestedOn(), history.acceptedOn(), "acceptedOn");
        notBefore(stage.field() + ".closedOn", stage.closedOn(), history.acceptedOn(), "acceptedOn");
        notBefore(stage.field() + ".closedOn", stage.closedOn(), stage.requestedOn(), "requestedOn");
        for (int i = 0; i < stage.parts().size(); i++) {
            var at = stage.field() + ".parts[" + i + "].closedOn";
            notBefore(at, stage.parts().get(i).closedOn(), history.acceptedOn(), "acceptedOn");
            if (stage.closedOn() != null) {
                notBefore(stage.field() + ".closedOn", stage.closedOn(), stage.parts().get(i).closedOn(), at);
            }
        }
        var receipt = stage.receipt();
        if (receipt != null) {
            if (stage.closedOn() == null) {
                found.add(Violation.at(stage.field() + ".receipt", "casework.import-receipt-of-open-stage", name(stage.stage())));
            }
            notBefore(stage.field() + ".receipt.servedOn", receipt.servedOn(), stage.closedOn(), "closedOn");
            notBefore(stage.field() + ".receipt.signedOn", receipt.signedOn(), receipt.servedOn(), "servedOn");
        }
        after(stage);
    }

    /** A stage is not closed before what it comes after, nor asked for. */
    private void after(ImportedHistory.Stage stage) {
        var first = stage.requestedOn() == null ? stage.closedOn() : stage.requestedOn();
        var at = stage.field() + (stage.requestedOn() == null ? ".closedOn" : ".requestedOn");
        if (first == null) {
            return;
        }
        procedure.stage(stage.stage()).ifPresent(definition -> {
            for (var earlier : definition.after()) {
                boolean open = history.stages().stream().anyMatch(other -> other.stage().equals(earlier)) && !lastClosed.containsKey(earlier);
                var closed = lastClosed.get(earlier);
                if (open) {
                    found.add(Violation.at(stage.field(), "casework.import-before-predecessor", name(stage.stage()), name(earlier)));
                } else if (closed != null && first.isBefore(closed) && stage.phase() == null) {
                    found.add(Violation.at(at, "casework.import-closed-before-predecessor", name(stage.stage()), first, name(earlier), closed));
                }
            }
        });
    }

    private void pause(ImportedHistory.Pause pause) {
        var use = pause.wholeCase() ? ReasonRow.Use.HOLD : ReasonRow.Use.PAUSE;
        var row = pack.reason(use, pause.reason());
        if (row.isEmpty()) {
            found.add(Violation.at(pause.field() + ".reason", "casework.no-such-reason", pause.reason(), pack.reasons().stream()
                    .filter(other -> other.use() == use).map(other -> other.code() + " " + other.name().zh()).collect(Collectors.joining("、"))));
        } else if (row.get().cause() == ReasonRow.Cause.COMPANY) {
            found.add(Violation.at(pause.field() + ".reason", "casework.our-own-cause", row.get().name().zh()).citing(row.get().basis().clause()));
        }
        notBefore(pause.field() + ".from", pause.from(), history.acceptedOn(), "acceptedOn");
        notBefore(pause.field() + ".to", pause.to(), pause.from(), "from");
    }

    private boolean known(String field, String stage) {
        if (procedure.stage(stage).isPresent()) {
            return true;
        }
        found.add(Violation.at(field, "casework.no-such-stage", stage, procedure.name().zh()));
        return false;
    }

    private void past(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(today)) {
            found.add(Violation.at(field, "casework.in-the-future", day, today));
        }
    }

    private void notBefore(String field, @Nullable LocalDate day, @Nullable LocalDate earlier, String what) {
        if (day == null) {
            return;
        }
        if (day.isAfter(today)) {
            var ahead = Violation.at(field, "casework.in-the-future", day, today);
            if (!found.contains(ahead)) {
                found.add(ahead);
            }
        }
        if (earlier != null && day.isBefore(earlier)) {
            found.add(Violation.at(field, "casework.import-backwards", day, earlier, what));
        }
    }

    private String name(String stage) {
        return procedure.stage(stage).map(definition -> definition.name().zh()).orElse(stage);
    }
}
