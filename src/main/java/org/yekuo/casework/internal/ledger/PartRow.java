package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Opinion;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/** One department's part of a run: what the worklist lists. */
public final class PartRow {

    public enum State { WAITING, OPEN, CLOSED, CANCELLED }

    public final String key;
    public final boolean lead;
    public final Role role;
    public UnitCode responsibleUnit;
    public final int days;
    public State state;
    public @Nullable String assignee;
    public @Nullable LocalDate openedOn;
    public @Nullable LocalDate dueOn;
    public @Nullable Opinion opinion;
    public @Nullable String text;
    public @Nullable LocalDate closedOn;
    public @Nullable String closedBy;
    public @Nullable String closedByName;
    /** As it lies in its table; null where it does not yet. */
    public @Nullable Map<String, ?> stored;

    public PartRow(String key, boolean lead, Role role, UnitCode responsibleUnit, int days, State state) {
        this.key = key;
        this.lead = lead;
        this.role = role;
        this.responsibleUnit = responsibleUnit;
        this.days = days;
        this.state = state;
    }

    public boolean isLive() {
        return state == State.WAITING || state == State.OPEN;
    }
}
