package org.yekuo.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Violation;

/**
 * Who comes when (上门).
 *
 * @param people staff numbers, the first leads
 * @param from   the hour, where one was agreed on; then {@code to} is given too
 */
public record Visit(List<String> people, LocalDate day, Slot slot, @Nullable LocalTime from, @Nullable LocalTime to) {

    public Visit {
        people = List.copyOf(people);
    }

    /** Everything wrong with it by itself; fields are its own. */
    public List<Violation> check(LocalDate today) {
        var found = new ArrayList<Violation>();
        if (people.isEmpty()) {
            found.add(Violation.at("people", "appointment.nobody"));
        }
        if (day.isBefore(today)) {
            found.add(Violation.at("day", "appointment.past", day, today));
        }
        found.addAll(hours(slot, from, to));
        return found;
    }

    /** Everything wrong with the hours of an appointment. */
    public static List<Violation> hours(Slot slot, @Nullable LocalTime from, @Nullable LocalTime to) {
        if (from == null && to == null) {
            return List.of();
        }
        if (from == null || to == null || !to.isAfter(from)) {
            return List.of(Violation.at(from == null ? "from" : "to", "appointment.hours"));
        }
        return Slot.of(from) == slot ? List.of() : List.of(Violation.at("from", "appointment.hour-not-in-slot", from));
    }
}
