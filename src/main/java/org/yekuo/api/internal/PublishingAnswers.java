package org.yekuo.api.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yekuo.access.CurrentStaff;
import org.yekuo.form.Asked;
import org.yekuo.publishing.DecidingPublication;
import org.yekuo.publishing.DecidingPublication.Decision;
import org.yekuo.publishing.ProposingPublication;
import org.yekuo.publishing.Publication;
import org.yekuo.vocabulary.Answer;

/** Proposals and decisions on them, the same for packs and for the calendar. */
@Component
public class PublishingAnswers {

    /** Names the proposal the second person has read. */
    public record DecisionForm(@Asked(usedBy = "room:publishing", min = "1", max = "999999999999999999") Long proposal) {}

    private final Idempotent idempotent;
    private final ProposingPublication proposing;
    private final DecidingPublication deciding;
    private final CurrentStaff current;
    private final Problems problems;

    PublishingAnswers(Idempotent idempotent, ProposingPublication proposing, DecidingPublication deciding, CurrentStaff current, Problems problems) {
        this.idempotent = idempotent;
        this.proposing = proposing;
        this.deciding = deciding;
        this.current = current;
        this.problems = problems;
    }

    public ResponseEntity<Object> propose(HttpServletRequest request, JsonBody body, Publication what, String note) {
        return idempotent.once(request, body.text(), HttpStatus.CREATED, () -> proposing.propose(what, note, current.actor()));
    }

    public ResponseEntity<Object> decide(HttpServletRequest request, JsonBody body, Publication.Kind kind, String subject, Decision decision) {
        long proposal = body.as(DecisionForm.class).proposal();
        return idempotent.once(request, body.text(), HttpStatus.OK, () -> deciding.decide(kind, subject, proposal, decision, current.actor()));
    }

    public ResponseEntity<Object> of(Answer<?> answer) {
        return switch (answer) {
            case Answer.Refused<?>(var refusal) -> problems.of(refusal);
            case Answer.Done<?>(var value) -> ResponseEntity.ok(value);
        };
    }
}
