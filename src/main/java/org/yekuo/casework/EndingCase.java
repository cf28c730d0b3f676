package org.yekuo.casework;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.Receipts;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Ends a case before its archive: the customer withdraws (撤回), or it is terminated (终止). Not once power is on. */
@Component
public class EndingCase {

    private final Acting acting;
    private final StageWorks works;
    private final Duties duties;
    private final Receipts receipts;

    EndingCase(Acting acting, StageWorks works, Duties duties, Receipts receipts) {
        this.receipts = receipts;
        this.acting = acting;
        this.works = works;
        this.duties = duties;
    }

    public Answer<Acted> withdraw(CaseNo no, String reason, @Nullable String detail, Actor actor) {
        return end(no, Outcome.Ending.WITHDRAWN, CaseAct.WITHDRAW, ReasonRow.Use.WITHDRAW, reason, detail, actor);
    }

    public Answer<Acted> terminate(CaseNo no, String reason, @Nullable String detail, Actor actor) {
        return end(no, Outcome.Ending.TERMINATED, CaseAct.TERMINATE, ReasonRow.Use.TERMINATE, reason, detail, actor);
    }

    private Answer<Acted> end(CaseNo no, Outcome.Ending ending, CaseAct act, ReasonRow.Use use, String reason, @Nullable String detail, Actor actor) {
        return acting.on(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, act);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            var wrong = check(desk, use, reason);
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            desk.end(ending, reason, detail, works.all());
            receipts.ended(desk, ending, reason, detail);
            return desk.done();
        });
    }

    private static List<Violation> check(Desk desk, ReasonRow.Use use, String reason) {
        var wrong = new ArrayList<Violation>();
        if (desk.file.pack.reason(use, reason).isEmpty()) {
            wrong.add(Violation.at("reason", "casework.no-such-reason", reason, String.join("、", desk.file.pack.reasons().stream()
                    .filter(other -> other.use() == use).map(other -> other.code() + " " + other.name().zh()).toList())));
        }
        if (desk.file.runs.stream().anyMatch(run -> !run.superseded && run.passed() && desk.file.definition(run.stage).irreversible())) {
            wrong.add(Violation.of("casework.power-is-on-end"));
        }
        return wrong;
    }
}
