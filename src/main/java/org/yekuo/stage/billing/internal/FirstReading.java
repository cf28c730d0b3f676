package org.yekuo.stage.billing.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yekuo.stage.billing.ReadingCycle;
import org.yekuo.vocabulary.Violation;

/** 首次抄表须在送电后一个抄表周期内, on the book's own day. */
final class FirstReading {

    private FirstReading() {}

    static List<Violation> check(LocalDate energisedOn, LocalDate first, int readingDay, ReadingCycle cycle) {
        var found = new ArrayList<Violation>();
        if (cycle == ReadingCycle.NONE) {
            found.add(Violation.at("cycle", "billing.metered-but-never-read"));
            return found;
        }
        if (first.isBefore(energisedOn)) {
            found.add(Violation.at("firstReadingOn", "billing.first-reading-before-energising", first, energisedOn));
        } else if (first.isAfter(cycle.firstReadingBy(energisedOn))) {
            found.add(Violation.at("firstReadingOn", "billing.first-reading-late", first, energisedOn, cycle.firstReadingBy(energisedOn)));
        }
        boolean byDay = cycle == ReadingCycle.MONTHLY || cycle == ReadingCycle.ODD_MONTHS || cycle == ReadingCycle.EVEN_MONTHS;
        if (byDay && (first.getDayOfMonth() != readingDay || !cycle.reads(first))) {
            found.add(Violation.at("firstReadingOn", "billing.first-reading-off-day", first, readingDay, cycle.code()));
        }
        return found;
    }
}
