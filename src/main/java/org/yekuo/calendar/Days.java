package org.yekuo.calendar;

import java.time.LocalDate;

/** Months and years (民法典 第二百零二条): they run to the same day of the month, or to its last day when it has no such day. */
public final class Days {

    private Days() {}

    public static LocalDate plusMonths(LocalDate day, int months) {
        return day.plusMonths(months);
    }

    public static LocalDate plusYears(LocalDate day, int years) {
        return day.plusYears(years);
    }

    /** The last day of a term of {@code months} whose first day is {@code start}: the eve of the same day of the month, or the month's last day. */
    public static LocalDate lastDayOfMonths(LocalDate start, int months) {
        return eve(start, start.plusMonths(months));
    }

    /** The last day of a term of {@code years}: a contract of 3 years from 2008-09-20 ends on 2011-09-19. */
    public static LocalDate lastDayOfYears(LocalDate start, int years) {
        return eve(start, start.plusYears(years));
    }

    private static LocalDate eve(LocalDate start, LocalDate sameDay) {
        return sameDay.getDayOfMonth() == start.getDayOfMonth() ? sameDay.minusDays(1) : sameDay;
    }
}
