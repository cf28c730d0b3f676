package org.yekuo.portal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.document.VerifyingPaper;
import org.yekuo.document.VerifyingPaper.Verified;
import org.yekuo.portal.internal.Tries;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Anybody's question whether a paper is genuine (文书查验), so many times from one address and no more: codes are not to be guessed. */
@Component
public class LookingUpPaper {

    private static final int MOST_BY_ADDRESS = 30;

    private final VerifyingPaper verifying;
    private final Tries tries;

    LookingUpPaper(VerifyingPaper verifying, Tries tries) {
        this.verifying = verifying;
        this.tries = tries;
    }

    /** The paper of this code; an unknown code and too many questions are refused. */
    @Transactional
    public Answer<Verified> lookUp(String code, String address) {
        if (tries.more("PAPER", address) > MOST_BY_ADDRESS) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("portal.questions-too-many", Tries.WINDOW.toMinutes()));
        }
        Optional<Verified> found = verifying.verify(code);
        return found.<Answer<Verified>>map(Answer::done).orElseGet(() -> Answer.refused(new Refusal(Refusal.Kind.NOT_FOUND, List.of(Violation.at("code", "portal.no-such-paper")))));
    }
}
