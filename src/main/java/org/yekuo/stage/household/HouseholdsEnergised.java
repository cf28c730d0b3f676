package org.yekuo.stage.household;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The metered households were given power (批量接户送电); each gets its account.
 *
 * @param leftOut households that could not be connected
 */
public record HouseholdsEnergised(
        @Asked(usedBy = {"rule:household.before-community", "stage:household-billing"}) LocalDate day,
        @Asked(usedBy = "stage:archive") LocalTime time,
        @Asked(usedBy = "rule:household.not-on-list") @Nullable List<LeftOut> leftOut,
        @Asked(usedBy = "letter:ENERGISATION_SLIP", maxLength = 60) String customerSigner) implements StageResult {

    public List<LeftOut> leftOutOrNone() {
        return leftOut == null ? List.of() : leftOut;
    }
}
