package org.yekuo.stage.temporary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.CaseNo;

/**
 * A temporary supply (临时用电) from its energising to its end.
 *
 * @param until         its last day
 * @param prolongations how often it was prolonged
 * @param expiredOn     the day it was found to have run out, or null
 * @param taskFor       the account manager who has to see to an expired supply (staff number), or null
 * @param endedOn       the day it was removed or made permanent, or null
 * @param successor     the case that is to make it permanent, or null
 */
public record TemporarySupply(
        CaseNo caseNo, String handledBy, ConsumerNo consumerNo, String purpose, LocalDate energisedOn, LocalDate until, int prolongations, State state,
        @Nullable LocalDate expiredOn, @Nullable String taskFor, @Nullable LocalDate endedOn, @Nullable CaseNo successor) {

    /** RUNNING 在用; EXPIRED 到期未办, a task; REMOVED 已拆除; PERMANENT 已转正式. */
    public enum State { RUNNING, EXPIRED, REMOVED, PERMANENT }

    /** Whether power still flows. */
    public boolean isOn() {
        return state == State.RUNNING || state == State.EXPIRED;
    }
}
