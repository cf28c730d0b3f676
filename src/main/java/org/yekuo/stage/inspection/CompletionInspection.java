package org.yekuo.stage.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/**
 * The inspection of the finished works (竣工检验).
 *
 * @param contractor    who built, where no intermediate inspection has said it
 * @param testUnit      who tested the equipment and set the protection
 * @param designChanges what was built otherwise than the reviewed drawings say (设计变更)
 * @param found         what was measured; with every conclusion but CUSTOMER_NOT_READY
 */
public record CompletionInspection(
        @Asked(usedBy = {"rule:inspection.arrived-in-future", "room:supervision"}) LocalDate arrivedOn,
        @Asked(usedBy = {"rule:inspection.no-inspector", "letter:DEFECT_NOTICE"}) List<String> inspectors,
        @Asked(usedBy = "rule:inspection.licence-expired") @Nullable Licence contractor,
        @Asked(usedBy = "rule:inspection.licence-expired") @Nullable Licence testUnit,
        @Asked(usedBy = {"rule:inspection.item-missing", "stage:archive"}) @Nullable List<Checked> items,
        @Asked(usedBy = "letter:DEFECT_NOTICE") @Nullable List<Defect> defects,
        @Asked(usedBy = "rule:inspection.design-change-unreviewed") @Nullable List<DesignChange> designChanges,
        @Asked(usedBy = {"rule:inspection.installed-differs", "stage:archive"}) @Nullable Found found,
        @Asked(usedBy = "rule:inspection.defects-but-qualified") Conclusion conclusion,
        @Asked(usedBy = "room:supervision", maxLength = 500) @Nullable String notReadyBecause) implements Inspection {

    /**
     * @param installedKva the transformers found in place, by their plates, kVA
     * @param earthingOhm  the resistance to earth as measured, Ω
     */
    public record Found(
            @Asked(usedBy = {"rule:inspection.installed-differs", "stage:archive"}, min = "0.1", max = "1000000") BigDecimal installedKva,
            @Asked(usedBy = "stage:archive", min = "0", max = "10000") @Nullable BigDecimal earthingOhm) {}

    /**
     * @param reviewNo   the opinion by which the change was reviewed (变更复核意见), or nothing while it was not
     * @param reviewedOn the day of it
     */
    public record DesignChange(
            @Asked(usedBy = {"rule:inspection.design-change-unreviewed", "stage:archive"}, maxLength = 500) String what,
            @Asked(usedBy = "rule:inspection.design-change-unreviewed", maxLength = 60) @Nullable String reviewNo,
            @Asked(usedBy = "rule:inspection.design-change-unreviewed") @Nullable LocalDate reviewedOn) {

        public boolean reviewed() {
            return reviewNo != null && !reviewNo.isBlank() && reviewedOn != null;
        }
    }

    public List<DesignChange> changesOrNone() {
        return designChanges == null ? List.of() : designChanges;
    }
}
