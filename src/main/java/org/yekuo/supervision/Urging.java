package org.yekuo.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/**
 * Somebody was urged (催办).
 *
 * @param about the key of what it is about; {@code name} is what people call it
 */
public record Urging(CaseNo caseNo, int n, String about, Text name, String said, String byId, String byName, LocalDate onDay, List<String> recipients,
        @Nullable LocalDate answeredOn, @Nullable String answeredBy, @Nullable String answer) {}
