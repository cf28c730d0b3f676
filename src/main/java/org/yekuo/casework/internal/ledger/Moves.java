package org.yekuo.casework.internal.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Opinion;
import org.yekuo.casework.Outcome;

/** Changes to the runs of a case that several acts share: cancelling, sending back, ending. */
public final class Moves {

    private final CaseFile file;
    private final Moment moment;

    public Moves(CaseFile file, Moment moment) {
        this.file = file;
        this.moment = moment;
    }

    /** Closes what of a run's parts is still open, without a verdict. */
    public void cancelParts(Run run) {
        run.parts.stream().filter(PartRow::isLive).forEach(part -> part.state = PartRow.State.CANCELLED);
        run.dirty = true;
    }

    /** A colleague's part is done. */
    public void closePart(Run run, PartRow part, Opinion opinion, String text) {
        part.state = PartRow.State.CLOSED;
        part.opinion = opinion;
        part.text = text;
        part.closedOn = moment.today();
        part.closedBy = moment.actor().id();
        part.closedByName = moment.actor().name();
        run.dirty = true;
        file.record(moment, EventKind.PART_CLOSED, Map.of("stage", run.stage, "phase", run.phase, "round", run.round, "part", part.key,
                "opinion", opinion.name(), "text", text));
    }

    /** Brings the case's status into line with whether it is held. */
    public void followHold() {
        if (file.held() && file.status == CaseStatus.ACCEPTED) {
            file.status = CaseStatus.ON_HOLD;
        } else if (!file.held() && file.status == CaseStatus.ON_HOLD) {
            file.status = CaseStatus.ACCEPTED;
        }
    }

    /** The customer asked for a stage that waited for it; its parts open. */
    public void request(Run run, java.time.LocalDate on, java.util.List<String> papers) {
        run.state = Run.State.OPEN;
        run.requestedOn = on;
        run.startedOn = on;
        run.requestedPapers = papers;
        run.dirty = true;
        var progress = new Progress(file, moment);
        run.parts.forEach(progress::openPart);
        file.record(moment, EventKind.STAGE_REQUESTED, on, Map.of("stage", run.stage, "phase", run.phase, "round", run.round, "papers", papers));
    }

    /**
     * Sends the case back to a stage (semantics 10): it and all that can be reached from it are superseded, skips and open parallels
     * included; what is not reachable is untouched. It changes the ledger, not the world.
     */
    public void sendBack(String to, int phase, Outcome.Cause cause, String reason, java.util.List<String> fields) {
        var data = new TreeMap<String, Object>(Map.of("to", to, "phase", phase, "cause", cause.name(), "reason", reason, "fields", fields));
        file.record(moment, EventKind.SENT_BACK, data);
        boolean onePhase = file.definition(to).perPhase() && phase > 0;
        for (var stage : file.procedure.reachableFrom(to)) {
            for (var run : file.runs) {
                if (run.stage.equals(stage) && !run.superseded && (!onePhase || run.phase == phase || run.phase == 0)) {
                    supersede(run);
                }
            }
        }
    }

    /** Stages passed over because of a fact that holds now are judged again. */
    public void judgeAgain(String fact) {
        for (var run : file.runs) {
            var when = file.definition(run.stage).when();
            if (run.state == Run.State.SKIPPED && !run.superseded && when.conditions().containsKey(fact) && when.match(file.facts)) {
                supersede(run);
            }
        }
    }

    private void supersede(Run run) {
        run.superseded = true;
        cancelParts(run);
        file.record(moment, EventKind.STAGE_SUPERSEDED, Map.of("stage", run.stage, "phase", run.phase, "round", run.round));
    }

    /** Ends the case early: open runs are cancelled, running limits void and reported. */
    public void end(Outcome.Ending ending, String reason, @Nullable String detail) {
        for (var run : file.runs) {
            if (run.state == Run.State.OPEN || run.state == Run.State.WAITING) {
                run.state = Run.State.CANCELLED;
                cancelParts(run);
                file.record(moment, EventKind.STAGE_CANCELLED, Map.of("stage", run.stage, "phase", run.phase, "round", run.round));
            }
        }
        var limits = new LimitBook(file, moment);
        // Sums first: they are counted over parts that still run.
        file.limits.stream().filter(LimitRound::running).sorted(java.util.Comparator.comparing(round -> !limits.isSum(round)))
                .toList().forEach(round -> limits.voidRound(round, "the case ended: " + ending));
        file.suspensions.stream().filter(suspension -> suspension.toDay == null).forEach(suspension -> {
            suspension.toDay = moment.today();
            suspension.dirty = true;
        });
        file.status = switch (ending) {
            case WITHDRAWN -> CaseStatus.WITHDRAWN;
            case TERMINATED -> CaseStatus.TERMINATED;
            case EXPIRED -> CaseStatus.EXPIRED;
        };
        file.endedOn = moment.today();
        var data = new TreeMap<String, Object>(Map.of("ending", ending.name(), "reason", reason));
        if (detail != null) {
            data.put("detail", detail);
        }
        file.record(moment, EventKind.ENDED, data);
    }
}
