package org.yekuo.portal.internal;

import java.sql.Timestamp;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;

/** Counts tries by what is tried, within a window that begins with the first. */
@Component
public class Tries {

    public static final Duration WINDOW = Duration.ofMinutes(15);

    private static final String TRY = """
            insert into portal_try as t (what, hash, since, tries) values (:what, :hash, :now, 1)
            on conflict (what, hash) do update
            set tries = case when t.since < :window then 1 else t.tries + 1 end, since = case when t.since < :window then excluded.since else t.since end
            returning tries""";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    Tries(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One more; how many there were in this window. */
    public int more(String what, String typed) {
        var now = clock.now();
        return jdbc.sql(TRY).param("what", what).param("hash", Hashes.of(typed)).param("now", Timestamp.from(now)).param("window", Timestamp.from(now.minus(WINDOW)))
                .query(Integer.class).single();
    }

    /** Forgets those whose window is over (portal_try_age). */
    public void forget() {
        jdbc.sql("delete from portal_try where since < ?").param(Timestamp.from(clock.now().minus(WINDOW))).update();
    }
}
