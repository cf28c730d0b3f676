package org.yekuo.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yekuo.calendar.WorkCalendar.SpecialDay;

/**
 * A year of the calendar as it stands (年度放假安排).
 *
 * @param days        every day the notices move, in order
 * @param notice      the notice of the year
 * @param adjustments later notices that moved single days of it, in order
 * @param publishedAt when it was published here; empty while it stands as it shipped with the program
 */
public record PublishedYear(int year, Notice notice, List<SpecialDay> days, List<Adjustment> adjustments, Optional<Instant> publishedAt) {

    /** A single day a later notice moved. */
    public record Adjustment(SpecialDay day, Notice notice, Instant publishedAt) {}

    public PublishedYear {
        days = List.copyOf(days);
        adjustments = List.copyOf(adjustments);
    }
}
