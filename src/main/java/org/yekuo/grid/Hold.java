package org.yekuo.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yekuo.vocabulary.CaseNo;

/** Capacity a case has taken on a feeder, in kVA. {@code until} is the last day a mere hold counts. */
public record Hold(CaseNo caseNo, int phase, String feeder, BigDecimal kva, LocalDate until, State state) {

    public enum State {
        /** Held while the plan is drafted (暂占). */
        HELD,
        /** Reserved since the plan was replied (确占). */
        RESERVED,
        /** Energised: part of the load, and of what is declared from the next month on. */
        USED,
        /** Given back. */
        RELEASED
    }
}
