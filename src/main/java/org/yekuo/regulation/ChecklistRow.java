package org.yekuo.regulation;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Text;

/**
 * A paper the customer hands in (申请资料).
 *
 * @param code       the paper
 * @param group      papers of one group are alternatives (二选一)
 * @param dueBy      the stage by which it is due; {@code acceptance} unless it may follow later (容缺)
 * @param usedAgain  whether one that is valid still is taken from another case of the customer instead of being asked for again
 */
public record ChecklistRow(String id, String code, Text name, Criteria applies, @Nullable String group, String dueBy, boolean usedAgain, Basis basis) {}
