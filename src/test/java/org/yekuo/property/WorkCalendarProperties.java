package org.yekuo.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.yekuo.calendar.Days;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;

/** Laws of counting, over the published years and some decades on both sides. */
class WorkCalendarProperties {

    private final WorkCalendar calendar = PublishedYears.china();

    @Provide
    Arbitrary<LocalDate> day() {
        long first = LocalDate.of(1990, 1, 1).toEpochDay();
        long last = LocalDate.of(2045, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }

    @Property
    void adding_and_counting_are_inverse(@ForAll("day") LocalDate day0, @ForAll @IntRange(max = 2000) int days) {
        assertThat(calendar.count(day0, calendar.add(day0, days))).isEqualTo(days);
    }

    @Property
    void a_due_date_is_a_working_day_and_the_first_that_reaches_the_amount(@ForAll("day") LocalDate day0, @ForAll @IntRange(min = 1, max = 2000) int days) {
        var due = calendar.add(day0, days);

        assertThat(calendar.isWorking(due)).isTrue();
        assertThat(calendar.count(day0, due.minusDays(1))).isEqualTo(days - 1);
    }

    @Property
    void a_later_start_is_never_due_earlier(@ForAll("day") LocalDate one, @ForAll("day") LocalDate other, @ForAll @IntRange(max = 400) int days) {
        var earlier = one.isBefore(other) ? one : other;
        var later = one.isBefore(other) ? other : one;

        assertThat(calendar.add(earlier, days)).isBeforeOrEqualTo(calendar.add(later, days));
    }

    @Property
    void one_day_more_is_due_later(@ForAll("day") LocalDate day0, @ForAll @IntRange(max = 2000) int days) {
        assertThat(calendar.add(day0, days + 1)).isAfter(calendar.add(day0, days));
    }

    @Property
    void adjacent_ranges_add_up(@ForAll("day") LocalDate from, @ForAll("day") LocalDate middle, @ForAll("day") LocalDate to) {
        assertThat(calendar.count(from, middle) + calendar.count(middle, to)).isEqualTo(calendar.count(from, to));
    }

    @Property
    void the_count_is_what_looking_at_each_day_gives(@ForAll("day") LocalDate from, @ForAll @IntRange(max = 500) int length) {
        var to = from.plusDays(length);
        var looked = from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorking).count();

        assertThat(calendar.count(from, to)).isEqualTo((int) looked);
    }

    @Property
    void months_end_on_the_same_day_or_on_the_months_last(@ForAll("day") LocalDate day, @ForAll @IntRange(max = 120) int months) {
        var end = Days.plusMonths(day, months);

        assertThat(end.getDayOfMonth()).isEqualTo(Math.min(day.getDayOfMonth(), end.lengthOfMonth()));
        assertThat(end.getYear() * 12 + end.getMonthValue()).isEqualTo(day.getYear() * 12 + day.getMonthValue() + months);
    }
}
