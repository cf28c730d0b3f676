package org.yekuo.stage.fee.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.fee.FeePaid;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanFees;
import org.yekuo.stage.plan.PlannedFee;
import org.yekuo.vocabulary.Violation;

/** Takes the business fee (业务费, 细则 3.3): what the plan set, by the catalogue; another person checks it in a part of her own. */
@Component
class FeeWork implements StageWork<FeePaid> {

    private final FeeChargeStore store;

    FeeWork(FeeChargeStore store) {
        this.store = store;
    }

    @Override
    public String key() {
        return "fee";
    }

    @Override
    public Class<FeePaid> resultType() {
        return FeePaid.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("items", due(view, view.today()));
    }

    @Override
    public List<Violation> check(CaseView view, FeePaid result) {
        var found = new ArrayList<>(Charges.check(view.pack(), due(view, result.paidOn()), result));
        if (result.paidOn().isAfter(view.today())) {
            found.add(Violation.at("paidOn", "fee.paid-in-future", result.paidOn(), view.today()));
        }
        if (result.receiptNo().isBlank()) {
            found.add(Violation.at("receiptNo", "fee.receipt-missing"));
        } else {
            store.otherCaseOf(view.caseNo(), result.receiptNo()).ifPresent(other ->
                    found.add(Violation.at("receiptNo", "fee.receipt-used-twice", result.receiptNo(), other)));
        }
        return found;
    }

    private static List<PlannedFee> due(CaseView view, LocalDate day) {
        return view.result("plan-draft", PlanDraft.class).map(draft -> PlanFees.of(view.pack(), view.facts(), draft, day)).orElse(List.of());
    }

    @Override
    public Effects apply(CaseView view, FeePaid result) {
        return Effects.passed().message("fee.paid", Map.of(
                "total", result.total().toPlainString(), "receiptNo", result.receiptNo(), "paidOn", result.paidOn().toString()));
    }

    @Override
    public void record(CaseView view, FeePaid result) {
        store.put(view.caseNo(), result, view.actor().id());
    }
}
