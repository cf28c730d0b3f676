package org.yekuo.stage.acceptance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.document.DocumentInput;
import org.yekuo.form.Asked;

/**
 * A paper handed in with an application (申请资料).
 *
 * @param type       its code in the checklist
 * @param number     the number on it
 * @param validUntil the last day of its validity, where it has one
 * @param original   whether the original was seen
 * @param copies     how many copies were kept; one when not said
 * @param fileId     the scanned file
 * @param holder     whose it is, where not the applicant's own
 */
public record Paper(
        @Asked(usedBy = {"rule:acceptance.paper-unknown", "stage:archive"}, maxLength = 40) String type,
        @Asked(usedBy = {"room:document", "stage:archive"}, maxLength = 60) @Nullable String number,
        @Asked(usedBy = "rule:document.expired") @Nullable LocalDate validUntil,
        @Asked(usedBy = {"letter:ACCEPTANCE_RECEIPT", "stage:archive"}) boolean original,
        @Asked(usedBy = "letter:ACCEPTANCE_RECEIPT", min = "0", max = "99") @Nullable Integer copies,
        @Asked(usedBy = {"room:document", "stage:archive"}, maxLength = 64) @Nullable String fileId,
        @Asked(usedBy = {"room:document", "stage:archive"}, maxLength = 60) @Nullable String holder) {

    public Paper(String type, @Nullable String number, @Nullable LocalDate validUntil, boolean original, @Nullable Integer copies, @Nullable String fileId) {
        this(type, number, validUntil, original, copies, fileId, null);
    }

    public DocumentInput asDocument() {
        return new DocumentInput(type, number, validUntil, original, copies == null ? 1 : copies, fileId, holder);
    }
}
