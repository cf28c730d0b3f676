package org.yekuo.regulation;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Clause;

/**
 * What a row rests on (依据).
 *
 * @param clause   the article
 * @param source   where the value was taken from when the article itself does not give it
 * @param inferred whether the value was inferred (推定); pages say so
 * @param from     the pack the row was taken over from, or null when it stands in this pack itself
 */
public record Basis(Clause clause, @Nullable String source, boolean inferred, @Nullable String from) {}
