package org.yekuo.casework;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.LateEntries;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.casework.internal.ledger.Signals;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Takes the customer's request for a stage that waits for it: drawings sent in (送审), works ready for inspection (报验), energising booked
 * (约送电). The stage and its limits begin with it (semantics 7).
 */
@Component
public class RequestingStage {

    private final Acting acting;
    private final StageWorks works;
    private final Duties duties;
    private final LateEntries late;

    RequestingStage(Acting acting, StageWorks works, Duties duties, LateEntries late) {
        this.acting = acting;
        this.works = works;
        this.duties = duties;
        this.late = late;
    }

    public Answer<Acted> request(CaseNo no, String stage, @Nullable Integer saidPhase, List<String> papers, Said said, Actor actor) {
        return acting.on(no, actor, desk -> {
            var definition = desk.file.procedure.stage(stage);
            if (definition.isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-stage", stage, desk.file.procedure.name().zh()));
            }
            if (!definition.get().onRequest()) {
                return Answer.invalid(List.of(Violation.of("casework.needs-no-request", definition.get().name().zh())));
            }
            return request(desk, definition.get(), desk.phaseOf(stage, saidPhase), papers, said);
        });
    }

    private Answer<Acted> request(Desk desk, StageDefinition stage, int phase, List<String> papers, Said said) {
        if (desk.file.held()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.on-hold", stage.name().zh()));
        }
        var live = desk.live(stage.key(), phase);
        if (live.isEmpty() || live.get().state != Run.State.WAITING) {
            return live.isPresent() && live.get().requestedOn != null
                    ? Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.already-requested", stage.name().zh(), String.valueOf(live.get().requestedOn)))
                    : Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.stage-not-open", stage.name().zh(), String.join("、",
                            stage.after().stream().filter(earlier -> !desk.file.settledFor(earlier, phase)).map(earlier -> desk.file.definition(earlier).name().zh()).toList())));
        }
        var run = live.get();
        var forbidden = duties.mayRequest(desk, run);
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        var signals = new Signals(desk.file);
        var missing = stage.requestNeeds().stream().filter(signal -> signals.day(signal, phase).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.CONFLICT, missing.stream()
                    .map(signal -> Violation.of("casework.request-needs." + verb(signal), stage.name().zh(), name(desk, signal))
                            .citing(stage.basis().clause())).toList()));
        }
        var wrong = new ArrayList<Violation>(late.check(said, desk.moment.today()));
        works.work(stage.key()).ifPresent(work -> wrong.addAll(desk.cited(work.checkRequest(desk.view(run), papers))));
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        desk.moves().request(run, desk.moment.today(), papers);
        late.propose(desk, said, "REQUESTED", run);
        return desk.done();
    }

    private static String verb(String signal) {
        return signal.endsWith(".acknowledged") ? "acknowledged" : "signal";
    }

    private static String name(Desk desk, String signal) {
        int dot = signal.indexOf('.');
        return dot > 0 ? desk.file.procedure.stage(signal.substring(0, dot)).map(stage -> stage.name().zh()).orElse(signal) : signal;
    }
}
