package org.yekuo.casework;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.Handling;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Transfer;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** The receiving unit's answer to a transfer: it takes the case, or returns it with a reason. */
@Component
public class AnsweringTransfer {

    private final Acting acting;
    private final Duties duties;
    private final Handling handling;

    AnsweringTransfer(Acting acting, Duties duties, Handling handling) {
        this.acting = acting;
        this.duties = duties;
        this.handling = handling;
    }

    /** Takes the case; the owner stays if she may own one here, else the unit's own rule gives it one. */
    public Answer<Acted> take(CaseNo no, int n, Actor actor) {
        return answer(no, n, actor, (desk, transfer) -> {
            transfer.answer(Transfer.State.TAKEN, desk.moment, null);
            desk.file.record(desk.moment, EventKind.TRANSFER_TAKEN, Map.of("n", n, "unit", transfer.to.value(), "late", late(desk, transfer)));
            handling.keepOrAssignOwner(desk);
            desk.message("case.transfer-taken", Map.of("n", n, "unit", transfer.to.value()));
            return desk.done();
        });
    }

    /** Gives the case back to the unit it came from. */
    public Answer<Acted> giveBack(CaseNo no, int n, String reason, Actor actor) {
        return answer(no, n, actor, (desk, transfer) -> {
            if (reason.isBlank()) {
                return Answer.invalid(List.of(Violation.at("reason", "casework.needs-reason")));
            }
            var file = desk.file;
            transfer.answer(Transfer.State.RETURNED, desk.moment, reason.strip());
            file.facts = handling.factsIn(desk, transfer.from);
            if (transfer.formerArea != null) {
                file.facts = file.facts.with("area", transfer.formerArea);
            }
            var parts = handling.move(desk, transfer.from);
            file.premisesUnit = transfer.formerPremises;
            file.record(desk.moment, EventKind.TRANSFER_RETURNED, Map.of("n", n, "to", transfer.from.value(), "reason", reason.strip(),
                    "late", late(desk, transfer), "parts", parts));
            handling.keepOrAssignOwner(desk);
            desk.message("case.transfer-returned", Map.of("n", n, "to", transfer.from.value(), "reason", reason.strip()));
            return desk.done();
        });
    }

    private static boolean late(Desk desk, Transfer transfer) {
        return desk.moment.today().isAfter(transfer.dueOn);
    }

    private Answer<Acted> answer(CaseNo no, int n, Actor actor, BiFunction<Desk, Transfer, Answer<Acted>> then) {
        return acting.on(no, actor, desk -> {
            var found = desk.file.transfers.stream().filter(transfer -> transfer.n == n).findFirst();
            if (found.isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-transfer", n));
            }
            var transfer = found.get();
            if (!transfer.open()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.transfer-answered", n, String.valueOf(transfer.answeredByName),
                        String.valueOf(transfer.answeredOn), transfer.state.name()));
            }
            var forbidden = duties.mayActIn(desk, CaseAct.ANSWER_TRANSFER, transfer.to);
            return forbidden.isEmpty() ? then.apply(desk, transfer) : Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        });
    }
}
