package org.yekuo.stage.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/**
 * The inspection of hidden works before they are covered (中间检查).
 *
 * @param contractor  who builds; the completion inspection takes it from here
 * @param covered     the hidden works that were covered without being reported (未报验已隐蔽): they must be laid open, and that is told in writing
 */
public record MidInspection(
        @Asked(usedBy = {"rule:inspection.arrived-in-future", "room:supervision"}) LocalDate arrivedOn,
        @Asked(usedBy = {"rule:inspection.no-inspector", "letter:DEFECT_NOTICE"}) List<String> inspectors,
        @Asked(usedBy = {"rule:inspection.licence-expired", "stage:completion-inspection"}) @Nullable Licence contractor,
        @Asked(usedBy = {"rule:inspection.item-missing", "stage:archive"}) @Nullable List<Checked> items,
        @Asked(usedBy = "letter:DEFECT_NOTICE") @Nullable List<Defect> defects,
        @Asked(usedBy = "letter:REWORK_NOTICE", maxLength = 500) @Nullable String covered,
        @Asked(usedBy = "rule:inspection.defects-but-qualified") Conclusion conclusion,
        @Asked(usedBy = "room:supervision", maxLength = 500) @Nullable String notReadyBecause) implements Inspection {

    public boolean coveredWorks() {
        return covered != null && !covered.isBlank();
    }
}
