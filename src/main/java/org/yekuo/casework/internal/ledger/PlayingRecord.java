package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.RecordedHistory;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.Actor;

/**
 * Plays what an old system recorded of an ended case (历史工单) on a new file: its signals in the order of their days, so that limits start and stop by the pack of its
 * day as they do in any case. No stage opens by derivation and no result is checked: the stages are those that were recorded. A conditional stage it does not name was
 * passed over. Each thing said leaves an entry; what is reckoned from it stands in the last one.
 */
public final class PlayingRecord {

    private enum What { OPEN, PART, CLOSE, SKIP, SERVE, PAUSE, END }

    /** One thing said, or a stage passed over behind the {@code entry}-th. */
    private record Step(LocalDate on, int entry, What what, String name) {}

    private static final Comparator<Step> IN_ORDER = Comparator.comparing(Step::on).thenComparingInt(Step::entry).thenComparing(Step::what);

    private final CaseFile file;
    private final RecordedHistory said;
    private final Moment now;
    /** The signals limits of the case go by. */
    private final Set<String> watched = new HashSet<>();

    private PlayingRecord(CaseFile file, RecordedHistory said, Moment now) {
        this.file = file;
        this.said = said;
        this.now = now;
        for (var row : file.limitRows()) {
            watched.addAll(row.starts());
            watched.addAll(row.stops());
        }
    }

    /** @param file new, with its first entry; @param about what the last entry says of the import */
    public static void play(CaseFile file, RecordedHistory said, Moment now, Map<String, ?> about) {
        new PlayingRecord(file, said, now).play(about);
    }

    private void play(Map<String, ?> about) {
        file.status = CaseStatus.ACCEPTED;
        file.acceptedOn = said.acceptedOn();
        file.calendarVersion = now.calendar().version();
        advance(said.acceptedOn(), "accepted");
        steps().forEach(this::take);
        file.lastActOn = now.today();
        var data = new TreeMap<String, Object>(about);
        data.put("limits", file.limits.stream().filter(round -> round.state == LimitRound.State.STOPPED).map(PlayingRecord::reckoned).toList());
        file.record(now, EventKind.IMPORTED, data);
    }

    private static Map<String, Object> reckoned(LimitRound round) {
        return Map.of("limit", round.limit, "standard", round.standard.name(), "round", round.round, "used", LimitReckoning.totalUsed(round), "amount", round.amount,
                "verdict", String.valueOf(round.verdict), "calendar", round.calendarVersion);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        var last = new HashMap<String, Integer>();
        for (int i = 0; i < said.stages().size(); i++) {
            var stage = said.stages().get(i);
            last.put(stage.stage(), i);
            steps.add(new Step(stage.openedOn(), i, What.OPEN, stage.stage()));
            for (var part : stage.parts().entrySet()) {
                steps.add(new Step(part.getValue(), i, What.PART, stage.stage() + "." + part.getKey() + ".closed"));
            }
            if (stage.closedOn() != null) {
                steps.add(new Step(stage.closedOn(), i, What.CLOSE, stage.stage()));
            }
            if (stage.servedOn() != null) {
                steps.add(new Step(stage.servedOn(), i, What.SERVE, stage.stage()));
            }
        }
        passedOver(last, steps);
        for (int i = 0; i < said.pauses().size(); i++) {
            steps.add(new Step(said.pauses().get(i).from(), i, What.PAUSE, said.pauses().get(i).reason()));
        }
        steps.sort(IN_ORDER);
        steps.add(new Step(said.ended().on(), 0, What.END, ""));
        return steps;
    }

    /** A conditional stage that was not recorded is passed over when what it comes after was done. */
    private void passedOver(Map<String, Integer> last, List<Step> steps) {
        var done = new HashMap<String, Step>();
        var open = new HashSet<String>();
        for (var stage : file.procedure.stages()) {
            var entry = last.get(stage.key());
            if (entry != null) {
                var closedOn = said.stages().get(entry).closedOn();
                if (closedOn == null) {
                    open.add(stage.key());
                } else {
                    done.put(stage.key(), new Step(closedOn, entry, What.SKIP, stage.key()));
                }
            } else if (stage.after().stream().anyMatch(open::contains)) {
                open.add(stage.key());
            } else {
                var behind = stage.after().stream().map(done::get).filter(java.util.Objects::nonNull).max(IN_ORDER);
                if (behind.isPresent()) {
                    var skip = new Step(behind.get().on(), behind.get().entry(), What.SKIP, stage.key());
                    done.put(stage.key(), skip);
                    if (!stage.when().conditions().isEmpty()) {
                        steps.add(skip);
                    }
                }
            }
        }
    }

    private void take(Step step) {
        switch (step.what()) {
            case OPEN -> open(said.stages().get(step.entry()), definition(step));
            case PART -> {
                file.actSignals.put(step.name(), step.on());
                advance(step.on(), step.name());
            }
            case CLOSE -> close(said.stages().get(step.entry()), definition(step));
            case SKIP -> skip(step.on(), definition(step));
            case SERVE -> serve(step.on(), said.stages().get(step.entry()), definition(step));
            case PAUSE -> pause(said.pauses().get(step.entry()));
            case END -> end();
        }
    }

    private StageDefinition definition(Step step) {
        return file.definition(step.name());
    }

    private static int phase(StageDefinition stage) {
        return stage.perPhase() ? 1 : 0;
    }

