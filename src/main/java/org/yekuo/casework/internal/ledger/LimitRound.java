package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.DayUnit;
import org.yekuo.regulation.Standard;

/** One round of one limit row (时限): a first day and an amount; how long it took is computed, and frozen when it stops. */
public final class LimitRound {

    public enum State { RUNNING, STOPPED, VOID }

    public enum Verdict { IN_TIME, LATE, LATE_EXPLAINED }

    public final String limit;
    public final Standard standard;
    public final int phase;
    public final int round;
    public String rowId;
    public State state = State.RUNNING;
    public LocalDate day0;
    public int amount;
    public DayUnit unit;
    /** Days of earlier rounds or of a linked earlier case that count for assessment. */
    public int carried;
    public int extensions;
    public @Nullable LocalDate dueOn;
    /** The thresholds at which somebody was warned, and the day the next is reached. */
    public java.util.List<String> warned = java.util.List.of();
    public @Nullable LocalDate warnOn;
    public @Nullable LocalDate stoppedOn;
    public @Nullable Integer used;
    public @Nullable Verdict verdict;
    public @Nullable String explanation;
    public @Nullable LocalDate explainedOn;
    public String calendarVersion;
    public boolean fresh;
    public boolean dirty;

    public LimitRound(String limit, Standard standard, int phase, int round, String rowId, LocalDate day0, int amount, DayUnit unit,
            String calendarVersion) {
        this.limit = limit;
        this.standard = standard;
        this.phase = phase;
        this.round = round;
        this.rowId = rowId;
        this.day0 = day0;
        this.amount = amount;
        this.unit = unit;
        this.calendarVersion = calendarVersion;
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** {@code LIMIT/STANDARD}, as sums name it. */
    public String name() {
        return limit + "/" + standard;
    }
}
