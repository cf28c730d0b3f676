package org.yekuo.administration;

import java.time.Instant;
import java.util.List;
import org.yekuo.vocabulary.UnitCode;

/**
 * One change, as it is kept for good (变动记录).
 *
 * @param unit    in which unit: of the post, or of the person
 * @param subject whom, or which unit or hall, it concerns
 * @param args    what the sentence {@code administration.did.<act>} names
 */
public record Trace(long id, Instant at, UnitCode unit, String subject, Act act, List<String> args, String actor, String actorName) {

    /** What was done. */
    public enum Act {
        ENTERED, CORRECTED, DEPARTED, RETURNED, POST_GIVEN, POST_TAKEN, AWAY, BACK, DELEGATED, DELEGATION_ENDED, ACCOUNT_OPENED, PASSWORD_RESET, PASSWORD_CHOSEN,
        LOCKED, UNLOCKED, SIGNED_OUT, UNIT_KEPT, HALL_KEPT
    }
}
