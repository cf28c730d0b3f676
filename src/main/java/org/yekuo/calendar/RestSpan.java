package org.yekuo.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yekuo.calendar.WorkCalendar.SpecialDay;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** Rest days in a row, as a notice names them (放假起止): the first, the last, and for what. */
public record RestSpan(LocalDate from, LocalDate to, Text occasion) {

    private static final int LONGEST = 31;

    /** Why it can't be meant, or empty; {@code field} is where the last day was typed. */
    public Optional<Violation> fault(String field) {
        return to.isBefore(from) || to.isAfter(from.plusDays(LONGEST)) ? Optional.of(Violation.at(field, "calendar.rest-too-long", from, to, LONGEST)) : Optional.empty();
    }

    public List<SpecialDay> days() {
        return from.datesUntil(to.plusDays(1)).map(day -> new SpecialDay(day, SpecialDay.Rule.REST, occasion)).toList();
    }
}
