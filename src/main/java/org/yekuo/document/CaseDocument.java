package org.yekuo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;

/**
 * A paper on a case's file.
 *
 * @param supersededBy the number of the paper of the same type and number that took its place, or null
 * @param reusedFrom   the customer's earlier case it was taken over from, or null
 * @param brought      what is known of its hand-in by her agent; null when she or a clerk handed it in
 */
public record CaseDocument(
        int docNo, DocumentInput document, LocalDate receivedOn, String receivedBy, @Nullable Integer supersededBy, @Nullable CaseNo reusedFrom,
        @Nullable Brought brought) {

    /** Whether it counts as handed in: nothing took its place, and what an agent brought she has confirmed. */
    public boolean counts() {
        return supersededBy == null && isHers();
    }

    /** Whether it is the customer's paper: one an agent brought is when she has confirmed it. */
    public boolean isHers() {
        return brought == null || brought.state() == Brought.State.CONFIRMED;
    }

    /** Whether it waits for the customer's word (待客户确认). */
    public boolean waits() {
        return supersededBy == null && brought != null && brought.state() == Brought.State.WAITING;
    }
}
