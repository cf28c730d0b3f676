package org.yekuo.regulation;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Clause;

/**
 * What a row rests on (依据).
 *
 * @param clause   the article
 * @param source   where the value was taken from when the article itself does not give it
 * @param inferred whether the value was inferred (推定); pages say so
 */
public record Basis(Clause clause, @Nullable String source, boolean inferred) {}
