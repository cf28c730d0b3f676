package org.yekuo.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MovableClock;

class ClocksIT {

    @Test
    void production_has_no_clock_that_could_be_moved() {
        try (var copy = TestDatabase.copy()) {
            program(copy).withPropertyValues("yekuo.mode=prod")
                    .run(context -> assertThat(context).hasSingleBean(BusinessClock.class).doesNotHaveBean(MovableClock.class));
        }
    }

    @Test
    void a_drill_is_the_default_and_its_one_business_clock_can_be_moved() {
        try (var copy = TestDatabase.copy()) {
            program(copy).run(context -> assertThat(context.getBean(BusinessClock.class)).isInstanceOf(MovableClock.class));
        }
    }

    private static ApplicationContextRunner program(TestDatabase.Copy copy) {
        return new ApplicationContextRunner().withUserConfiguration(Clocks.class).withBean(JdbcClient.class, () -> JdbcClient.create(copy.app()));
    }
}
