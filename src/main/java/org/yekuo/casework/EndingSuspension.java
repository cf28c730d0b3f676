package org.yekuo.casework;

import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.CaseStatus;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Suspension;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** What becomes of a suspension: a second person confirms it, and in the end the clocks run again (恢复办理). */
@Component
public class EndingSuspension {

    private final Acting acting;
    private final Duties duties;

    EndingSuspension(Acting acting, Duties duties) {
        this.acting = acting;
        this.duties = duties;
    }

    /** Makes the {@code n}-th suspension count, from the day it was entered; not by the one who entered it. */
    public Answer<Acted> confirm(CaseNo no, int n, Actor actor) {
        return onSuspension(no, n, actor, CaseAct.CONFIRM_SUSPENSION, (desk, suspension) -> {
            if (suspension.effective || suspension.toDay != null) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.suspension-counts-already", n));
            }
            if (suspension.claimed) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.claimed-only", n));
            }
            if (suspension.enteredBy.equals(actor.id())) {
                return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("casework.second-person", suspension.enteredByName));
            }
            suspension.effective = true;
            suspension.confirmedBy = actor.id();
            suspension.dirty = true;
            if (desk.file.held() && desk.file.status == CaseStatus.ACCEPTED) {
                desk.file.status = CaseStatus.ON_HOLD;
            }
            desk.file.record(desk.moment, EventKind.SUSPENSION_CONFIRMED, Map.of("n", n));
            return desk.done();
        });
    }

    /** Ends the {@code n}-th suspension today. */
    public Answer<Acted> end(CaseNo no, int n, Actor actor) {
        return onSuspension(no, n, actor, CaseAct.RESUME, (desk, suspension) -> {
            if (suspension.toDay != null) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.resumed-already", n, suspension.toDay));
            }
            var today = desk.moment.today();
            suspension.toDay = today.isBefore(suspension.fromDay) ? suspension.fromDay : today;
            suspension.endedBy = actor.id();
            suspension.dirty = true;
            if (!desk.file.held() && desk.file.status == CaseStatus.ON_HOLD) {
                desk.file.status = CaseStatus.ACCEPTED;
            }
            desk.file.record(desk.moment, EventKind.RESUMED, Map.of("n", n, "from", suspension.fromDay, "to", suspension.toDay));
            desk.message("case.resumed", Map.of("n", n));
            return desk.done();
        });
    }

    private Answer<Acted> onSuspension(CaseNo no, int n, Actor actor, CaseAct act, BiFunction<Desk, Suspension, Answer<Acted>> then) {
        return acting.on(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, act);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            return desk.file.suspensions.stream().filter(suspension -> suspension.n == n).findFirst()
                    .map(suspension -> then.apply(desk, suspension))
                    .orElseGet(() -> Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-suspension", n)));
        });
    }
}
