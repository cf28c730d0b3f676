package org.yekuo.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yekuo.calendar.WorkCalendar.SpecialDay;
import org.yekuo.vocabulary.Violation;

/** What a notice changes in the calendar (放假安排的发布与调整): a whole year, or one day of a year that is published. */
public sealed interface CalendarChange {

    Notice notice();

    List<SpecialDay> days();

    /** Everything that keeps the change from being published over {@code current}; empty when nothing does. Pure. */
    List<Violation> faults(WorkCalendar current);

    /** {@code current} with this change. Only for a change without faults. */
    WorkCalendar over(WorkCalendar current);

    /** 国务院办公厅关于某年部分节假日安排的通知: takes the place of all that stood for that year. */
    record Year(int year, Notice notice, List<SpecialDay> days) implements CalendarChange {

        static final int FIRST = 2004;
        static final int LAST = 2099;

        /** 全国年节及纪念日放假办法 第二条: the festivals that have a fixed day; those of the moon calendar have none. */
        private static final List<MonthDay> FIXED = List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

        /** 发文字号: 国办发明电〔2025〕7号. */
        private static final Pattern NUMBER = Pattern.compile("[\\p{IsHan}]{2,20}[〔\\[(（]\\d{4}[〕\\])）]第?\\d{1,4}号");

        public Year {
            days = List.copyOf(days);
        }

        @Override
        public List<Violation> faults(WorkCalendar current) {
            var faults = new ArrayList<Violation>();
            if (year < FIRST || year > LAST) {
                faults.add(Violation.at("year", "calendar.year-out-of-range", year, FIRST, LAST));
            }
            var seen = new HashSet<LocalDate>();
            if (!NUMBER.matcher(notice.number().orElse("")).matches()) {
                faults.add(Violation.at("number", "calendar.notice-number", notice.number().orElse("")));
            }
            for (var day : days) {
                var field = day.rule() == SpecialDay.Rule.REST ? "rest" : "work";
                if (day.date().getYear() != year) {
                    faults.add(Violation.at(field, "calendar.day-outside-year", day.date(), year));
                }
                if (day.rule() == SpecialDay.Rule.WORK && !WorkCalendar.isWeekend(day.date())) {
                    faults.add(Violation.at(field, "calendar.working-weekend-on-weekday", day.date()));
                }
                if (!seen.add(day.date())) {
                    faults.add(Violation.at(field, "calendar.day-twice", day.date()));
                }
                readable(day, field, faults);
            }
            FIXED.stream().map(festival -> festival.atYear(year))
                    .filter(festival -> days.stream().noneMatch(day -> day.date().equals(festival) && day.rule() == SpecialDay.Rule.REST))
                    .forEach(festival -> faults.add(Violation.at("rest", "calendar.festival-missing", festival).citing("全国年节及纪念日放假办法 第二条")));
            if (faults.isEmpty() && over(current).version().equals(current.version())) {
                faults.add(Violation.at("year", "calendar.nothing-changes", year));
            }
            return faults;
        }

        @Override
        public WorkCalendar over(WorkCalendar current) {
            var all = new ArrayList<>(current.specialDays().stream().filter(day -> day.date().getYear() != year).toList());
            all.addAll(days);
            return new WorkCalendar(all);
        }
    }

    /** One day more of rest, or one more to work, by a notice of its own (临时放假、调休). */
    record Day(SpecialDay day, Notice notice) implements CalendarChange {

        @Override
        public List<SpecialDay> days() {
            return List.of(day);
        }

        @Override
        public List<Violation> faults(WorkCalendar current) {
            var faults = new ArrayList<Violation>();
            if (!current.publishedYears().contains(day.date().getYear())) {
                faults.add(Violation.at("date", "calendar.year-not-published", day.date(), day.date().getYear()));
            } else if (current.isWorking(day.date()) == (day.rule() == SpecialDay.Rule.WORK)) {
                faults.add(Violation.at("date", day.rule() == SpecialDay.Rule.WORK ? "calendar.works-already" : "calendar.rests-already",
                        day.date(), current.day(day.date()).reason().zh(), current.day(day.date()).reason().en()));
            }
            readable(day, "occasion", faults);
            return faults;
        }

        @Override
        public WorkCalendar over(WorkCalendar current) {
            var all = new TreeMap<LocalDate, SpecialDay>();
            current.specialDays().forEach(other -> all.put(other.date(), other));
            all.put(day.date(), day);
            return new WorkCalendar(List.copyOf(all.values()));
        }
    }

    private static void readable(SpecialDay day, String field, List<Violation> faults) {
        var occasion = Pattern.compile("[^,\\p{Cntrl}]{1,40}");
        if (!occasion.matcher(day.occasion().zh()).matches() || !occasion.matcher(day.occasion().en()).matches()) {
            faults.add(Violation.at(field, "calendar.occasion-unreadable", day.date()));
        }
    }
}
