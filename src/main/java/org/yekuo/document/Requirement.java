package org.yekuo.document;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Text;

/**
 * A paper that is required (应提供资料).
 *
 * @param group papers with the same group stand for one another (二选一); null stands alone
 */
public record Requirement(String code, Text name, @Nullable String group, @Nullable Clause clause) {}
