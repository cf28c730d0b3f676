package org.yekuo.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** What somebody finds who opens the form of a stage (打开环节): its run, what may be chosen, and what keeps her from handing it in. Changes nothing. */
@Component
public class PreparingStage {

    /**
     * A stage as its form is opened.
     *
     * @param run     its live run
     * @param choices what the form may offer, by field; empty where nobody may hand it in now
     * @param hinders everything that keeps the actor from handing in a result now, or from any part of it; empty when she may
     * @param earlier the newest result of an earlier round, from which a new one starts
     */
    public record Prepared(ReadingCase.Stage run, Map<String, Object> choices, List<Violation> hinders, Optional<ReadingCase.Stage> earlier) {}

    private final CaseReader reader;
    private final Acting acting;
    private final Duties duties;
    private final StageWorks works;

    PreparingStage(CaseReader reader, Acting acting, Duties duties, StageWorks works) {
        this.reader = reader;
        this.acting = acting;
        this.duties = duties;
        this.works = works;
    }

    /** The stage's live run, or empty where the actor sees no such case, or the case has no such stage or phase yet. */
    @Transactional(readOnly = true)
    public Optional<Prepared> prepare(CaseNo no, String stage, @Nullable Integer phase, Actor actor) {
        return reader.file(no, actor).filter(file -> file.procedure.stage(stage).isPresent()).flatMap(file -> prepare(file, stage, phase, actor));
    }

    private Optional<Prepared> prepare(CaseFile file, String stage, @Nullable Integer phase, Actor actor) {
        var desk = acting.desk(file, acting.moment(actor));
        int which = desk.phaseOf(stage, phase);
        var rounds = reader.stages(file).stream().filter(run -> run.stage().equals(stage) && run.phase() == which).toList();
        return file.live(stage, which).flatMap(run -> rounds.stream().filter(one -> one.round() == run.round).findFirst().map(shown -> {
            var open = !file.status.ended() && desk.openRun(stage, which, run.round) instanceof Answer.Done<Run>;
            var earlier = rounds.stream().filter(one -> one.round() < run.round && one.result() != null).reduce((first, second) -> second);
            return new Prepared(shown, open ? choices(desk, run) : Map.of(), hinders(desk, run, which), earlier);
        }));
    }

    private List<Violation> hinders(Desk desk, Run run, int phase) {
        if (desk.file.status.ended()) {
            return List.of(Violation.of("casework.case-ended", desk.file.no, desk.file.status.name(), String.valueOf(desk.file.endedOn)));
        }
        var found = new ArrayList<Violation>();
        if (desk.openRun(run.stage, phase, run.round) instanceof Answer.Refused<Run>(var refusal)) {
            found.addAll(refusal.violations());
        }
        found.addAll(duties.check(desk, run, run.lead()));
        return found;
    }

    private Map<String, Object> choices(Desk desk, Run run) {
        return works.work(run.stage).map(work -> work.choices(desk.view(run))).orElse(Map.of());
    }
}
