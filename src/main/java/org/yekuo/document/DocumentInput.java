package org.yekuo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it is handed in (申请资料).
 *
 * @param type       code of the checklist, e.g. {@code PROPERTY_DEED}
 * @param number     number on the paper, or null
 * @param validUntil last day of its validity, null when it has none
 * @param original   whether the original was seen
 * @param copies     copies kept
 * @param fileId     the scanned file, or null
 * @param holder     whose it is (持证人), where not the applicant's own
 */
public record DocumentInput(
        String type, @Nullable String number, @Nullable LocalDate validUntil, boolean original, int copies, @Nullable String fileId, @Nullable String holder) {

    public DocumentInput(String type, @Nullable String number, @Nullable LocalDate validUntil, boolean original, int copies, @Nullable String fileId) {
        this(type, number, validUntil, original, copies, fileId, null);
    }
}
