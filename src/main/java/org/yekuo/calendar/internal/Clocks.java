package org.yekuo.calendar.internal;

import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MachineClock;
import org.yekuo.calendar.MovableClock;

/** The only reader of the system clock. */
@Configuration(proxyBeanMethods = false)
class Clocks {

    @Bean
    MachineClock machineClock() {
        return Instant::now;
    }

    @Bean
    @ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
    MovableClock movableClock(JdbcClient jdbc, MachineClock machine) {
        return new DrillClock(jdbc, machine);
    }

    @Bean
    @ConditionalOnProperty(name = "yekuo.mode", havingValue = "prod")
    BusinessClock businessClock(MachineClock machine) {
        return machine::now;
    }
}
