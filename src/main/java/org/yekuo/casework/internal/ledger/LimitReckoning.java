package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Conduct;
import org.yekuo.regulation.DayUnit;
import org.yekuo.regulation.LimitRow;
import org.yekuo.vocabulary.Facts;

/** How far the limits of a case have run, and when they are due: what can be read off their days and what stood still, without changing anything. */
public abstract sealed class LimitReckoning permits LimitBook {

    final CaseFile file;
    final Moment moment;
    final Signals signals;
    final LimitArithmetic arithmetic;
    private Conduct.@Nullable Warnings warnings;
    private @Nullable Facts warningsFor;

    LimitReckoning(CaseFile file, Moment moment) {
        this.file = file;
        this.moment = moment;
        this.signals = new Signals(file);
        this.arithmetic = new LimitArithmetic(moment.calendar());
    }

    /** The day a running round is due, or null while its clock stands. */
    @Nullable LocalDate due(LimitRound round) {
        return isSum(round) ? sumDue(round, round.amount) : arithmetic.due(round.unit, round.day0, allowance(round), pauses(round));
    }

    /** The day it reaches the next threshold nobody was warned of, or null. */
    @Nullable LocalDate nextWarning(LimitRound round) {
        return warningsLeft(round).findFirst().map(warning -> dayOf(round, warning)).orElse(null);
    }

    /** The thresholds of the pack a running round has reached by the end of the day and nobody was warned of yet. */
    public List<Warning> warningsReached(LimitRound round) {
        int used = used(round, moment.today());
        return warningsLeft(round).filter(warning -> warning.days() <= used).toList();
    }

    private Stream<Warning> warningsLeft(LimitRound round) {
        return round.unit != DayUnit.WORKING_DAY || file.asRecorded ? Stream.empty()
                : Warning.of(warnings(), round.amount).stream().filter(warning -> !round.warned.contains(warning.key()));
    }

    /** Looked up anew when the facts have changed. */
    private Conduct.Warnings warnings() {
        if (warnings == null || warningsFor != file.facts) {
            warnings = new Conduct(file.pack, file.facts).warnings();
            warningsFor = file.facts;
        }
        return warnings;
    }

    private @Nullable LocalDate dayOf(LimitRound round, Warning warning) {
        return isSum(round) ? sumDue(round, warning.days())
                : arithmetic.due(round.unit, round.day0, Math.max(0, warning.days() - round.carried), pauses(round));
    }

    /** The days a round may still take by itself. */
    static int allowance(LimitRound round) {
        return Math.max(0, round.amount - round.carried) + round.extensions * round.amount;
    }

    static int totalUsed(LimitRound round) {
        return round.used == null ? 0 : round.used;
    }

    /** A sum is due when its one running part has eaten what the others left; with none or several running no day can be named. */
    private @Nullable LocalDate sumDue(LimitRound sum, int amount) {
        var row = rowOf(sum).orElseThrow();
        var summands = summands(row, sum.phase);
        var running = summands.stream().filter(LimitRound::running).toList();
        if (running.size() != 1) {
            return null;
        }
        int gone = summands.stream().filter(part -> part != running.getFirst()).mapToInt(LimitReckoning::totalUsed).sum();
        var part = running.getFirst();
        return arithmetic.due(part.unit, part.day0, Math.max(0, amount - sum.carried - gone - part.carried), pauses(part));
    }

    /** All rounds, void ones aside, of the limits a sum names, as seen from its phase. */
    List<LimitRound> summands(LimitRow row, int phase) {
        return file.limits.stream()
                .filter(round -> row.sumOf().contains(round.name()) && round.state != LimitRound.State.VOID
                        && (round.phase == phase || round.phase == 0 || phase == 0))
                .toList();
    }

    /** The days a round has used by the end of {@code day}; frozen once it has stopped. */
    public int used(LimitRound round, LocalDate day) {
        if (!round.running()) {
            return totalUsed(round);
        }
        var row = rowOf(round);
        if (row.isPresent() && !row.get().sumOf().isEmpty()) {
            return summands(row.get(), round.phase).stream().mapToInt(part -> used(part, day)).sum() + round.carried;
        }
        return arithmetic.used(round.unit, round.day0, pauses(round), day) + round.carried;
    }

    /** Whether an old system claims pauses here that nobody can prove. */
    public boolean hasClaims() {
        return file.suspensions.stream().anyMatch(suspension -> suspension.claimed);
    }

    /** The days a round would have used if pauses an old system claims without evidence counted too. */
    public int claimed(LimitRound round, LocalDate day) {
        if (isSum(round)) {
            return rowOf(round).map(row -> summands(row, round.phase).stream().mapToInt(part -> claimed(part, day)).sum()).orElse(0) + round.carried;
        }
        var until = round.stoppedOn == null || day.isBefore(round.stoppedOn) ? day : round.stoppedOn;
        var all = standing(round, true).stream().map(suspension -> new LimitArithmetic.Pause(suspension.fromDay, suspension.toDay)).toList();
        return arithmetic.used(round.unit, round.day0, all, until) + round.carried;
    }

    public List<LimitArithmetic.Pause> pauses(LimitRound round) {
        return standing(round).stream().map(suspension -> new LimitArithmetic.Pause(suspension.fromDay, suspension.toDay)).toList();
    }

    /** The suspensions that stop the clock of a round: pauses whose reason its row names, and holds where it may be paused at all. */
    public List<Suspension> standing(LimitRound round) {
        return standing(round, false);
    }

    /** The same, with those an old system claims without evidence where {@code claimed}. */
    public List<Suspension> standing(LimitRound round, boolean claimed) {
        var reasons = rowOf(round).map(LimitRow::pauses).orElse(List.of());
        return file.suspensions.stream()
                .filter(suspension -> suspension.effective || claimed && suspension.claimed)
                .filter(suspension -> suspension.kind == Suspension.Kind.HOLD ? !reasons.isEmpty() : reasons.contains(suspension.reason))
                .filter(suspension -> suspension.toDay == null || suspension.toDay.isAfter(round.day0))
                .toList();
    }

    public boolean paused(LimitRound round) {
        return round.running() && pauses(round).stream().anyMatch(pause -> pause.to() == null);
    }

    /** Whether a round adds up others. */
    boolean isSum(LimitRound round) {
        return rowOf(round).filter(row -> !row.sumOf().isEmpty()).isPresent();
    }

    public Optional<LimitRow> rowOf(LimitRound round) {
        return file.pack.limitRow(round.rowId);
    }
}
