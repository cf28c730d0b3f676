package org.yekuo.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Sends a case back to a stage that is settled (退回): what can be reached from it is superseded, nothing else. Never across power that is on.
 * The company's cause costs no fresh days; the customer's voids what ran (semantics 10, 23).
 */
@Component
public class SendingBack {

    private final Acting acting;
    private final Duties duties;

    SendingBack(Acting acting, Duties duties) {
        this.acting = acting;
        this.duties = duties;
    }

    /** @param fields the fields of the stage's result that are in question; at least one */
    public Answer<Acted> sendBack(
            CaseNo no, String to, @Nullable Integer saidPhase, Outcome.Cause cause, String reason, List<String> fields, Actor actor) {
        return acting.on(no, actor, desk -> {
            if (desk.file.procedure.stage(to).isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-stage", to, desk.file.procedure.name().zh()));
            }
            var forbidden = duties.mayAct(desk, CaseAct.SEND_BACK);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            int phase = desk.phaseOf(to, saidPhase);
            var wrong = check(desk, to, phase, reason, fields);
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            desk.sendBack(to, phase, cause, reason, fields);
            desk.message("case.sent-back", java.util.Map.of("to", to, "cause", cause.name(), "reason", reason));
            return desk.done();
        });
    }

    private static List<Violation> check(Desk desk, String to, int phase, String reason, List<String> fields) {
        var wrong = new java.util.ArrayList<Violation>();
        var file = desk.file;
        var name = file.definition(to).name().zh();
        if (to.equals(file.firstStage().key())) {
            wrong.add(Violation.at("to", "casework.not-before-acceptance", name));
        } else if (!file.settled(to, phase)) {
            wrong.add(Violation.at("to", "casework.not-settled", name));
        }
        var reached = file.procedure.reachableFrom(to);
        boolean closedForGood = file.runs.stream().anyMatch(run -> !run.superseded && run.passed() && reached.contains(run.stage)
                && file.definition(run.stage).irreversible() && (phase == 0 || run.phase == phase || run.phase == 0));
        if (closedForGood) {
            wrong.add(Violation.at("to", "casework.power-is-on", name));
        }
        boolean something = file.runs.stream().anyMatch(run -> !run.superseded && reached.contains(run.stage) && !run.stage.equals(to)
                && (run.state == Run.State.OPEN || run.state == Run.State.WAITING || run.state == Run.State.CLOSED));
        if (!something) {
            wrong.add(Violation.at("to", "casework.nothing-after", name));
        }
        if (reason.isBlank()) {
            wrong.add(Violation.at("reason", "casework.needs-reason"));
        }
        if (fields.isEmpty()) {
            wrong.add(Violation.at("fields", "casework.names-no-field"));
        }
        return wrong;
    }
}
