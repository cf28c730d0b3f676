package org.yekuo.api.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.Acted;
import org.yekuo.casework.ReadingCase;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;

/** Does an act once per key, and answers with the case as it stands after it. */
@Component
public class ActAnswers {

    private final Idempotent idempotent;
    private final ReadingCase reading;
    private final CaseAnswers answers;
    private final CurrentStaff current;

    ActAnswers(Idempotent idempotent, ReadingCase reading, CaseAnswers answers, CurrentStaff current) {
        this.idempotent = idempotent;
        this.reading = reading;
        this.answers = answers;
        this.current = current;
    }

    public ResponseEntity<Object> act(HttpServletRequest request, String body, CaseNo no, Supplier<Answer<Acted>> act) {
        return idempotent.once(request, body, HttpStatus.OK,
                () -> act.get().map(acted -> reading.summary(no, current.actor()).<Object>map(summary -> answers.of(summary, List.of()))
                        // Who gave the case away may not see it any more.
                        .orElse(acted)));
    }
}
