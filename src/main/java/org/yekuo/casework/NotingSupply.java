package org.yekuo.casework;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;

/**
 * Notes in the ledger of a case what becomes of the supply it brought, also after its archive: a room writes its own rows while the case is locked, and
 * what it says goes into the ledger and the outbox with them, or nothing does.
 */
@Component
public class NotingSupply {

    /**
     * What happened.
     *
     * @param topic of the message that goes out
     */
    public record Note(String topic, Map<String, Object> data) {}

    private final Acting acting;
    private final Duties duties;

    NotingSupply(Acting acting, Duties duties) {
        this.acting = acting;
        this.duties = duties;
    }

    /** @param write the room's own checks and writing; its refusal is the act's */
    public Answer<Acted> note(CaseNo no, CaseAct act, Actor actor, Supplier<Answer<Note>> write) {
        return acting.onAny(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, act);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            return switch (write.get()) {
                case Answer.Refused<Note>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<Note>(Note note) -> {
                    var data = new TreeMap<String, Object>(note.data());
                    data.put("what", note.topic());
                    desk.file.record(desk.moment, EventKind.SUPPLY_NOTED, data);
                    desk.message(note.topic(), note.data());
                    yield desk.done();
                }
            };
        });
    }
}
