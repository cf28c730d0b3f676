package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Outcome;
import org.yekuo.regulation.DayUnit;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Standard;

/** Moves the limits of a case after something happened (semantics 15–24): starts, stops, voids and re-looks-up rounds, and measures them. */
public final class LimitBook extends LimitReckoning {

    public LimitBook(CaseFile file, Moment moment) {
        super(file, moment);
    }

    /** Brings every limit into line with what has happened. Starts that went away void a round only when that was the customer's cause. */
    public void advance(Outcome.@Nullable Cause sentBackBy) {
        var applicable = file.limitRows();
        for (var row : applicable) {
            if (row.sumOf().isEmpty()) {
                phasesOf(row, applicable).forEach(phase -> advance(row, phase, sentBackBy));
            }
        }
        for (var row : applicable) {
            if (!row.sumOf().isEmpty()) {
                phasesOf(row, applicable).forEach(phase -> advanceSum(row, phase));
            }
        }
        file.limits.stream().filter(LimitRound::running)
                .filter(round -> applicable.stream().noneMatch(row -> row.limit().equals(round.limit) && row.standard() == round.standard))
                .toList()
                .forEach(round -> voidRound(round, "no row applies any more"));
    }

    /** The same after some signals were given and nothing else happened: only limits that go by one of them can move, and their sums. */
    void given(Collection<String> given) {
        var applicable = file.limitRows();
        boolean moved = false;
        for (var row : applicable) {
            if (row.sumOf().isEmpty() && goesBy(row, given)) {
                phasesOf(row, applicable).forEach(phase -> advance(row, phase, null));
                moved = true;
            }
        }
        for (var row : applicable) {
            if (moved && !row.sumOf().isEmpty()) {
                phasesOf(row, applicable).forEach(phase -> advanceSum(row, phase));
            }
        }
    }

    private static boolean goesBy(LimitRow row, Collection<String> given) {
        for (var signal : given) {
            if (row.starts().contains(signal) || row.stops().contains(signal)) {
                return true;
            }
        }
        return false;
    }

