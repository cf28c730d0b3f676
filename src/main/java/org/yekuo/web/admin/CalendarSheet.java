package org.yekuo.web.admin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yekuo.calendar.CalendarDay;
import org.yekuo.calendar.WorkCalendar;

/** A year as twelve small months (年历), weeks beginning on Monday; cells outside a month are null. */
record CalendarSheet(int year, List<Month> months, int working) {

    record Month(YearMonth month, List<List<@Nullable CalendarDay>> weeks, int working) {}

    static CalendarSheet of(WorkCalendar calendar, int year) {
        var months = IntStream.rangeClosed(1, 12).mapToObj(n -> month(calendar, YearMonth.of(year, n))).toList();
        return new CalendarSheet(year, months, months.stream().mapToInt(Month::working).sum());
    }

    private static Month month(WorkCalendar calendar, YearMonth month) {
        var weeks = new ArrayList<List<@Nullable CalendarDay>>();
        var week = new ArrayList<@Nullable CalendarDay>(Collections.nCopies(month.atDay(1).getDayOfWeek().getValue() - 1, null));
        int working = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            var found = calendar.day(day);
            working += found.isWorking() ? 1 : 0;
            week.add(found);
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY || day.equals(month.atEndOfMonth())) {
                weeks.add(Collections.unmodifiableList(week));
                week = new ArrayList<>();
            }
        }
        return new Month(month, weeks, working);
    }
}
