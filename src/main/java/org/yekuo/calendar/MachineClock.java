package org.yekuo.calendar;

import java.time.Instant;

/** The real time, which nobody moves: for sessions, leases, retries and the time an entry was recorded. */
public interface MachineClock {

    Instant now();
}
