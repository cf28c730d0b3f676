package org.yekuo.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.ContactStore;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.LateEntries;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Records that something happened (联系记录): a call, a visit, a paper, a payment, the customer's works begun, our people at the gate. Facts can
 * always be recorded, in whatever order they happen; only conclusions can be refused.
 */
@Component
public class LoggingContact {

    public enum Kind {
        CALL, CALL_NO_ANSWER, VISIT, MESSAGE, PAPER, PAYMENT,
        /** The customer's works have begun; ends the validity of the reply. */
        CONSTRUCTION_STARTED,
        /** Our people arrived for a stage's work (到场). */
        ARRIVAL,
        NOTE,
        /** What the customer thinks of the work (评价). */
        RATING,
        /** 投诉. */
        COMPLAINT;

        /** Whether the customer may say it herself. */
        boolean hers() {
            return this == RATING || this == COMPLAINT || this == MESSAGE;
        }
    }

    private final Acting acting;
    private final Duties duties;
    private final LateEntries late;
    private final ContactStore store;

    LoggingContact(Acting acting, Duties duties, LateEntries late, ContactStore store) {
        this.acting = acting;
        this.duties = duties;
        this.late = late;
        this.store = store;
    }

    public Answer<Acted> log(CaseNo no, Kind kind, String text, @Nullable String stage, @Nullable Integer phase, Said said, Actor actor) {
        return acting.onAny(no, actor, desk -> {
            var forbidden = actor.kind() == Actor.Kind.CUSTOMER && kind.hers() ? List.<Violation>of() : duties.mayAct(desk, CaseAct.LOG_CONTACT);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            var wrong = new ArrayList<Violation>(late.check(said, desk.moment.today()));
            if (stage != null && desk.file.procedure.stage(stage).isEmpty()) {
                wrong.add(Violation.at("stage", "casework.no-such-stage", stage, desk.file.procedure.name().zh()));
            }
            if (kind == Kind.ARRIVAL && stage == null) {
                wrong.add(Violation.at("stage", "casework.arrival-names-stage"));
            }
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            log(desk, kind, text, stage, stage == null ? 0 : desk.phaseOf(stage, phase), said);
            return desk.done();
        });
    }

    private void log(Desk desk, Kind kind, String text, @Nullable String stage, int phase, Said said) {
        var on = said.on() == null ? desk.moment.today() : said.on();
        int n = store.add(desk, kind.name(), on, text, stage, phase);
        var data = new TreeMap<String, Object>(Map.of("n", n, "kind", kind.name(), "text", text));
        if (stage != null) {
            data.put("stage", stage);
            data.put("phase", phase);
        }
        desk.file.record(desk.moment, EventKind.CONTACT, on, data);
        if (kind == Kind.CONSTRUCTION_STARTED) {
            desk.file.actSignals.putIfAbsent("construction.started", desk.moment.today());
            late.propose(desk, said, "SIGNAL", "construction.started");
        } else if (kind == Kind.ARRIVAL && stage != null) {
            desk.live(stage, phase).ifPresent(run -> {
                run.startedOn = desk.moment.today();
                run.dirty = true;
                desk.file.record(desk.moment, EventKind.STAGE_STARTED, on, Map.of("stage", stage, "phase", phase, "round", run.round));
                late.propose(desk, said, "STARTED", run);
            });
        }
    }
}
