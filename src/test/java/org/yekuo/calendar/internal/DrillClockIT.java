package org.yekuo.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.calendar.MachineClock;

class DrillClockIT {

    private static final Instant REAL = Instant.parse("2026-03-02T08:00:00Z");
    private final MachineClock machine = () -> REAL;

    @Test
    void a_clock_that_was_never_moved_tells_the_real_time() {
        try (var copy = TestDatabase.copy()) {
            assertThat(new DrillClock(JdbcClient.create(copy.app()), machine).now()).isEqualTo(REAL);
        }
    }

    @Test
    void a_moved_clock_stays_moved_after_a_restart_and_runs_on() {
        try (var copy = TestDatabase.copy()) {
            var jdbc = JdbcClient.create(copy.app());
            new DrillClock(jdbc, machine).moveTo(Instant.parse("2030-01-01T00:00:00Z"));
            new DrillClock(jdbc, machine).moveTo(Instant.parse("2008-04-23T16:30:00Z"));

            MachineClock anHourLater = () -> REAL.plus(Duration.ofHours(1));
            var restarted = new DrillClock(jdbc, anHourLater);

            assertThat(restarted.now()).isEqualTo("2008-04-23T17:30:00Z");
            assertThat(restarted.today()).as("in Shanghai it is past midnight").isEqualTo(LocalDate.of(2008, 4, 24));
            assertThat(machine.now()).isEqualTo(REAL);
        }
    }

    @Test
    void a_clock_is_not_settled_while_the_past_is_told_also_when_that_fails() {
        try (var copy = TestDatabase.copy()) {
            var clock = new DrillClock(JdbcClient.create(copy.app()), machine);
            clock.unsettledDuring(() -> assertThat(clock.isSettled()).isFalse());
            assertThat(clock.isSettled()).isTrue();
            assertThatThrownBy(() -> clock.unsettledDuring(() -> {
                throw new IllegalStateException("a tale broke");
            })).hasMessage("a tale broke");
            assertThat(clock.isSettled()).isTrue();
        }
    }
}
