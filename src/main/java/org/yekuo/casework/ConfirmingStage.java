package org.yekuo.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Closing;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.Results;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Confirms the superseded result of a stage that was sent back, with a reason; its checks run again (semantics 10). */
@Component
public class ConfirmingStage {

    private final Acting acting;
    private final StageWorks works;
    private final Duties duties;
    private final Closing closing;
    private final Results results;

    ConfirmingStage(Acting acting, StageWorks works, Duties duties, Closing closing, Results results) {
        this.acting = acting;
        this.works = works;
        this.duties = duties;
        this.closing = closing;
        this.results = results;
    }

    public Answer<Acted> confirm(CaseNo no, String stage, @Nullable Integer phase, int round, String reason, Actor actor) {
        return acting.on(no, actor, desk -> {
            if (desk.file.procedure.stage(stage).isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-stage", stage, desk.file.procedure.name().zh()));
            }
            return switch (desk.openRun(stage, desk.phaseOf(stage, phase), round)) {
                case Answer.Refused<Run>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<Run>(Run run) -> works.work(stage).map(work -> confirm(desk, run, work, reason)).orElseThrow();
            };
        });
    }

    private <R extends StageResult> Answer<Acted> confirm(Desk desk, Run run, StageWork<R> work, String reason) {
        var forbidden = duties.check(desk, run, run.lead());
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        var earlier = desk.file.runs(run.stage, run.phase).stream()
                .filter(other -> other.superseded && other.passed() && other.resultJson != null).max(Comparator.comparingInt(other -> other.round));
        if (earlier.isEmpty()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.nothing-to-confirm", desk.file.definition(run.stage).name().zh()));
        }
        var result = results.read(desk.file, earlier.get(), work.resultType());
        var wrong = desk.cited(work.check(desk.view(run), result));
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        var missing = run.openCountersigns();
        if (!missing.isEmpty()) {
            return Answer.invalid(List.of(Violation.of("casework.countersigns-missing", String.join("、", missing.stream().map(part -> part.role.zh()).toList()))));
        }
        desk.file.record(desk.moment, EventKind.STAGE_CONFIRMED, Map.of("stage", run.stage, "phase", run.phase, "round", run.round,
                "ofRound", earlier.get().round, "reason", reason));
        closing.close(desk, run, new Closing.Concluded<>(work, result, work.apply(desk.view(run), result)), null);
        return desk.done();
    }
}
