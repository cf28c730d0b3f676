package org.yekuo.outbox;

import java.util.List;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Where an act leaves its messages (发件箱); they go out after it is committed, in order per case. */
public interface Outbox {

    /** @param seq how far the case's ledger had come; with the case number it tells a receiver that a message is a repeat */
    record Message(long seq, String topic, String payloadJson) {}

    /** Leaves the messages of one act, in their order, on the trip that writes what the act changed; the transaction must be there. */
    void put(OneTrip trip, UnitCode unit, CaseNo no, List<Message> messages);
}
