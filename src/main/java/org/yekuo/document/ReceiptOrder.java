package org.yekuo.document;

import java.time.LocalDate;
import java.util.Map;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/**
 * A receipt to be issued. Its unit is the case's.
 *
 * @param kind    which of the receipts the pack names, e.g. {@code ACCEPTANCE}, {@code PLAN_REPLY}
 * @param content what it says, by name; a renderer's data (text, numbers, lists and maps of them)
 */
public record ReceiptOrder(CaseNo caseNo, Wording wording, String kind, String stage, int phase, int round, LocalDate issuedOn, Actor by, Map<String, Object> content) {

    public ReceiptOrder {
        content = Map.copyOf(content);
    }
}
