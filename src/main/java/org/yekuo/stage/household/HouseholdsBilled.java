package org.yekuo.stage.household;

import java.time.LocalDate;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;
import org.yekuo.stage.billing.ReadingCycle;

/**
 * The households' cards (户表批量建卡): one after the other in one book.
 *
 * @param firstPlace the place in the book of the first of them
 */
public record HouseholdsBilled(
        @Asked(usedBy = {"rule:billing.book-reads-otherwise", "room:billing"}, pattern = "[0-9A-Za-z-]{2,20}") String book,
        @Asked(usedBy = "rule:billing.place-taken", min = "1", max = "99999") int firstPlace,
        @Asked(usedBy = "rule:billing.book-reads-otherwise", min = "1", max = "28") int readingDay,
        @Asked(usedBy = "rule:billing.first-reading-late") ReadingCycle cycle,
        @Asked(usedBy = "rule:billing.first-reading-late") LocalDate firstReadingOn) implements StageResult {}
