package org.yekuo.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something is said to have happened. Said of today, or not said, it is an ordinary entry. Said of an earlier day it is a late entry
 * (补录): it must say why, and counts from that day only once the clerk's own head has approved it.
 */
public record Said(@Nullable LocalDate on, @Nullable String lateBecause) {

    public static final Said NOW = new Said(null, null);
}
