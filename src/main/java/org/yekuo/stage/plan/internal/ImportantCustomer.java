package org.yekuo.stage.plan.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

/** What a plan owes an important customer (重要电力用户): sources by level, and an emergency source of his own. GB/T 29328; 电监安全〔2008〕43号. */
final class ImportantCustomer {

    private static final BigDecimal EMERGENCY_SHARE = new BigDecimal("1.2");

    private ImportantCustomer() {}

    static List<Violation> check(String importance, PlanDraft draft) {
        var found = new ArrayList<Violation>();
        switch (importance) {
            case "SPECIAL" -> {
                sources(draft, 3, importance, found);
                differentSubstations(draft, importance, found);
            }
            case "FIRST" -> {
                sources(draft, 2, importance, found);
                differentSubstations(draft, importance, found);
            }
            case "SECOND", "TEMPORARY" -> {
                if (draft.circuits().size() < 2) {
                    found.add(Violation.at("circuits", "plan.circuits-too-few", importance, 2, draft.circuits().size()));
                }
            }
            default -> { }
        }
        boolean mustHaveEmergencySource = List.of("SPECIAL", "FIRST", "SECOND").contains(importance);
        emergencySource(draft, mustHaveEmergencySource, found);
        return found;
    }

    private static void sources(PlanDraft draft, int needed, String importance, List<Violation> found) {
        if (draft.sources() < needed) {
            found.add(Violation.at("circuits", "plan.sources-too-few", importance, needed, draft.sources()));
        }
    }

    private static void differentSubstations(PlanDraft draft, String importance, List<Violation> found) {
        var substations = draft.circuits().stream().map(PlanDraft.Circuit::substation).distinct().toList();
        if (draft.circuits().size() > 1 && substations.size() < 2) {
            found.add(Violation.at("circuits", "plan.same-substation", importance, substations.getFirst()));
        }
    }

    private static void emergencySource(PlanDraft draft, boolean must, List<Violation> found) {
        var own = draft.ownSupply();
        var securityLoad = own == null ? null : own.securityLoadKw();
        if (securityLoad == null) {
            if (must) {
                found.add(Violation.at("ownSupply.securityLoadKw", "plan.security-load-missing"));
            }
            return;
        }
        var needed = securityLoad.multiply(EMERGENCY_SHARE);
        var planned = own == null || own.emergencySourceKw() == null ? BigDecimal.ZERO : own.emergencySourceKw();
        if (planned.compareTo(needed) < 0) {
            found.add(Violation.at("ownSupply.emergencySourceKw", "plan.emergency-source-too-small",
                    planned.toPlainString(), needed.stripTrailingZeros().toPlainString(), securityLoad.toPlainString()));
        }
    }
}
