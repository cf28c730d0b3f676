package org.yekuo.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A due date with its reasons: every day after day 0 up to the due day, counted or skipped.
 *
 * @param day0            the calendar day from which is counted; it does not count itself (起算日不计入)
 * @param days            working days granted
 * @param due             the last day in time, until 24:00
 * @param calendarVersion the calendar that was asked
 */
public record DueDate(LocalDate day0, int days, LocalDate due, List<CalendarDay> counted, List<CalendarDay> skipped, String calendarVersion) {

    public DueDate {
        counted = List.copyOf(counted);
        skipped = List.copyOf(skipped);
    }

    /** Whether a day of an unpublished year was looked at: the date may still move. */
    public boolean provisional() {
        return counted.stream().anyMatch(CalendarDay::provisional) || skipped.stream().anyMatch(CalendarDay::provisional);
    }
}
