package org.yekuo.casework.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who granted the green channel (绿色通道), when and why; the evidence as JSON. */
public record GreenGrant(String by, String byName, LocalDate on, String reason, @Nullable String note, String evidenceJson) {}
