package org.yekuo.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CorrectedText;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Puts a slip of the pen right (更正): old and new are kept, no clock is touched, archived cases included. What would change a fact the rules
 * ask for is no slip but a change of substance, and needs a new round.
 */
@Component
public class CorrectingCase {

    private static final Set<String> APPLICATION_FIELDS = Set.of(
            "customerName", "address", "area", "requiredBy", "project.name", "project.industry", "project.products");

    private static final Pattern RESULT_FIELD = Pattern.compile("([a-z-]+)(?:#(\\d+))?:(.+)");

    private final Acting acting;
    private final StageWorks works;
    private final Duties duties;
    private final CorrectedText texts;

    CorrectingCase(Acting acting, StageWorks works, Duties duties, CorrectedText texts) {
        this.acting = acting;
        this.works = works;
        this.duties = duties;
        this.texts = texts;
    }

    /**
     * @param field a field of the application ({@code project.name}), or of a stage's result: {@code survey:route}, with the phase where the
     *              stage is done by phase: {@code metering#2:seals[0].position}
     */
    public Answer<Acted> correct(CaseNo no, String field, String value, String reason, Actor actor) {
        return acting.onAny(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, CaseAct.CORRECT);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            if (desk.file.asRecorded) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.as-recorded", no));
            }
            if (reason.isBlank()) {
                return Answer.invalid(List.of(Violation.at("reason", "casework.needs-reason")));
            }
            var matcher = RESULT_FIELD.matcher(field);
            return matcher.matches()
                    ? ofResult(desk, matcher.group(1), matcher.group(2), matcher.group(3), value, reason)
                    : ofApplication(desk, field, value, reason);
        });
    }

    private Answer<Acted> ofApplication(Desk desk, String field, String value, String reason) {
        if (!APPLICATION_FIELDS.contains(field)) {
            return Answer.invalid(List.of(Violation.at("field", "casework.not-correctable", field, String.join("、", APPLICATION_FIELDS.stream().sorted().toList()))));
        }
        var corrected = texts.application(desk.file.application, field, value);
        if (corrected.isEmpty()) {
            return Answer.invalid(List.of(Violation.at("value", "casework.value-does-not-fit", value, field)));
        }
        var was = texts.read(desk.file.application, field);
        desk.file.application = corrected.get();
        note(desk, field, null, was, value, reason);
        return desk.done();
    }

    private Answer<Acted> ofResult(Desk desk, String stage, @Nullable String phase, String field, String value, String reason) {
        if (desk.file.procedure.stage(stage).isEmpty()) {
            return Answer.invalid(List.of(Violation.at("field", "casework.no-such-stage", stage, desk.file.procedure.name().zh())));
        }
        var run = desk.live(stage, desk.phaseOf(stage, phase == null ? null : Integer.valueOf(phase))).filter(live -> live.resultJson != null);
        if (run.isEmpty()) {
            return Answer.invalid(List.of(Violation.at("field", "casework.no-result-yet", desk.file.definition(stage).name().zh())));
        }
        return works.work(stage).map(work -> ofResult(desk, run.get(), work, field, value, reason)).orElseThrow();
    }

    private <R extends StageResult> Answer<Acted> ofResult(Desk desk, Run run, StageWork<R> work, String field, String value, String reason) {
        Optional<R> corrected = texts.result(desk.file, run, work.resultType(), field, value);
        if (corrected.isEmpty()) {
            return Answer.invalid(List.of(Violation.at("field", "casework.value-does-not-fit", value, field)));
        }
        var before = texts.result(desk.file, run, work.resultType());
        var view = desk.view(run);
        var was = work.apply(view, before);
        var becomes = work.apply(view, corrected.get());
        if (!was.outcome().equals(becomes.outcome()) || !was.facts().equals(becomes.facts())) {
            return Answer.invalid(List.of(Violation.at("field", "casework.change-of-substance", desk.file.definition(run.stage).name().zh())));
        }
        note(desk, field, run, texts.read(before, field), value, reason);
        return desk.done();
    }

    private void note(Desk desk, String field, @Nullable Run run, @Nullable String was, String becomes, String reason) {
        texts.keep(desk, field, run, was, becomes, reason);
        desk.file.record(desk.moment, EventKind.CORRECTED, Map.of("field", field, "stage", run == null ? "" : run.stage, "phase", run == null ? 0 : run.phase,
                "round", run == null ? 0 : run.round, "was", was == null ? "" : was, "becomes", becomes, "reason", reason));
    }
}
