package org.yekuo.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;

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
}
