package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.OneVisit;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;

/**
 * One person surveys, plans, signs, installs the meter and energises in one visit (一次上门连办): the stages the pack's table {@code one-visit} names, in
 * its order, in one act. Each is closed in the ledger with its own checks; everything wrong with all of them is answered at once, each fault below the
 * name of its step, and nothing is kept. Refused where the pack does not provide for it, where a separation is not lifted for it by name, where the
 * person lacks one of the roles, and where a step waits for the customer or another department.
 */
@Component
public class VisitingOnce {

    /**
     * One step of the visit.
     *
     * @param field   how the form calls it; faults are answered below that
     * @param service how the stage's receipt was served, where it has one
     */
    public record Step(String field, String stage, StageResult result, Submission.@Nullable Service service) {

        /** Whether nothing is said in it that could be wrong by itself. */
        public boolean silent() {
            return service != null;
        }
    }

    /** A part a colleague did before the visit, such as the verification of the meter taken along: who, when, and by which paper (领用单). */
    public record Beforehand(String stage, String part, String by, LocalDate on, String paper) {}

    private final Acting acting;
    private final OneVisit visit;

    VisitingOnce(Acting acting, OneVisit visit) {
        this.acting = acting;
        this.visit = visit;
    }

    public Answer<Acted> visit(CaseNo no, List<Step> steps, List<Beforehand> beforehand, Actor actor) {
        return acting.on(no, actor, desk -> visit.make(desk, steps, beforehand));
    }
}
