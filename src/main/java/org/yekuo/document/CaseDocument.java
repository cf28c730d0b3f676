package org.yekuo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;

/**
 * A paper on a case's file.
 *
 * @param supersededBy the number of the paper of the same type and number that took its place, or null
 * @param reusedFrom   the customer's earlier case it was taken over from, or null
 */
public record CaseDocument(
        int docNo, DocumentInput document, LocalDate receivedOn, String receivedBy, @Nullable Integer supersededBy, @Nullable CaseNo reusedFrom) {}
