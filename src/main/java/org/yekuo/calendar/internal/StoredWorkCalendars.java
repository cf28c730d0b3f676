package org.yekuo.calendar.internal;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;

/** Counts by the years that ship with the program and remembers each version it ever counted by. */
@Component
class StoredWorkCalendars implements WorkCalendars {

    private static final String REMEMBER = """
            insert into work_calendar (version, days, first_used_at) values (?, ?, ?)
            on conflict (version) do nothing
            """;

    private static final String DAYS = """
            select days from work_calendar where version = ?
            """;

    private final JdbcClient jdbc;
    private final WorkCalendar current = PublishedYears.china();
    private final Map<String, WorkCalendar> earlier = new ConcurrentHashMap<>();

    StoredWorkCalendars(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        jdbc.sql(REMEMBER).params(current.version(), PublishedYears.format(current), Timestamp.from(clock.now())).update();
    }

    @Override
    public WorkCalendar current() {
        return current;
    }

    @Override
    public Optional<WorkCalendar> version(String version) {
        if (version.equals(current.version())) {
            return Optional.of(current);
        }
        var known = Optional.ofNullable(earlier.get(version));
        return known.isPresent() ? known : load(version);
    }

    private Optional<WorkCalendar> load(String version) {
        var loaded = jdbc.sql(DAYS).param(version).query(String.class).optional().map(days -> new WorkCalendar(PublishedYears.parse(days)));
        loaded.ifPresent(calendar -> earlier.put(version, calendar));
        return loaded;
    }
}
