package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.regulation.DayUnit;

/**
 * How long a limit has run and when it is due (semantics: used = days in (day 0, d] less those in the union of its pauses). Day 0 is the
 * calendar day of the start, day 1 the first working day after it.
 */
public final class LimitArithmetic {

    /** A time in which the clock stands: days in ({@code from}, {@code to}] do not count; an open pause has no {@code to}. */
    public record Pause(LocalDate from, @Nullable LocalDate to) {}

    private final WorkCalendar calendar;

    public LimitArithmetic(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** Days used by the end of {@code day}: working days, or calendar days for limits in days, months and years. */
    public int used(DayUnit unit, LocalDate day0, List<Pause> pauses, LocalDate day) {
        if (!day.isAfter(day0)) {
            return 0;
        }
        int used = days(unit, day0, day);
        for (var pause : union(pauses, day)) {
            var from = pause.from().isBefore(day0) ? day0 : pause.from();
            var to = pause.to() == null || pause.to().isAfter(day) ? day : pause.to();
            if (to.isAfter(from)) {
                used -= days(unit, from, to);
            }
        }
        return used;
    }

    /** The first day on which {@code amount} is reached, or null while a pause is open. */
    public @Nullable LocalDate due(DayUnit unit, LocalDate day0, int amount, List<Pause> pauses) {
        if (pauses.stream().anyMatch(pause -> pause.to() == null)) {
            return null;
        }
        if (unit != DayUnit.WORKING_DAY) {
            var due = switch (unit) {
                case DAY -> day0.plusDays(amount);
                case MONTH -> day0.plusMonths(amount);
                case YEAR -> day0.plusYears(amount);
                case WORKING_DAY -> throw new IllegalStateException();
            };
            int paused;
            int added = 0;
            while ((paused = pausedDays(unit, day0, pauses, due)) > added) {
                due = due.plusDays(paused - added);
                added = paused;
            }
            return due;
        }
        if (amount <= 0) {
            return day0;
        }
        var due = calendar.add(day0, amount);
        int missing;
        while ((missing = amount - used(unit, day0, pauses, due)) > 0) {
            due = calendar.add(due, missing);
        }
        return due;
    }

    private int pausedDays(DayUnit unit, LocalDate day0, List<Pause> pauses, LocalDate until) {
        return days(unit, day0, until) - used(unit, day0, pauses, until);
    }

    private int days(DayUnit unit, LocalDate from, LocalDate to) {
        return unit == DayUnit.WORKING_DAY ? calendar.count(from, to) : (int) ChronoUnit.DAYS.between(from, to);
    }

    /** Pauses may overlap; their days are united. */
    private static List<Pause> union(List<Pause> pauses, LocalDate until) {
        var sorted = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        var united = new ArrayList<Pause>();
        for (var pause : sorted) {
            var to = pause.to() == null ? until : pause.to();
            var last = united.isEmpty() ? null : united.getLast();
            if (last != null && last.to() != null && !pause.from().isAfter(last.to())) {
                united.set(united.size() - 1, new Pause(last.from(), to.isAfter(last.to()) ? to : last.to()));
            } else {
                united.add(new Pause(pause.from(), to));
            }
        }
        return united;
    }
}
