package org.yekuo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A paper on a case's file. {@code supersededBy} is the number of the paper of the same type and number that took its place, or null. */
public record CaseDocument(int docNo, DocumentInput document, LocalDate receivedOn, String receivedBy, @Nullable Integer supersededBy) {}
