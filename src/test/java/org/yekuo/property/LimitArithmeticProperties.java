package org.yekuo.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.casework.internal.ledger.LimitArithmetic;
import org.yekuo.casework.internal.ledger.LimitArithmetic.Pause;
import org.yekuo.regulation.DayUnit;

/** Laws of limits (semantics 18–21), over published years and beyond. */
class LimitArithmeticProperties {

    private final WorkCalendar calendar = PublishedYears.china();
    private final LimitArithmetic arithmetic = new LimitArithmetic(calendar);

    @Provide
    Arbitrary<LocalDate> day() {
        return Arbitraries.longs().between(LocalDate.of(2005, 1, 1).toEpochDay(), LocalDate.of(2030, 12, 31).toEpochDay()).map(LocalDate::ofEpochDay);
    }

    @Property
    void on_the_due_day_the_amount_is_used_and_the_day_before_it_is_not(
            @ForAll("day") LocalDate day0, @ForAll @IntRange(min = 1, max = 90) int amount, @ForAll @IntRange(max = 60) int from, @ForAll @IntRange(max = 40) int length) {
        var pauses = List.of(new Pause(day0.plusDays(from), day0.plusDays(from + length)));
        var due = arithmetic.due(DayUnit.WORKING_DAY, day0, amount, pauses);

        assertThat(arithmetic.used(DayUnit.WORKING_DAY, day0, pauses, due)).isEqualTo(amount);
        assertThat(arithmetic.used(DayUnit.WORKING_DAY, day0, pauses, due.minusDays(1))).isEqualTo(amount - 1);
    }

    @Property
    void a_pause_of_n_working_days_before_the_due_day_moves_it_by_n_working_days(
            @ForAll("day") LocalDate day0, @ForAll @IntRange(min = 2, max = 60) int amount, @ForAll @IntRange(max = 1000) int where, @ForAll @IntRange(max = 40) int length) {
        var unpaused = arithmetic.due(DayUnit.WORKING_DAY, day0, amount, List.of());
        var from = calendar.add(day0, where % amount);
        var to = from.plusDays(length);
        int stood = calendar.count(from, to);

        var due = arithmetic.due(DayUnit.WORKING_DAY, day0, amount, List.of(new Pause(from, to)));

        assertThat(due).isEqualTo(stood == 0 ? unpaused : calendar.add(unpaused, stood));
    }

    @Property
    void splitting_a_pause_changes_nothing(
            @ForAll("day") LocalDate day0, @ForAll @IntRange(min = 1, max = 60) int amount, @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(max = 30) int first, @ForAll @IntRange(max = 30) int second) {
        var start = day0.plusDays(from);
        var whole = List.of(new Pause(start, start.plusDays(first + second)));
        var split = List.of(new Pause(start, start.plusDays(first)), new Pause(start.plusDays(first), start.plusDays(first + second)));

        assertThat(arithmetic.due(DayUnit.WORKING_DAY, day0, amount, split)).isEqualTo(arithmetic.due(DayUnit.WORKING_DAY, day0, amount, whole));
    }

    @Property
    void overlapping_pauses_count_once(
            @ForAll("day") LocalDate day0, @ForAll @IntRange(min = 1, max = 200) int days, @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(min = 2, max = 30) int length, @ForAll @IntRange(min = 1, max = 29) int overlap) {
        var start = day0.plusDays(from);
        var end = start.plusDays(length);
        var later = start.plusDays(Math.min(overlap, length - 1));
        var pauses = List.of(new Pause(later, end.plusDays(5)), new Pause(start, end));
        var united = List.of(new Pause(start, end.plusDays(5)));

        assertThat(arithmetic.used(DayUnit.WORKING_DAY, day0, pauses, day0.plusDays(days)))
                .isEqualTo(arithmetic.used(DayUnit.WORKING_DAY, day0, united, day0.plusDays(days)));
    }

    @Property
    void while_the_clock_stands_no_day_is_used_and_no_day_is_due(
            @ForAll("day") LocalDate day0, @ForAll @IntRange(min = 1, max = 60) int amount, @ForAll @IntRange(max = 30) int from, @ForAll @IntRange(max = 300) int later) {
        var pauses = List.of(new Pause(day0.plusDays(from), null));

        assertThat(arithmetic.due(DayUnit.WORKING_DAY, day0, amount, pauses)).isNull();
        assertThat(arithmetic.used(DayUnit.WORKING_DAY, day0, pauses, day0.plusDays(from + later)))
                .isEqualTo(arithmetic.used(DayUnit.WORKING_DAY, day0, pauses, day0.plusDays(from)));
    }

    @Property
    void months_and_years_run_in_calendar_days_and_a_pause_adds_its_calendar_days(
            @ForAll("day") LocalDate day0, @ForAll @IntRange(min = 1, max = 24) int months, @ForAll @IntRange(min = 1, max = 25) int length) {
        var pause = new Pause(day0.plusDays(1), day0.plusDays(1 + length));

        assertThat(arithmetic.due(DayUnit.MONTH, day0, months, List.of())).isEqualTo(day0.plusMonths(months));
        assertThat(arithmetic.due(DayUnit.MONTH, day0, months, List.of(pause))).isEqualTo(day0.plusMonths(months).plusDays(length));
    }
}
