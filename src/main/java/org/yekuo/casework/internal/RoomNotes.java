package org.yekuo.casework.internal;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingSupply.Note;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Writes into the ledger and the outbox what a room has written about a case while that was locked. */
@Component
public class RoomNotes {

    /** @param forbidden what keeps the actor from it; with anything in it nothing is written */
    public Answer<Acted> note(Desk desk, EventKind kind, List<Violation> forbidden, Supplier<Answer<Note>> write) {
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        return switch (write.get()) {
            case Answer.Refused<Note>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Note>(Note note) -> {
                var data = new TreeMap<String, Object>(note.data());
                data.put("what", note.topic());
                desk.file.record(desk.moment, kind, data);
                desk.message(note.topic(), note.data());
                yield desk.done();
            }
        };
    }
}
