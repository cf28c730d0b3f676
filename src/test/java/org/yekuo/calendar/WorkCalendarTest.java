package org.yekuo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yekuo.calendar.WorkCalendar.SpecialDay;
import org.yekuo.calendar.WorkCalendar.SpecialDay.Rule;
import org.yekuo.vocabulary.Text;

class WorkCalendarTest {

    private final WorkCalendar calendar = PublishedYears.china();

    @ParameterizedTest
    @CsvSource(textBlock = """
            2008-04-24, 15, 2008-05-16
            2008-06-05,  3, 2008-06-11
            2008-01-30,  7, 2008-02-13
            2008-01-30, 10, 2008-02-18
            2008-04-24, 30, 2008-06-06
            2008-10-03,  7, 2008-10-14
            2008-09-10, 30, 2008-10-28
            2008-09-10, 60, 2008-12-09
            2008-07-28, 10, 2008-08-11
            2008-08-20, 10, 2008-09-03
            2008-09-22,  5, 2008-09-27
            2008-06-14,  7, 2008-06-24
            2008-08-04,  5, 2008-08-11
            2024-09-13,  3, 2024-09-19
            2024-09-25, 10, 2024-10-14
            2024-09-25, 20, 2024-10-28
            2025-01-20, 10, 2025-02-08
            2025-01-20, 20, 2025-02-21
            2025-01-23,  5, 2025-02-06
            2025-04-25, 10, 2025-05-13
            2025-04-30,  5, 2025-05-12
            2025-05-26, 20, 2025-06-24
            """)
    void a_limit_is_due_on_the_day_counted_by_hand(LocalDate day0, int days, LocalDate due) {
        assertThat(calendar.add(day0, days)).isEqualTo(due);
        assertThat(calendar.count(day0, due)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2008-05-16, WEEKDAY,         工作日,           weekday
            2008-05-17, WEEKEND,         周末,             weekend
            2008-05-04, WORKING_WEEKEND, 劳动节调休上班,   working weekend (Labour Day)
            2008-06-09, HOLIDAY,         端午节放假,       public holiday (Dragon Boat Festival)
            2101-01-03, WEEKDAY,         工作日（暂定）, weekday (provisional)
            """)
    void a_day_says_why_it_counts_or_not(LocalDate date, DayKind kind, String zh, String en) {
        var day = calendar.day(date);

        assertThat(day.kind()).isEqualTo(kind);
        assertThat(day.reason()).isEqualTo(new Text(zh, en));
        assertThat(calendar.isWorking(date)).isEqualTo(day.isWorking());
    }

    @Test
    void an_explained_due_date_names_every_day_on_the_way() {
        var explained = calendar.explain(LocalDate.of(2008, 6, 5), 3);

        assertThat(explained.due()).isEqualTo("2008-06-11");
        assertThat(explained.counted()).extracting(day -> day.date().toString()).containsExactly("2008-06-06", "2008-06-10", "2008-06-11");
        assertThat(explained.skipped()).extracting(CalendarDay::kind).containsExactly(DayKind.HOLIDAY, DayKind.HOLIDAY, DayKind.HOLIDAY);
        assertThat(explained.provisional()).isFalse();
    }

    @Test
    void no_days_are_due_on_day_0_itself_even_on_a_rest_day() {
        assertThat(calendar.add(LocalDate.of(2008, 10, 1), 0)).isEqualTo("2008-10-01");
    }

    @Test
    void the_next_working_day_may_be_a_weekend_that_is_worked() {
        assertThat(calendar.next(LocalDate.of(2008, 9, 26))).isEqualTo("2008-09-27");
    }

    @Test
    void a_limit_that_runs_into_an_unpublished_year_is_provisional() {
        var lastYear = calendar.publishedYears().last();

        assertThat(calendar.explain(LocalDate.of(lastYear, 12, 30), 5).provisional()).isTrue();
        assertThat(calendar.explain(LocalDate.of(lastYear, 12, 1), 5).provisional()).isFalse();
    }

    @Test
    void plain_weekdays_count_before_and_after_the_published_years() {
        assertThat(calendar.add(LocalDate.of(1999, 12, 31), 5)).isEqualTo("2000-01-07");
        assertThat(calendar.count(LocalDate.of(2101, 1, 2), LocalDate.of(2101, 1, 9))).isEqualTo(5);
    }

    @Test
    void the_version_names_the_data() {
        var newYear = new SpecialDay(LocalDate.of(2030, 1, 1), Rule.REST, new Text("元旦", "New Year's Day"));
        var workedSunday = new SpecialDay(LocalDate.of(2030, 1, 6), Rule.WORK, new Text("元旦", "New Year's Day"));

        assertThat(new WorkCalendar(List.of(newYear, workedSunday)).version())
                .isEqualTo(new WorkCalendar(List.of(workedSunday, newYear)).version())
                .isNotEqualTo(new WorkCalendar(List.of(newYear)).version());
    }

    @Test
    void a_calendar_written_down_reads_back_as_itself() {
        assertThat(new WorkCalendar(PublishedYears.parse(PublishedYears.format(calendar))).version()).isEqualTo(calendar.version());
    }

    @Test
    void every_published_year_names_its_notice() {
        assertThat(PublishedYears.notices().keySet()).isEqualTo(calendar.publishedYears());
    }

    @Test
    void a_day_listed_twice_is_refused() {
        var day = new SpecialDay(LocalDate.of(2030, 1, 1), Rule.REST, new Text("元旦", "New Year's Day"));

        assertThatIllegalArgumentException().isThrownBy(() -> new WorkCalendar(List.of(day, day))).withMessageContaining("2030-01-01 twice");
    }
}
