package org.yekuo.casework;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.RoomNotes;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;

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
    private final RoomNotes notes;

    NotingSupply(Acting acting, Duties duties, RoomNotes notes) {
        this.acting = acting;
        this.duties = duties;
        this.notes = notes;
    }

    /** @param write the room's own checks and writing; its refusal is the act's */
    public Answer<Acted> note(CaseNo no, CaseAct act, Actor actor, Supplier<Answer<Note>> write) {
        return acting.onAny(no, actor, desk -> notes.note(desk, EventKind.SUPPLY_NOTED, duties.mayAct(desk, act), write));
    }
}
