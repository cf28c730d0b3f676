package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a stage: a stage, a phase, a round. Rounds count up and are never reused. */
public final class Run {

    public enum State { WAITING, OPEN, CLOSED, SKIPPED, CANCELLED }

    public enum Result { PASSED, AGAIN, BACK, END }

    public final String stage;
    public final int phase;
    public final int round;
    public State state;
    public final LocalDate openedOn;
    public @Nullable LocalDate requestedOn;
    public @Nullable LocalDate startedOn;
    public @Nullable LocalDate closedOn;
    public @Nullable String closedBy;
    public @Nullable String closedByName;
    public @Nullable Result outcome;
    public @Nullable String outcomeReason;
    public boolean superseded;
    public boolean joinsEarlier;
    public @Nullable String resultJson;
    public int resultVersion;
    public List<String> requestedPapers = List.of();
    /** The facts the run was judged on, as canonical JSON. */
    public String factsJson;
    public final List<PartRow> parts = new ArrayList<>();
    public boolean fresh;
    public boolean dirty;

    public Run(String stage, int phase, int round, State state, LocalDate openedOn, String factsJson) {
        this.stage = stage;
        this.phase = phase;
        this.round = round;
        this.state = state;
        this.openedOn = openedOn;
        this.factsJson = factsJson;
    }

    public boolean passed() {
        return state == State.CLOSED && outcome == Result.PASSED;
    }

    public PartRow lead() {
        return parts.stream().filter(part -> part.lead).findFirst().orElseThrow();
    }

    /** The countersigns that are still to come. */
    public List<PartRow> openCountersigns() {
        return parts.stream().filter(part -> !part.lead && part.isLive()).toList();
    }
}
