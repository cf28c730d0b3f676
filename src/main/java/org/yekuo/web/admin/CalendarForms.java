package org.yekuo.web.admin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.RestSpan;
import org.yekuo.calendar.WorkCalendar.SpecialDay;
import org.yekuo.form.Asked;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** What the calendar's page takes: a notice of the State Council for a year, or a single day by a notice of its own. */
final class CalendarForms {

    record Rest(@Asked(usedBy = "room:calendar") LocalDate from, @Asked(usedBy = "room:calendar") @Nullable LocalDate to,
            @Asked(usedBy = "room:calendar", maxLength = 40) String occasion) {}

    record Work(@Asked(usedBy = "room:calendar") LocalDate date, @Asked(usedBy = "room:calendar", maxLength = 40) String occasion) {}

    record Year(@Asked(usedBy = "room:calendar", maxLength = 60) String number, @Asked(usedBy = "room:calendar") List<Rest> rest, @Asked(usedBy = "room:calendar") List<Work> work,
            @Asked(usedBy = "room:publishing", maxLength = 290) @Nullable String note) {

        Answer<CalendarChange> change(int year) {
            var wrong = new ArrayList<Violation>();
            var days = new ArrayList<SpecialDay>();
            for (int i = 0; i < rest.size(); i++) {
                var row = rest.get(i);
                var span = new RestSpan(row.from(), row.to() == null ? row.from() : row.to(), both(row.occasion()));
                span.fault("rest[" + i + "].to").ifPresentOrElse(wrong::add, () -> days.addAll(span.days()));
            }
            work.forEach(row -> days.add(new SpecialDay(row.date(), SpecialDay.Rule.WORK, both(row.occasion()))));
            var title = "国务院办公厅关于" + year + "年部分节假日安排的通知";
            return wrong.isEmpty() ? Answer.done(new CalendarChange.Year(year, new Notice(year, title, Optional.of(number)), days)) : Answer.invalid(wrong);
        }
    }

    record Day(@Asked(usedBy = "room:calendar") LocalDate date, @Asked(usedBy = "room:calendar") SpecialDay.Rule rule, @Asked(usedBy = "room:calendar", maxLength = 40) String occasion,
            @Asked(usedBy = "room:calendar", maxLength = 120) String title, @Asked(usedBy = "room:calendar", maxLength = 60) String number,
            @Asked(usedBy = "room:publishing", maxLength = 290) @Nullable String note) {

        Answer<CalendarChange> change() {
            return Answer.done(new CalendarChange.Day(new SpecialDay(date, rule, both(occasion)), new Notice(date.getYear(), title, Optional.of(number))));
        }
    }

    private CalendarForms() {}

    private static Text both(String occasion) {
        return new Text(occasion, occasion);
    }
}
