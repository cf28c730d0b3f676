package org.yekuo.stage.acceptance.internal;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Text;

/**
 * One thing that stands against acceptance.
 *
 * @param code   the paper, the group of alternatives, or the element of the report; equal over rounds
 * @param reason why a paper at hand can't be used
 */
record Shortfall(Kind kind, String code, Text name, @Nullable String reason, @Nullable Clause clause) {

    enum Kind { MISSING_PAPER, UNUSABLE_PAPER, MISSING_ELEMENT }
}
