package org.yekuo.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.Days;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendar.SpecialDay;
import org.yekuo.vocabulary.Text;

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
    void a_changed_day_moves_only_what_runs_across_it(@ForAll("day") LocalDate day0, @ForAll @IntRange(min = 1, max = 60) int days, @ForAll @IntRange(min = -30, max = 120) int away) {
        var date = day0.plusDays(away);
        if (!calendar.publishedYears().contains(date.getYear())) {
            return;
        }
        var change = new CalendarChange.Day(new SpecialDay(date, calendar.isWorking(date) ? SpecialDay.Rule.REST : SpecialDay.Rule.WORK, new Text("调整", "moved")),
                new Notice(date.getYear(), "通知", Optional.empty()));
        assertThat(change.faults(calendar)).isEmpty();
        var after = change.over(calendar);

        assertThat(after.changedAgainst(calendar)).contains(new WorkCalendar.Span(date, date));
        var due = calendar.add(day0, days);
        if (due.isBefore(date) || !day0.isBefore(date)) {
            assertThat(after.add(day0, days)).isEqualTo(due);
        }
        assertThat(after.add(day0, days)).isEqualTo(day0.plusDays(1).datesUntil(day0.plusDays(400)).filter(after::isWorking).skip(days - 1L).findFirst().orElseThrow());
    }

    @Property
    void months_end_on_the_same_day_or_on_the_months_last(@ForAll("day") LocalDate day, @ForAll @IntRange(max = 120) int months) {
        var end = Days.plusMonths(day, months);

        assertThat(end.getDayOfMonth()).isEqualTo(Math.min(day.getDayOfMonth(), end.lengthOfMonth()));
        assertThat(end.getYear() * 12 + end.getMonthValue()).isEqualTo(day.getYear() * 12 + day.getMonthValue() + months);
    }
}
