package org.yekuo.stage.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The written reply that there is no capacity yet (受限答复). Cause, remedy and alternative are the survey's.
 *
 * @param promisedOn the day by which the company says the supply will be possible
 */
public record ConstrainedReply(
        @Asked(usedBy = {"letter:CONSTRAINED_REPLY", "stage:relief"}) LocalDate promisedOn,
        @Asked(usedBy = "letter:CONSTRAINED_REPLY", maxLength = 500) @Nullable String note) implements StageResult {}
