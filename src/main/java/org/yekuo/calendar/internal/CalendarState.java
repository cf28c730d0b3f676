package org.yekuo.calendar.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.PublishedYear;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;

/** The shipped years with everything published above them, up to publication {@code n}. Immutable. */
record CalendarState(long n, WorkCalendar calendar, NavigableMap<Integer, PublishedYear> years, Map<LocalDate, Notice> dayNotices) {

    /** One publication as it is stored. */
    record Publication(long n, CalendarChange change, Instant publishedAt) {}

    static CalendarState of(List<Publication> publications) {
        var calendar = PublishedYears.china();
        var notices = new TreeMap<>(PublishedYears.notices());
        var publishedAt = new HashMap<Integer, Instant>();
        var adjustments = new HashMap<Integer, List<PublishedYear.Adjustment>>();
        var dayNotices = new HashMap<LocalDate, Notice>();
        for (var publication : publications) {
            calendar = publication.change().over(calendar);
            int year = publication.change().notice().year();
            switch (publication.change()) {
                case CalendarChange.Year whole -> {
                    notices.put(year, whole.notice());
                    publishedAt.put(year, publication.publishedAt());
                    adjustments.remove(year);
                    dayNotices.keySet().removeIf(day -> day.getYear() == year);
                }
                case CalendarChange.Day one -> {
                    adjustments.computeIfAbsent(year, key -> new ArrayList<>())
                            .add(new PublishedYear.Adjustment(one.day(), one.notice(), publication.publishedAt()));
                    dayNotices.put(one.day().date(), one.notice());
                }
            }
        }
        return new CalendarState(publications.isEmpty() ? 0 : publications.getLast().n(), calendar,
                years(calendar, notices, adjustments, publishedAt), Map.copyOf(dayNotices));
    }

    private static NavigableMap<Integer, PublishedYear> years(WorkCalendar calendar, Map<Integer, Notice> notices,
            Map<Integer, List<PublishedYear.Adjustment>> adjustments, Map<Integer, Instant> publishedAt) {
        var years = new TreeMap<Integer, PublishedYear>();
        for (int year : calendar.publishedYears()) {
            var notice = notices.getOrDefault(year, new Notice(year, "国务院办公厅关于" + year + "年部分节假日安排的通知", Optional.empty()));
            years.put(year, new PublishedYear(year, notice, calendar.specialDays().stream().filter(day -> day.date().getYear() == year).toList(),
                    adjustments.getOrDefault(year, List.of()), Optional.ofNullable(publishedAt.get(year))));
        }
        return years;
    }

    Optional<Notice> notice(LocalDate day) {
        return Optional.ofNullable(dayNotices.get(day)).or(() -> Optional.ofNullable(years.get(day.getYear())).map(PublishedYear::notice));
    }
}
