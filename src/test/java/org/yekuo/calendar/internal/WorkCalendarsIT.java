package org.yekuo.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendar.SpecialDay;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Text;

class WorkCalendarsIT {

    @Test
    void a_calendar_an_earlier_program_counted_by_is_still_known() {
        try (var copy = TestDatabase.copy()) {
            var jdbc = JdbcClient.create(copy.app());
            var earlier = new WorkCalendar(PublishedYears.parse("2008-01-01,REST,元旦,New Year's Day"));
            jdbc.sql("insert into work_calendar (version, days, first_used_at) values (?, ?, now())").params(earlier.version(), PublishedYears.format(earlier)).update();

            var calendars = new StoredWorkCalendars(jdbc, Instant::now);

            assertThat(calendars.version(earlier.version()).orElseThrow().add(LocalDate.of(2008, 6, 5), 3)).isEqualTo("2008-06-10");
            assertThat(calendars.current().add(LocalDate.of(2008, 6, 5), 3)).isEqualTo("2008-06-11");
            assertThat(calendars.version("cn-1999-000000000000")).isEmpty();
        }
    }

    @Test
    void the_calendar_in_force_is_written_down_once() {
        try (var copy = TestDatabase.copy()) {
            var jdbc = JdbcClient.create(copy.app());
            new StoredWorkCalendars(jdbc, Instant::now);
            var restarted = new StoredWorkCalendars(jdbc, Instant::now);

            assertThat(jdbc.sql("select version from work_calendar").query(String.class).list()).containsExactly(restarted.current().version());
        }
    }

    private static CalendarChange closed(String day) {
        return new CalendarChange.Day(new SpecialDay(LocalDate.parse(day), SpecialDay.Rule.REST, new Text("暴雪停工", "snow")),
                new Notice(LocalDate.parse(day).getYear(), "停工通知", Optional.of("皖政办明电〔2009〕1号")));
    }

    @Test
    void what_one_program_publishes_another_counts_by_at_once_and_what_was_undone_nobody_does() {
        try (var copy = TestDatabase.copy()) {
            var one = new StoredWorkCalendars(JdbcClient.create(copy.app()), Instant::now);
            var other = new StoredWorkCalendars(JdbcClient.create(copy.app()), Instant::now);
            var before = other.current();

            var published = one.publish(closed("2009-03-12"));

            assertThat(other.current()).isNotEqualTo(before);
            assertThat(other.current().version()).isEqualTo(((Answer.Done<WorkCalendar>) published).value().version());
            assertThat(other.current().isWorking(LocalDate.of(2009, 3, 12))).isFalse();
            assertThat(other.notice(LocalDate.of(2009, 3, 12))).hasValueSatisfying(notice -> assertThat(notice.title()).isEqualTo("停工通知"));
            assertThat(other.notice(LocalDate.of(2009, 3, 13))).hasValueSatisfying(notice -> assertThat(notice.title()).contains("2009年部分节假日"));
            assertThat(other.version(before.version()).map(WorkCalendar::version)).contains(before.version());
            JdbcClient.create(copy.owner()).sql("delete from calendar_publication").update();
            assertThat(one.current().version()).isEqualTo(before.version());
        }
    }

    @Test
    void the_program_itself_cannot_change_what_was_published() {
        try (var copy = TestDatabase.copy()) {
            new StoredWorkCalendars(JdbcClient.create(copy.app()), Instant::now).publish(closed("2009-03-12"));
            assertThatThrownBy(() -> JdbcClient.create(copy.app()).sql("update calendar_publication set number = ''").update())
                    .hasRootCauseMessage("ERROR: permission denied for table calendar_publication");
        }
    }
}
