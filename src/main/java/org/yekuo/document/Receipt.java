package org.yekuo.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;

/**
 * A written receipt (书面回执, 细则 2.5). What it says never changes; a correction is another receipt that supersedes it.
 *
 * @param rno          number within the case, from 1
 * @param issuedOn     the day it is dated
 * @param issuedAt     when it was recorded
 * @param served       null until it reached the customer
 * @param acknowledged null until she acknowledged it
 * @param supersededBy the receipt that took its place, or null
 */
public record Receipt(CaseNo caseNo, int rno, String kind, String stage, int phase, int round, LocalDate issuedOn, Instant issuedAt, String issuedBy,
        @Nullable Service served, @Nullable Acknowledged acknowledged, Map<String, Object> content, @Nullable Integer supersededBy) {

    /** That it was served (送达). */
    public record Service(LocalDate on, ServiceManner how, String by) {}

    /** That it was acknowledged (签收), and who recorded it; {@code drawing} is the file of what she drew on the screen. */
    public record Acknowledged(LocalDate on, Signature how, String signer, List<String> witnesses, String by, @Nullable String drawing) {}

    public boolean isServed() {
        return served != null;
    }

    public boolean isAcknowledged() {
        return acknowledged != null;
    }

    public boolean isLive() {
        return supersededBy == null;
    }
}
