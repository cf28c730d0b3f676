package org.yekuo.document;

import java.time.LocalDate;
import java.util.Map;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** A letter to be issued (通知书, 答复单, 合同文本 …); {@code kind} names the template of {@code wording}'s pack, {@code content} its data. */
public record LetterOrder(CaseNo caseNo, Wording wording, String kind, LocalDate issuedOn, Actor by, Map<String, Object> content) {

    public LetterOrder {
        content = Map.copyOf(content);
    }
}
