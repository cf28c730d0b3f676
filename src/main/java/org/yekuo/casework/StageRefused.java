package org.yekuo.casework;

import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;

/**
 * A room finds while recording that what it had checked a moment ago no longer holds: another case took the last capacity, a seal. The act is
 * undone and the refusal answered.
 */
public final class StageRefused extends RuntimeException {

    private final transient Refusal refusal;

    public StageRefused(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** What was done; a refusal undoes the act. */
    public static <T> T unless(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T>(Refusal refusal) -> throw new StageRefused(refusal);
        };
    }

    public Refusal refusal() {
        return refusal;
    }
}
