package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.AttachingFiles;
import org.yekuo.casework.internal.Closing;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.LateEntries;
import org.yekuo.casework.internal.PapersDue;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/**
 * Closes a stage with its result (办结环节). Refused when the stage is not open in the round the person saw, when she may not do it or has
 * done a duty that excludes it, while countersigns are missing, or when its room finds fault; then nothing is changed.
 */
@Component
public class SubmittingStage {

    private final Acting acting;
    private final StageWorks works;
    private final Duties duties;
    private final Closing closing;
    private final LateEntries late;
    private final PapersDue papersDue;
    private final AttachingFiles attaching;

    SubmittingStage(Acting acting, StageWorks works, Duties duties, Closing closing, LateEntries late, PapersDue papersDue, AttachingFiles attaching) {
        this.attaching = attaching;
        this.acting = acting;
        this.works = works;
        this.duties = duties;
        this.closing = closing;
        this.late = late;
        this.papersDue = papersDue;
    }

    public Answer<Acted> submit(Submission submission) {
        return acting.on(submission.caseNo(), submission.actor(), desk -> submit(desk, submission));
    }

    private Answer<Acted> submit(Desk desk, Submission submission) {
        var stage = submission.stage();
        if (desk.file.procedure.stage(stage).isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-stage", stage, desk.file.procedure.name().zh()));
        }
        return switch (desk.openRun(stage, desk.phaseOf(stage, submission.phase()), submission.round())) {
            case Answer.Refused<Run>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Run>(Run run) -> close(desk, run, submission, work(submission.stage(), submission.result()));
        };
    }

    private <R extends StageResult> Answer<Acted> close(Desk desk, Run run, Submission submission, StageWork<R> work) {
        var forbidden = duties.check(desk, run, run.lead());
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        var result = work.resultType().cast(submission.result());
        var view = desk.view(run);
        var wrong = new ArrayList<Violation>();
        desk.cited(work.check(view, result)).forEach(violation -> wrong.add(violation.field() == null ? violation : violation.under("result")));
        attaching.attach(desk, result).forEach(violation -> wrong.add(violation.under("result")));
        wrong.addAll(late.check(submission.said(), desk.moment.today()));
        wrong.addAll(service(desk, submission));
        var missing = run.openCountersigns();
        if (!missing.isEmpty()) {
            wrong.add(Violation.of("casework.countersigns-missing", String.join("、", missing.stream()
                    .map(part -> part.key + "(" + part.role.zh() + ")").toList())));
        }
        var effects = wrong.isEmpty() ? work.apply(view, result) : null;
        if (effects == null || effects.outcome() instanceof Outcome.Passed) {
            wrong.addAll(papersDue.missing(desk, run));
        }
        if (effects == null || !wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        closing.close(desk, run, new Closing.Concluded<>(work, result, effects), submission.service());
        late.propose(desk, submission.said(), "CLOSED", run);
        return desk.done();
    }

    private static List<Violation> service(Desk desk, Submission submission) {
        var service = submission.service();
        LocalDate on = service == null ? null : service.on();
        return on != null && on.isAfter(desk.moment.today())
                ? List.of(Violation.at("service.on", "casework.in-the-future", on, desk.moment.today())) : List.of();
    }

    private StageWork<?> work(String stage, StageResult result) {
        var work = works.work(stage).orElseThrow(() -> new YekuoException("casework.no-room", "No room does the stage " + stage + "."));
        if (!work.resultType().isInstance(result)) {
            throw new YekuoException("casework.wrong-result", "The stage " + stage + " is not closed with a " + result.getClass().getSimpleName() + ".");
        }
        return work;
    }
}
