package org.yekuo.casework;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.NotingSupply.Note;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.RoomNotes;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.document.CasePapers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/**
 * Notes in the ledger of a case that goes on when somebody comes to the customer (预约): made, moved, agreed to, not kept. The room writes its own rows
 * while the case is locked, and what it says goes into the ledger and the outbox with them, or nothing does.
 */
@Component
public class NotingAppointment {

    private final Acting acting;
    private final Duties duties;
    private final RoomNotes notes;
    private final CasePapers papers;

    NotingAppointment(Acting acting, Duties duties, RoomNotes notes, CasePapers papers) {
        this.papers = papers;
        this.acting = acting;
        this.duties = duties;
        this.notes = notes;
    }

    /** @param write the room's own checks and writing; its refusal is the act's */
    public Answer<Acted> note(CaseNo no, CaseAct act, Actor actor, Supplier<Answer<Note>> write) {
        return acting.on(no, actor, desk -> notes.note(desk, EventKind.APPOINTMENT, duties.mayAct(desk, act), write));
    }

    /** Puts a photo into the case, while it is being noted; what is wrong with it otherwise. */
    public List<Violation> attach(CaseNo no, String field, String fileId) {
        return papers.attach(no, field, fileId);
    }
}
