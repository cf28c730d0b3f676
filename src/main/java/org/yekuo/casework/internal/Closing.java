package org.yekuo.casework.internal;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Effects;
import org.yekuo.casework.Outcome;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWork;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.Submission;
import org.yekuo.casework.internal.ledger.CaseStatus;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LimitBook;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.casework.internal.ledger.ReceiptRow;
import org.yekuo.casework.internal.ledger.Run;

/** Closes a run: its lead part, its result, its facts, its receipt and letters, and where it sends the case. */
@Component
public class Closing {

    private final StageWorks works;
    private final Receipts receipts;
    private final Owners owners;
    private final LedgerJson json;
    private final Handling handling;

    Closing(StageWorks works, Receipts receipts, Owners owners, LedgerJson json, Handling handling) {
        this.works = works;
        this.receipts = receipts;
        this.owners = owners;
        this.json = json;
        this.handling = handling;
    }

    /** A result its room found nothing wrong with, and what follows from it. */
    public record Concluded<R extends StageResult>(StageWork<R> work, R result, Effects effects) {}

    /** Closes a run with its result. */
    public <R extends StageResult> void close(Desk desk, Run run, Concluded<R> concluded, Submission.@Nullable Service service) {
        var result = concluded.result();
        run.resultJson = json.write(result);
        run.resultVersion = result.version();
        run.joinsEarlier = concluded.effects().joinsEarlierRound();
        finish(desk, run, concluded.effects(), service);
        concluded.work().record(desk.view(run), result);
    }

    /** Takes a run as passed with a result its room found fault with, so that what rests on it can be looked at; the act must be refused afterwards. */
    void suppose(Desk desk, Run run, StageResult result, Map<String, Object> facts) {
        run.resultJson = json.write(result);
        run.state = Run.State.CLOSED;
        run.outcome = Run.Result.PASSED;
        run.closedOn = desk.moment.today();
        run.closedBy = desk.moment.actor().id();
        run.closedByName = desk.moment.actor().name();
        closeLead(run, desk);
        desk.file.facts = desk.file.facts.with(facts);
        if (desk.file.definition(run.stage).receipt() != null) {
            desk.file.receipts.add(ReceiptRow.supposed(run, desk.moment.today()));
        }
    }

    /** Closes a run because a colleague refused; what else was open in it is cancelled. */
    public void refuse(Desk desk, Run run, Outcome outcome) {
        desk.moves().cancelParts(run);
        finish(desk, run, Effects.of(outcome), null);
    }

    private void finish(Desk desk, Run run, Effects effects, Submission.@Nullable Service service) {
        var file = desk.file;
        var moment = desk.moment;
        var effectiveOn = effects.effectiveOn();
        run.state = Run.State.CLOSED;
        run.closedOn = effectiveOn == null ? moment.today() : effectiveOn;
        run.closedBy = moment.actor().id();
        run.closedByName = moment.actor().name();
        run.outcome = result(effects.outcome());
        run.outcomeReason = reason(effects.outcome());
        run.dirty = true;
        closeLead(run, desk);
        var data = new TreeMap<String, Object>(Map.of("stage", run.stage, "phase", run.phase, "round", run.round, "outcome", run.outcome.name()));
        if (run.outcomeReason != null) {
            data.put("reason", run.outcomeReason);
        }
        file.record(moment, EventKind.STAGE_CLOSED, run.closedOn, data);
        if (!effects.facts().isEmpty()) {
            var before = file.facts;
            file.facts = before.with(effects.facts());
            file.record(moment, EventKind.FACTS_SET, Map.of("stage", run.stage, "facts", effects.facts()));
            handling.follow(desk, before);
        }
        if (run.stage.equals(file.firstStage().key())) {
            accepted(desk, run);
        }
        new LimitBook(file, moment).advance(null);
        var rule = file.definition(run.stage).receipt();
        // A receipt tells what was decided; papers handed back at the counter get a notice, which is a letter.
        if (rule != null && (run.passed() || run.outcome == Run.Result.AGAIN && !run.stage.equals(file.firstStage().key()))) {
            receipts.issue(desk, run, rule, effects.receipt(), service);
        }
        receipts.letters(desk, effects.letters());
        effects.messages().forEach(message -> desk.message(message.topic(), message.payload()));
        desk.message("stage.closed", Map.of("stage", run.stage, "phase", run.phase, "round", run.round, "outcome", run.outcome.name()));
        switch (effects.outcome()) {
            case Outcome.Passed() -> { }
            case Outcome.Again(String reason) -> { }
            case Outcome.Back(String to, Outcome.Cause cause, String reason) ->
                desk.sendBack(to, file.definition(to).perPhase() ? run.phase : 0, cause, reason, java.util.List.of());
            case Outcome.End(Outcome.Ending ending, String reason) -> desk.end(ending, reason, null, works.all());
        }
    }

    private void accepted(Desk desk, Run run) {
        var file = desk.file;
        if (run.passed() && file.acceptedOn == null) {
            file.acceptedOn = run.closedOn;
            file.status = CaseStatus.ACCEPTED;
            file.record(desk.moment, EventKind.ACCEPTED, java.util.Objects.requireNonNull(run.closedOn), Map.of(
                    "pack", file.pack.id(), "packHash", file.pack.hash(), "procedure", file.procedure.key(), "facts", file.facts.values()));
            owners.assign(desk);
            desk.message("case.accepted", Map.of("acceptedOn", String.valueOf(file.acceptedOn)));
        } else if (!run.passed() && file.acceptedOn == null) {
            file.status = CaseStatus.INCOMPLETE;
        }
    }

    private static void closeLead(Run run, Desk desk) {
        for (var part : run.parts) {
            if (part.lead && part.isLive()) {
                part.state = PartRow.State.CLOSED;
                part.closedOn = desk.moment.today();
                part.closedBy = desk.moment.actor().id();
                part.closedByName = desk.moment.actor().name();
            }
        }
    }

    private static Run.Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed() -> Run.Result.PASSED;
            case Outcome.Again(String reason) -> Run.Result.AGAIN;
            case Outcome.Back(String to, Outcome.Cause cause, String reason) -> Run.Result.BACK;
            case Outcome.End(Outcome.Ending ending, String reason) -> Run.Result.END;
        };
    }

    private static @Nullable String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed() -> null;
            case Outcome.Again(String reason) -> reason;
            case Outcome.Back(String to, Outcome.Cause cause, String reason) -> reason;
            case Outcome.End(Outcome.Ending ending, String reason) -> reason;
        };
    }
}