    private void advance(LimitRow row, int phase, Outcome.@Nullable Cause sentBackBy) {
        var starts = row.starts().stream().map(signal -> signals.day(signal, phase)).toList();
        var started = starts.stream().allMatch(Optional::isPresent)
                ? starts.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()) : Optional.<LocalDate>empty();
        var stopped = row.stops().stream().map(signal -> signals.day(signal, phase)).flatMap(Optional::stream).min(Comparator.naturalOrder());
        var latest = latest(row.limit(), row.standard(), phase);
        if (latest.isPresent() && latest.get().running()) {
            var round = latest.get();
            relookup(round, row);
            if (stopped.isPresent()) {
                stop(round, stopped.get());
            } else if (started.isEmpty() && sentBackBy == Outcome.Cause.CUSTOMER) {
                voidRound(round, "its start was sent back at the customer's request");
            } else {
                refreshDue(round);
            }
        } else if (started.isPresent() && stopped.isEmpty()) {
            start(row, phase, started.get(), latest);
        }
    }

    private void start(LimitRow row, int phase, LocalDate started, Optional<LimitRound> latest) {
        var reopened = latest.filter(round -> round.stoppedOn != null && !started.isAfter(round.stoppedOn) && round.state == LimitRound.State.STOPPED);
        var day0 = reopened.isPresent() ? moment.today() : started;
        var round = new LimitRound(row.limit(), row.standard(), phase, latest.map(last -> last.round + 1).orElse(1), row.id(), day0,
                row.amount(), row.unit(), moment.calendar().version());
        round.fresh = true;
        if (latest.isEmpty()) {
            round.carried = file.inherited.getOrDefault(round.name(), 0);
        } else if (row.standard() == Standard.ASSESSED) {
            round.carried = reopened.map(last -> totalUsed(last)).orElse(0);
        }
        file.limits.add(round);
        refreshDue(round);
        var data = new TreeMap<String, Object>(Map.of(
                "limit", row.limit(), "standard", row.standard().name(), "phase", phase, "round", round.round, "row", row.id(),
                "day0", day0, "amount", row.amount(), "unit", row.unit().name()));
        if (round.carried > 0) {
            data.put("carried", round.carried);
        }
        if (round.dueOn != null) {
            data.put("due", round.dueOn);
        }
        file.record(moment, EventKind.LIMIT_STARTED, day0, data);
    }

    private void stop(LimitRound round, LocalDate day) {
        if (round.standard == Standard.ASSESSED && joinsEarlier(round)) {
            round.carried += earlierUsed(round);
        }
        var stop = measure(round, day);
        file.record(moment, EventKind.LIMIT_STOPPED, stop, Map.of(
                "limit", round.limit, "standard", round.standard.name(), "phase", round.phase, "round", round.round,
                "stoppedOn", stop, "used", totalUsed(round), "amount", round.amount, "verdict", String.valueOf(round.verdict),
                "calendar", round.calendarVersion));
    }

    /** Freezes what a round has used by the day it stopped, its verdict, and the calendar both rest on. */
    private LocalDate measure(LimitRound round, LocalDate day) {
        var stop = day.isBefore(round.day0) ? round.day0 : day;
        round.used = arithmetic.used(round.unit, round.day0, pauses(round), stop) + round.carried;
        round.stoppedOn = stop;
        round.state = LimitRound.State.STOPPED;
        round.calendarVersion = moment.calendar().version();
        round.dueOn = arithmetic.due(round.unit, round.day0, allowance(round), closed(pauses(round), stop));
        round.verdict = verdict(round, stop, round.dueOn);
        round.dirty = true;
        return stop;
    }

    private LimitRound.Verdict verdict(LimitRound round, LocalDate stop, @Nullable LocalDate due) {
        boolean inTime = round.unit == DayUnit.WORKING_DAY ? round.used != null && round.used <= round.amount : due == null || !stop.isAfter(due);
        if (inTime) {
            return LimitRound.Verdict.IN_TIME;
        }
        return round.explainedOn != null ? LimitRound.Verdict.LATE_EXPLAINED : LimitRound.Verdict.LATE;
    }

    /** Whether the run that stopped this round found fault with what an earlier round had passed. */
    private boolean joinsEarlier(LimitRound round) {
        return round.round > 1 && rowOf(round).map(row -> row.stops().stream()
                .map(signal -> signal.substring(0, Math.max(0, signal.indexOf('.'))))
                .filter(stage -> file.procedure.stage(stage).isPresent())
                .anyMatch(stage -> file.live(stage, file.definition(stage).perPhase() ? round.phase : 0).map(run -> run.joinsEarlier).orElse(false)))
                .orElse(false);
    }

    private int earlierUsed(LimitRound round) {
        return file.limits.stream()
                .filter(other -> other.limit.equals(round.limit) && other.standard == round.standard && other.phase == round.phase
                        && other.round == round.round - 1 && other.state == LimitRound.State.STOPPED)
                .mapToInt(LimitReckoning::totalUsed).findFirst().orElse(0);
    }

    /**
     * Measures again after a day was found to be another (an approved late entry): the latest rounds take the days their signals now have.
     * A round that had stopped gets its verdict anew.
     */
    public void remeasure() {
        for (var round : List.copyOf(file.limits)) {
            var row = rowOf(round);
            boolean last = latest(round.limit, round.standard, round.phase).filter(latest -> latest == round).isPresent();
            if (row.isEmpty() || !row.get().sumOf().isEmpty() || round.state == LimitRound.State.VOID || !last) {
                continue;
            }
            var was = Map.of("day0", round.day0, "stoppedOn", String.valueOf(round.stoppedOn));
            if (round.round == 1) {
                row.get().starts().stream().map(signal -> signals.day(signal, round.phase)).flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()).ifPresent(day -> round.day0 = day);
            }
            var stopped = row.get().stops().stream().map(signal -> signals.day(signal, round.phase)).flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
            if (round.state == LimitRound.State.STOPPED && stopped.isPresent()) {
                measure(round, stopped.get());
            } else {
                refreshDue(round);
            }
            if (!was.equals(Map.of("day0", round.day0, "stoppedOn", String.valueOf(round.stoppedOn)))) {
                round.dirty = true;
                file.record(moment, EventKind.LIMIT_CHANGED, Map.of("limit", round.limit, "standard", round.standard.name(), "phase", round.phase,
                        "round", round.round, "was", was, "day0", round.day0, "stoppedOn", String.valueOf(round.stoppedOn)));
            }
        }
        remeasureSums();
    }

    /** Freezes a sum by what its parts have used. */
    private LocalDate measureSum(LimitRound round, List<LimitRound> summands) {
        int used = summands.stream().mapToInt(LimitReckoning::totalUsed).sum() + round.carried;
        var stop = summands.stream().map(part -> part.stoppedOn).filter(java.util.Objects::nonNull).max(Comparator.naturalOrder()).orElse(moment.today());
        round.used = used;
        round.stoppedOn = stop;
        round.state = LimitRound.State.STOPPED;
        round.verdict = used <= round.amount ? LimitRound.Verdict.IN_TIME : round.explainedOn != null ? LimitRound.Verdict.LATE_EXPLAINED : LimitRound.Verdict.LATE;
        round.dirty = true;
        return stop;
    }

    /** A sum whose parts were measured again is summed again, where it comes to something else. */
    private void remeasureSums() {
        for (var round : List.copyOf(file.limits)) {
            var row = rowOf(round).filter(one -> !one.sumOf().isEmpty());
            if (row.isEmpty() || round.state != LimitRound.State.STOPPED) {
                continue;
            }
            int was = totalUsed(round);
            var before = String.valueOf(round.stoppedOn);
            var stopped = measureSum(round, summands(row.get(), round.phase));
            if (was != totalUsed(round) || !before.equals(stopped.toString())) {
                file.record(moment, EventKind.LIMIT_CHANGED, Map.of("limit", round.limit, "standard", round.standard.name(), "phase", round.phase, "round", round.round,
                        "was", Map.of("used", was, "stoppedOn", before), "used", totalUsed(round), "stoppedOn", stopped.toString()));
            }
        }
    }

    private void relookup(LimitRound round, LimitRow row) {
        if (round.rowId.equals(row.id())) {
            return;
        }
        var was = round.rowId;
        round.rowId = row.id();
        round.amount = row.amount();
        round.unit = row.unit();
        round.dirty = true;
        refreshDue(round);
        file.record(moment, EventKind.LIMIT_CHANGED, Map.of(
                "limit", round.limit, "standard", round.standard.name(), "phase", round.phase, "round", round.round,
                "fromRow", was, "toRow", row.id(), "amount", row.amount(), "day0", round.day0));
    }

    /** Ends a round without a verdict; it is kept and reported. */
    public void voidRound(LimitRound round, String why) {
        round.used = used(round, moment.today());
        round.state = LimitRound.State.VOID;
        round.stoppedOn = moment.today();
        round.dueOn = null;
        round.dirty = true;
        file.record(moment, EventKind.LIMIT_VOIDED, Map.of(
                "limit", round.limit, "standard", round.standard.name(), "phase", round.phase, "round", round.round,
                "used", round.used, "why", why));
    }

    /** Due dates are cached for sorting only; they follow pauses, extensions and the calendar. */
    public void refreshDue(LimitRound round) {
        var due = due(round);
        var warn = nextWarning(round);
        if (!java.util.Objects.equals(due, round.dueOn) || !java.util.Objects.equals(warn, round.warnOn)) {
            round.dueOn = due;
            round.warnOn = warn;
            round.dirty = true;
        }
    }

    private void advanceSum(LimitRow row, int phase) {
        var summands = summands(row, phase);
        var latest = latest(row.limit(), row.standard(), phase);
        var main = row.sumOf().getFirst();
        boolean ended = summands.stream().anyMatch(round -> round.name().equals(main) && round.state == LimitRound.State.STOPPED)
                && summands.stream().noneMatch(LimitRound::running);
        if (latest.isPresent() && latest.get().running()) {
            var round = latest.get();
            relookup(round, row);
            if (summands.isEmpty()) {
                voidRound(round, "none of its parts runs any more");
            } else if (ended) {
                var stoppedOn = measureSum(round, summands);
                file.record(moment, EventKind.LIMIT_STOPPED, stoppedOn, Map.of(
                        "limit", round.limit, "standard", round.standard.name(), "phase", phase, "round", round.round,
                        "stoppedOn", stoppedOn, "used", totalUsed(round), "amount", round.amount, "verdict", String.valueOf(round.verdict),
                        "sumOf", row.sumOf()));
            } else {
                refreshDue(round);
            }
        } else if (latest.isEmpty() && summands.stream().anyMatch(LimitRound::running)) {
            var day0 = summands.stream().map(part -> part.day0).min(Comparator.naturalOrder()).orElse(moment.today());
            var round = new LimitRound(row.limit(), row.standard(), phase, 1, row.id(), day0, row.amount(), row.unit(), moment.calendar().version());
            round.fresh = true;
            round.carried = inheritedBeyondParts(row);
            file.limits.add(round);
            refreshDue(round);
            file.record(moment, EventKind.LIMIT_STARTED, day0, Map.of(
                    "limit", row.limit(), "standard", row.standard().name(), "phase", phase, "round", 1, "row", row.id(), "day0", day0,
                    "amount", row.amount(), "unit", row.unit().name(), "sumOf", row.sumOf()));
        }
    }

    /** What an earlier case had used of a sum, without what its parts here carry themselves. */
    private int inheritedBeyondParts(LimitRow row) {
        int parts = row.sumOf().stream().mapToInt(part -> file.inherited.getOrDefault(part, 0)).sum();
        return Math.max(0, file.inherited.getOrDefault(row.limit() + "/" + row.standard(), 0) - parts);
    }

    private Optional<LimitRound> latest(String limit, Standard standard, int phase) {
        LimitRound latest = null;
        for (var round : file.limits) {
            if (round.standard == standard && round.phase == phase && round.limit.equals(limit) && (latest == null || round.round > latest.round)) {
                latest = round;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static List<LimitArithmetic.Pause> closed(List<LimitArithmetic.Pause> pauses, LocalDate day) {
        return pauses.stream().filter(pause -> pause.from().isBefore(day))
                .map(pause -> pause.to() == null || pause.to().isAfter(day) ? new LimitArithmetic.Pause(pause.from(), day) : pause).toList();
    }

    /** A row is by phase when what stops it is; a sum, when one of its parts is. */
    private List<Integer> phasesOf(LimitRow row, List<LimitRow> applicable) {
        boolean perPhase = row.sumOf().isEmpty()
                ? row.stops().stream().anyMatch(signals::perPhase)
                : applicable.stream().filter(part -> row.sumOf().contains(part.limit() + "/" + part.standard()))
                        .anyMatch(part -> part.stops().stream().anyMatch(signals::perPhase));
        return perPhase ? java.util.stream.IntStream.rangeClosed(1, file.phaseCount()).boxed().toList() : List.of(0);
    }

}
