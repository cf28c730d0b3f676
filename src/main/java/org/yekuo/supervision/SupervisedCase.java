package org.yekuo.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/**
 * A case under supervision (督办件): what is demanded of the unit that handles it, by when, and what came of it.
 *
 * @param answerBy the latest day, {@code days} working days after it was opened, by the calendar in force
 * @param overdue  whether the answer came, or still has to come, after that day
 */
public record SupervisedCase(CaseNo caseNo, int n, String about, Text name, String demand, String openedBy, String openedByName, LocalDate openedOn, int days,
        LocalDate answerBy, String handledBy, State state, boolean overdue, @Nullable LocalDate answeredOn, @Nullable String answeredBy, @Nullable String measures,
        @Nullable LocalDate closedOn, @Nullable String closedBy, @Nullable String remark) {

    /** OPEN (待答复), ANSWERED (已答复,待销号), CLOSED (已销号). */
    public enum State { OPEN, ANSWERED, CLOSED }
}
