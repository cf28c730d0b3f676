package org.yekuo.stage.household;

import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The list of households is complete (户表清单受理).
 *
 * @param customerSigner who signed the list for the customer
 */
public record HouseholdsListed(
        @Asked(usedBy = "letter:HOUSEHOLD_LIST", maxLength = 60) String customerSigner,
        @Asked(usedBy = "letter:HOUSEHOLD_LIST", maxLength = 500) @Nullable String note) implements StageResult {}
