package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.casework.internal.OneVisit;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;

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
    private final CaseReader reader;

    VisitingOnce(Acting acting, OneVisit visit, CaseReader reader) {
        this.acting = acting;
        this.visit = visit;
        this.reader = reader;
    }

    /** Whether the pack provides for it, the first step is open, and the actor holds the roles of what is open now and of the visit. */
    @Transactional(readOnly = true)
    public boolean mayVisit(CaseNo no, Actor actor) {
        return reader.file(no, actor).filter(file -> !file.status.ended() && visit.may(acting.desk(file, acting.moment(actor)))).isPresent();
    }

    /** What the form of each step may offer now, by stage; what a step before it would settle is not known yet. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, Object>> choices(CaseNo no, Actor actor) {
        return reader.file(no, actor).map(file -> visit.choices(acting.desk(file, acting.moment(actor)))).orElse(Map.of());
    }

    /** The parts colleagues must have done before, by stage. */
    @Transactional(readOnly = true)
    public List<Needed> beforehand(CaseNo no, Actor actor) {
        return reader.file(no, actor).map(file -> visit.beforehand(acting.desk(file, acting.moment(actor)))).orElse(List.of());
    }

    /** A part a colleague must have done before, and who may do it. */
    public record Needed(String stage, Text stageName, String part, Text name, Role role, UnitCode unit) {}

    public Answer<Acted> visit(CaseNo no, List<Step> steps, List<Beforehand> beforehand, Actor actor) {
        return acting.on(no, actor, desk -> visit.make(desk, steps, beforehand));
    }
}
