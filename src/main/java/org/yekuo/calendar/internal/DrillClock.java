package org.yekuo.calendar.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.calendar.MachineClock;
import org.yekuo.calendar.MovableClock;

/** Remembers its offset in the database; reads it once, for a drill is one program on one database. */
class DrillClock implements MovableClock {

    private static final String OFFSET = """
            select offset_millis from drill_clock
            """;

    private static final String MOVE = """
            insert into drill_clock (offset_millis, moved_at) values (?, ?)
            on conflict (only_row) do update set offset_millis = excluded.offset_millis, moved_at = excluded.moved_at
            """;

    private static final ScopedValue<Instant> ELSEWHERE = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final MachineClock machine;
    private volatile Duration offset;
    private volatile boolean settled = true;

    DrillClock(JdbcClient jdbc, MachineClock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
        offset = jdbc.sql(OFFSET).query(Long.class).optional().map(Duration::ofMillis).orElse(Duration.ZERO);
    }

    @Override
    public Instant now() {
        return ELSEWHERE.isBound() ? ELSEWHERE.get() : machine.now().plus(offset);
    }

    /** Stored first: a clock that could not be stored has not moved. */
    @Override
    public synchronized void moveTo(Instant instant) {
        var real = machine.now();
        var moved = Duration.ofMillis(Duration.between(real, instant).toMillis());
        jdbc.sql(MOVE).params(moved.toMillis(), Timestamp.from(real)).update();
        offset = moved;
    }

    @Override
    public void during(Instant instant, Runnable what) {
        ScopedValue.where(ELSEWHERE, instant).run(what);
    }

    @Override
    public void unsettledDuring(Runnable what) {
        settled = false;
        try {
            what.run();
        } finally {
            settled = true;
        }
    }

    @Override
    public boolean isSettled() {
        return settled;
    }

    @Override
    public Duration offset() {
        return offset;
    }
}
