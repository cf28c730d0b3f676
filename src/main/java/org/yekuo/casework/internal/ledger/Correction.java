package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A slip of the pen put right (更正): old and new are kept, no clock is touched.
 *
 * @param field dotted path below the application, or below the result of the run where {@code stage} is given
 */
public record Correction(
        int n, String field, @Nullable String stage, int phase, int round, @Nullable String was, String becomes, String reason, String by,
        LocalDate on) {

    public boolean concerns(Run run) {
        return run.stage.equals(stage) && run.phase == phase && run.round == round;
    }
}
