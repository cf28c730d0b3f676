package org.yekuo.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Acted;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Outcome;
import org.yekuo.casework.StageWork;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.Moves;
import org.yekuo.casework.internal.ledger.Progress;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.Customers;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** One case open on the desk, locked, for one act at one moment. */
public final class Desk {

    public final CaseFile file;
    public final Moment moment;
    private final LedgerJson json;
    private final List<OutgoingMessage> messages = new ArrayList<>();
    private Outcome.@Nullable Cause sentBackBy;
    private @Nullable CustomerView customer;

    record OutgoingMessage(long seq, String topic, Map<String, Object> payload) {}

    Desk(CaseFile file, Moment moment, LedgerJson json) {
        this.file = file;
        this.moment = moment;
        this.json = json;
    }

    public CaseView view(Run run) {
        return new OpenCase(file, moment, run, json);
    }

    /** A room's violations with the article of the case's pack, where the room named none itself. */
    public List<Violation> cited(List<Violation> found) {
        return found.stream().map(violation -> violation.clause() == null ? violation.citing(file.pack.article(violation.rule())) : violation).toList();
    }

    /** The customer as the first paper of the act found her: what one act issues says the same of her, and she is read once. */
    Optional<CustomerView> customer(Customers customers) {
        if (customer == null) {
            customer = customers.view(file.unit(), file.customerId).orElse(null);
        }
        return Optional.ofNullable(customer);
    }

    public Moves moves() {
        return new Moves(file, moment);
    }

    public void sendBack(String to, int phase, Outcome.Cause cause, String reason, List<String> fields) {
        sentBackBy = cause;
        moves().sendBack(to, phase, cause, reason, fields);
    }

    /** Ends the case early and lets every room give back what it held. */
    public void end(Outcome.Ending ending, String reason, @Nullable String detail, List<StageWork<?>> works) {
        moves().end(ending, reason, detail);
        var keys = file.procedure.stages().stream().map(stage -> stage.key()).toList();
        works.stream().filter(work -> keys.contains(work.key()))
                .forEach(work -> work.release(view(file.runs.stream().filter(run -> run.stage.equals(work.key())).findFirst()
                        .orElseGet(() -> new Run(work.key(), 0, 0, Run.State.CANCELLED, moment.today(), "{}")))));
        message("case.ended", Map.of("ending", ending.name(), "reason", reason));
    }

    /** Hands the case to another account manager. */
    public void giveTo(String owner, @Nullable String deputy) {
        Owners.give(this, owner, deputy);
    }

    public void advance() {
        new Progress(file, moment).advance(sentBackBy);
    }

    public void message(String topic, Map<String, Object> payload) {
        var content = new TreeMap<>(payload);
        content.put("caseNo", file.no.value());
        messages.add(new OutgoingMessage(file.eventCount, topic, content));
    }

    List<OutgoingMessage> messages() {
        return messages;
    }

    public Answer<Acted> done() {
        return Answer.done(new Acted(file.no, file.status.name(), file.eventCount));
    }

    /** The phase meant where a person may leave it out: 0, or the only one. */
    public int phaseOf(String stage, @Nullable Integer said) {
        var definition = file.definition(stage);
        if (said != null) {
            return definition.perPhase() || said == 0 ? said : 0;
        }
        return definition.perPhase() && file.phaseCount() == 1 ? 1 : 0;
    }

    /** The live run of a stage if it is open for work in this round; else why not. */
    public Answer<Run> openRun(String stage, int phase, int round) {
        if (file.procedure.stage(stage).isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-stage", stage, file.procedure.name().zh()));
        }
        if (!file.phasesOf(file.definition(stage)).contains(phase)) {
            return Answer.invalid(List.of(Violation.at("phase", "casework.no-such-phase", phase, file.phaseCount())));
        }
        var name = file.definition(stage).name().zh();
        var seen = file.runs(stage, phase).stream().filter(run -> run.round == round).findFirst();
        if (seen.isPresent() && seen.get().closedBy != null) {
            return Answer.refused(Refusal.Kind.CONFLICT,
                    Violation.of("casework.already-done", name, round, String.valueOf(seen.get().closedByName), String.valueOf(seen.get().closedOn)));
        }
        var live = file.live(stage, phase);
        if (live.isEmpty()) {
            var waits = file.definition(stage).after().stream().filter(earlier -> !file.settledFor(earlier, phase))
                    .map(earlier -> file.definition(earlier).name().zh()).toList();
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.stage-not-open", name, String.join("、", waits)));
        }
        var run = live.get();
        if (file.held()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.on-hold", name));
        }
        return switch (run.state) {
            case SKIPPED -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.stage-skipped", name));
            case CANCELLED -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.stage-cancelled", name));
            case CLOSED -> Answer.refused(Refusal.Kind.CONFLICT,
                    Violation.of("casework.already-done", name, run.round, String.valueOf(run.closedByName), String.valueOf(run.closedOn)));
            case WAITING -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.waiting-for-request", name));
            case OPEN -> run.round == round ? Answer.done(run)
                    : Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.other-round", name, round, run.round));
        };
    }

    public Optional<Run> live(String stage, int phase) {
        return file.live(stage, phase);
    }
}
