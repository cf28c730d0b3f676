package org.yekuo.calendar;

import java.time.Duration;
import java.time.Instant;

/** The business clock of a drill (演练时钟). Its offset from the machine clock is kept in the database; it exists in drill mode only. */
public interface MovableClock extends BusinessClock {

    /** Makes it {@code instant} now; the clock runs on from there, also after a restart. */
    void moveTo(Instant instant);

    /** Does something as if it were {@code instant}, on this thread alone; everybody else's clock runs on. So the sample province gets its past. */
    void during(Instant instant, Runnable what);

    /** Does something during which the past is told ({@link #during}) bit by bit; the clock is not {@link #isSettled settled} until it is done. */
    void unsettledDuring(Runnable what);

    /** How far the business clock is ahead of the machine clock; negative when it is behind. */
    Duration offset();
}
