package org.yekuo.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day on which business is done (业务日期). A drill may move it; in production it is the real time. */
public interface BusinessClock {

    ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    Instant now();

    default LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }

    /** Whether today is today for every case: not while a drill tells its past, when whoever watches over limits would look too early. */
    default boolean isSettled() {
        return true;
    }

    default ZoneId zone() {
        return SHANGHAI;
    }
}