    private void open(RecordedHistory.Stage stage, StageDefinition definition) {
        var earlier = file.runs(stage.stage(), phase(definition));
        earlier.stream().filter(Run::passed).forEach(run -> run.superseded = true);
        file.actSignals.keySet().removeIf(signal -> signal.startsWith(stage.stage() + "."));
        var run = run(stage.stage(), definition, Run.State.OPEN, stage.openedOn(), earlier.size() + 1);
        run.startedOn = stage.openedOn();
        run.requestedOn = definition.onRequest() ? stage.openedOn() : null;
        advance(stage.openedOn(), stage.stage() + ".requested", stage.stage() + ".started");
    }

    private Run run(String stage, StageDefinition definition, Run.State state, LocalDate openedOn, int round) {
        // It was judged on no facts of ours.
        var run = new Run(stage, phase(definition), round, state, openedOn, "{}");
        file.runs.add(run);
        return run;
    }

    private void close(RecordedHistory.Stage stage, StageDefinition definition) {
        var run = file.live(stage.stage(), phase(definition)).orElseThrow();
        var day = java.util.Objects.requireNonNull(stage.closedOn());
        run.state = Run.State.CLOSED;
        run.closedOn = day;
        run.closedByName = stage.by();
        run.outcome = Run.Result.valueOf(stage.outcome().name());
        run.outcomeReason = stage.note();
        var data = new TreeMap<String, Object>(Map.of("stage", run.stage, "phase", run.phase, "round", run.round, "outcome", run.outcome.name(), "openedOn", run.openedOn));
        stage.parts().forEach((part, on) -> data.put(part + ".closedOn", on));
        put(data, "reason", stage.note());
        file.record(then(day, stage.by()), EventKind.STAGE_CLOSED, data);
        advance(day, run.stage + ".closed", run.stage + ".passed");
    }

    private void skip(LocalDate day, StageDefinition definition) {
        run(definition.key(), definition, Run.State.SKIPPED, day, 1);
        advance(day, definition.key() + ".requested", definition.key() + ".started", definition.key() + ".closed", definition.key() + ".passed");
    }

    private void serve(LocalDate day, RecordedHistory.Stage stage, StageDefinition definition) {
        var signal = stage.stage() + ".served";
        file.actSignals.put(signal, day);
        var receipt = definition.receipt();
        file.record(then(day, stage.by()), EventKind.RECEIPT_SERVED, Map.of("stage", stage.stage(), "kind", receipt == null ? "" : receipt.kind()));
        advance(day, signal);
    }

    private void pause(RecordedHistory.Pause pause) {
        boolean hold = file.pack.reason(ReasonRow.Use.PAUSE, pause.reason()).isEmpty();
        var kind = hold ? Suspension.Kind.HOLD : Suspension.Kind.PAUSE;
        var moment = then(pause.from(), null);
        var suspension = new Suspension(file.suspensions.size() + 1, kind, pause.reason(), pause.from(), pause.from(), false, "[]", moment.actor().id(), moment.actor().name());
        suspension.claimed = true;
        suspension.toDay = pause.to();
        file.suspensions.add(suspension);
        file.record(moment, EventKind.SUSPENDED, Map.of("n", suspension.n, "kind", kind.name(), "reason", pause.reason(), "from", pause.from(), "to", pause.to(),
                "effective", false, "claimed", true));
    }

    private void end() {
        var ended = said.ended();
        var moment = then(ended.on(), null);
        file.runs.stream().filter(run -> run.state == Run.State.OPEN).forEach(run -> run.state = Run.State.CANCELLED);
        quietly(() -> {
            var limits = new LimitBook(file, moment);
            file.limits.stream().filter(LimitRound::running).sorted(Comparator.comparing(round -> !limits.isSum(round))).toList()
                    .forEach(round -> limits.voidRound(round, "the case ended"));
        });
        file.status = CaseStatus.valueOf(ended.how().name());
        file.endedOn = ended.on();
        var data = new TreeMap<String, Object>();
        put(data, "reason", ended.reason());
        if (file.status == CaseStatus.ARCHIVED) {
            var archive = said.archive();
            put(data, "archiveNo", archive == null ? null : archive.no());
            put(data, "archivePlace", archive == null ? null : archive.place());
            file.record(moment, EventKind.ARCHIVED, data);
        } else {
            data.put("ending", ended.how().name());
            file.record(moment, EventKind.ENDED, data);
        }
    }

    private static void put(Map<String, Object> data, String key, @Nullable String value) {
        if (value != null) {
            data.put(key, value);
        }
    }

    /** Limits move when one of their signals was given. */
    private void advance(LocalDate day, String... signals) {
        var given = new ArrayList<String>(signals.length);
        for (var signal : signals) {
            if (watched.contains(signal)) {
                given.add(signal);
            }
        }
        if (!given.isEmpty()) {
            quietly(() -> new LimitBook(file, new Moment(day, now.recordedAt(), now.actor(), now.calendar())).given(given));
        }
    }

    private void quietly(Runnable reckoning) {
        file.quiet = true;
        reckoning.run();
        file.quiet = false;
    }

    /** Who did it then, as a name; nobody bears it here. */
    private Moment then(LocalDate day, @Nullable String by) {
        return new Moment(day, now.recordedAt(), by == null ? then(now.actor()) : new Actor("import:" + by, by, Actor.Kind.SYSTEM), now.calendar());
    }

    /** The old system, where it names nobody. */
    public static Actor then(Actor importer) {
        return new Actor("import:" + importer.id(), "原系统", Actor.Kind.SYSTEM);
    }
}
