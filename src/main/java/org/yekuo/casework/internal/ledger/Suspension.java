package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which clocks stand (中止): the whole case held, or limits paused. It stands for the rows whose pauses name its reason.
 * A staff member's own counts only once a second person has confirmed it; it then counts from the day it was entered.
 */
public final class Suspension {

    public enum Kind { HOLD, PAUSE }

    public final int n;
    public final Kind kind;
    public final String reason;
    public final LocalDate enteredOn;
    public final LocalDate fromDay;
    public @Nullable LocalDate toDay;
    public boolean effective;
    /** Taken over without evidence: shown beside the limit, never deducted. */
    public boolean claimed;
    public final String evidenceJson;
    /** The day it is to be looked at again. */
    public @Nullable LocalDate reviewOn;
    public final String enteredBy;
    public final String enteredByName;
    public @Nullable String confirmedBy;
    public @Nullable String endedBy;
    public boolean fresh;
    public boolean dirty;

    public Suspension(int n, Kind kind, String reason, LocalDate enteredOn, LocalDate fromDay, boolean effective, String evidenceJson,
            String enteredBy, String enteredByName) {
        this.n = n;
        this.kind = kind;
        this.reason = reason;
        this.enteredOn = enteredOn;
        this.fromDay = fromDay;
        this.effective = effective;
        this.evidenceJson = evidenceJson;
        this.enteredBy = enteredBy;
        this.enteredByName = enteredByName;
    }

    public boolean stands() {
        return effective && toDay == null;
    }
}
