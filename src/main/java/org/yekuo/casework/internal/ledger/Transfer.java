package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.UnitCode;

/** The handing of a case from one unit of a city to another (移交承办). Number, owner and clocks stay; the receiver takes it or returns it. */
public final class Transfer {

    /** OVERTAKEN: the rules moved the case meanwhile. */
    public enum State { OPEN, TAKEN, RETURNED, OVERTAKEN }

    public final int n;
    public final UnitCode from;
    public final UnitCode to;
    public final @Nullable String toHall;
    public final String reason;
    /** Where the premises were thought to lie before, and the fact {@code area} then: for a return. */
    public final UnitCode formerPremises;
    public final @Nullable String formerArea;
    public final LocalDate askedOn;
    public final String askedBy;
    public final String askedByName;
    public final LocalDate dueOn;

    public State state = State.OPEN;
    public @Nullable LocalDate answeredOn;
    public @Nullable String answeredBy;
    public @Nullable String answeredByName;
    public @Nullable String answer;
    public boolean fresh;
    public boolean dirty;

    public Transfer(int n, UnitCode from, UnitCode to, @Nullable String toHall, String reason, UnitCode formerPremises, @Nullable String formerArea,
            LocalDate askedOn, String askedBy, String askedByName, LocalDate dueOn) {
        this.n = n;
        this.from = from;
        this.to = to;
        this.toHall = toHall;
        this.reason = reason;
        this.formerPremises = formerPremises;
        this.formerArea = formerArea;
        this.askedOn = askedOn;
        this.askedBy = askedBy;
        this.askedByName = askedByName;
        this.dueOn = dueOn;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Ends it with what became of it. */
    public void answer(State became, Moment moment, @Nullable String why) {
        state = became;
        answeredOn = moment.today();
        answeredBy = moment.actor().id();
        answeredByName = moment.actor().name();
        answer = why;
        dirty = true;
    }
}
