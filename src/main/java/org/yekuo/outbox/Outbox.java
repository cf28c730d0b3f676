package org.yekuo.outbox;

import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Where an act leaves its messages (发件箱); they go out after it is committed, in order per case. */
public interface Outbox {

    /** @param seq how far the case's ledger had come; with the case number it tells a receiver that a message is a repeat */
    void put(UnitCode unit, CaseNo no, long seq, String topic, String payloadJson);
}
