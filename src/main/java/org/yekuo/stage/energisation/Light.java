package org.yekuo.stage.energisation;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Text;

/**
 * One condition of energising (送电条件) and whether it holds.
 *
 * @param owner who sees to it that it does
 * @param stage the stage the ledger judges it by, or null where somebody has to declare it
 * @param mayFollow whether the pack lets it follow in this case (绿色通道, 先送电后补手续)
 */
public record Light(String code, Text name, boolean lit, Text owner, @Nullable String stage, Clause clause, boolean mayFollow) {

    /** Whether it stands in nobody's way. */
    public boolean permits() {
        return lit || mayFollow;
    }
}
