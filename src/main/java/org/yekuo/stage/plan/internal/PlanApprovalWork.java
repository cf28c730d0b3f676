package org.yekuo.stage.plan.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.Outcome;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.plan.PlanApproval;
import org.yekuo.stage.plan.PlanApproval.Decision;
import org.yekuo.vocabulary.Violation;

/** Approves a plan or returns it on named fields (方案审批, 细则 3.1, 3.2). Either way the days are the company's. */
@Component
class PlanApprovalWork implements StageWork<PlanApproval> {

    private static final String DRAFT = "plan-draft";

    @Override
    public String key() {
        return "plan-approval";
    }

    @Override
    public Class<PlanApproval> resultType() {
        return PlanApproval.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("decision", List.of(Decision.values()));
    }

    @Override
    public List<Violation> check(CaseView view, PlanApproval result) {
        var found = new ArrayList<Violation>();
        if (result.decision() == Decision.RETURNED) {
            if (result.comment() == null || result.comment().isBlank()) {
                found.add(Violation.at("comment", "plan.return-without-reason"));
            }
            if (result.fields() == null || result.fields().isEmpty()) {
                found.add(Violation.at("fields", "plan.return-without-fields"));
            }
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, PlanApproval result) {
        return switch (result.decision()) {
            case APPROVED -> Effects.passed();
            case RETURNED -> Effects.of(back(result.comment() + " (" + String.join(", ", fields(result)) + ")"));
        };
    }

    @Override
    public Outcome refused(CaseView view, String part, String reason) {
        return back(reason);
    }

    private static List<String> fields(PlanApproval result) {
        return result.fields() == null ? List.of() : result.fields();
    }

    private static Outcome back(String reason) {
        return new Outcome.Back(DRAFT, Outcome.Cause.COMPANY, reason);
    }
}
