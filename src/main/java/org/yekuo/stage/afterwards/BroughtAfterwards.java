package org.yekuo.stage.afterwards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * All papers that were let follow have come (补办手续完成). The papers themselves are handed in as papers that follow are.
 *
 * @param completedOn the day the last of them was found in order
 */
public record BroughtAfterwards(
        @Asked(usedBy = {"rule:afterwards.in-future", "letter:FORMALITIES_COMPLETED"}) LocalDate completedOn,
        @Asked(usedBy = "stage:archive", maxLength = 500) @Nullable String note) implements StageResult {}
