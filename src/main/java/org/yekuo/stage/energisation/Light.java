package org.yekuo.stage.energisation;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Text;

/**
 * One condition of energising (送电条件) and whether it holds.
 *
 * @param owner who sees to it that it does
 * @param stage the stage the ledger judges it by, or null where somebody has to declare it
 */
public record Light(String code, Text name, boolean lit, Text owner, @Nullable String stage, Clause clause) {}
