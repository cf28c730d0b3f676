package org.yekuo.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.document.ServiceManner;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/**
 * A stage's result handed in.
 *
 * @param round   the round the person saw, so that a second hand-in is told who was first
 * @param phase   the phase, or null where the stage is not by phase or there is only one
 * @param service how the receipt was served in the same act, or null when it will be later
 */
public record Submission(
        CaseNo caseNo, String stage, int round, @Nullable Integer phase, StageResult result, @Nullable Service service, Said said, Actor actor) {

    /** Service of the receipt (送达): how, and the day, or null for today. */
    public record Service(ServiceManner manner, @Nullable LocalDate on) {}
}
