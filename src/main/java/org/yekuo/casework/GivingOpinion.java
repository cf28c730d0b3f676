package org.yekuo.casework;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Closing;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.LateEntries;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * A colleague's part of a stage (会签、联合勘查、联合验收). An absence is recorded and blocks nothing; a refusal, which must say why, closes the
 * run and cancels what is open in it (semantics 8).
 */
@Component
public class GivingOpinion {

    private final Acting acting;
    private final StageWorks works;
    private final Duties duties;
    private final Closing closing;
    private final LateEntries late;

    GivingOpinion(Acting acting, StageWorks works, Duties duties, Closing closing, LateEntries late) {
        this.acting = acting;
        this.works = works;
        this.duties = duties;
        this.closing = closing;
        this.late = late;
    }

    public Answer<Acted> opine(
            CaseNo no, String stage, @Nullable Integer phase, String part, int round, Opinion opinion, @Nullable String text, Said said, Actor actor) {
        return acting.on(no, actor, desk -> {
            if (desk.file.procedure.stage(stage).isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-stage", stage, desk.file.procedure.name().zh()));
            }
            return switch (desk.openRun(stage, desk.phaseOf(stage, phase), round)) {
                case Answer.Refused<Run>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<Run>(Run run) -> opine(desk, run, part, opinion, text == null ? "" : text.strip(), said);
            };
        });
    }

    private Answer<Acted> opine(Desk desk, Run run, String key, Opinion opinion, String text, Said said) {
        var found = run.parts.stream().filter(part -> part.key.equals(key) && !part.lead).findFirst();
        if (found.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-part", desk.file.definition(run.stage).name().zh(), key));
        }
        var part = found.get();
        if (!part.isLive()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.part-done", part.role.zh(), String.valueOf(part.closedByName), String.valueOf(part.closedOn)));
        }
        var forbidden = opinion == Opinion.ABSENT ? duties.mayRecordAbsence(desk, run, part) : duties.check(desk, run, part);
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        var wrong = new ArrayList<Violation>(late.check(said, desk.moment.today()));
        if (opinion != Opinion.AGREE && text.isEmpty()) {
            wrong.add(Violation.at("text", "casework.opinion-needs-text"));
        }
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        desk.moves().closePart(run, part, opinion, text);
        late.propose(desk, said, "PART_CLOSED", run.stage + "/" + run.phase + "/" + run.round + "/" + key);
        if (opinion == Opinion.REFUSE) {
            closing.refuse(desk, run, works.work(run.stage).map(work -> work.refused(desk.view(run), key, text)).orElse(new Outcome.Again(text)));
        }
        return desk.done();
    }
}
