package org.yekuo.calendar.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.MachineClock;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.PublishedYear;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.calendar.internal.CalendarState.Publication;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.Answer;

/**
 * Counts by the years that ship with the program and what was published above them, and remembers each version ever counted by. Every look
 * at the calendar asks the database for the number of the last publication, so that no program counts by an old one.
 */
@Component
class StoredWorkCalendars implements WorkCalendars {

    private static final String REMEMBER = """
            insert into work_calendar (version, days, first_used_at) values (?, ?, ?)
            on conflict (version) do nothing
            """;

    private static final String DAYS = """
            select days from work_calendar where version = ?
            """;

    // the end of the primary key's index
    private static final String LAST = """
            select coalesce(max(n), 0) from calendar_publication
            """;

    private static final String PUBLICATIONS = """
            select n, year, day, title, number, days, published_at from calendar_publication order by n
            """;

    private static final String PUBLISH = """
            insert into calendar_publication (year, day, title, number, days, published_at) values (?, ?, ?, ?, ?, ?)
            """;

    // publications come one after the other, so that their numbers are the order in which they are committed
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtext('calendar_publication'))
            """;

    private final JdbcClient jdbc;
    private final MachineClock clock;
    private final Map<String, WorkCalendar> earlier = new ConcurrentHashMap<>();
    private volatile CalendarState state;

    StoredWorkCalendars(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.state = CalendarState.of(publications());
        remember(state.calendar());
    }

    @Override
    public WorkCalendar current() {
        return state().calendar();
    }

    @Override
    public void current(OneTrip trip, Consumer<WorkCalendar> known) {
        trip.ask(LAST, row -> known.accept(state(row.getLong(1)).calendar()));
    }

    @Override
    public Optional<WorkCalendar> version(String version) {
        var now = state.calendar();
        if (version.equals(now.version())) {
            return Optional.of(now);
        }
        var known = Optional.ofNullable(earlier.get(version));
        return known.isPresent() ? known : load(version);
    }

    @Override
    public List<PublishedYear> years() {
        return List.copyOf(state().years().descendingMap().values());
    }

    @Override
    public Function<LocalDate, Optional<Notice>> notices() {
        return state()::notice;
    }

    @Override
    public Answer<WorkCalendar> publish(CalendarChange change) {
        jdbc.sql(LOCK).query((row, i) -> 1).list();
        var before = current();
        var faults = change.faults(before);
        if (!faults.isEmpty()) {
            return Answer.invalid(faults);
        }
        var after = change.over(before);
        var day = change instanceof CalendarChange.Day one ? one.day().date() : null;
        jdbc.sql(PUBLISH).params(java.util.Arrays.asList(change.notice().year(), day, change.notice().title(), change.notice().number().orElse(""),
                PublishedYears.format(change.days()), Timestamp.from(clock.now()))).update();
        remember(after);
        return Answer.done(after);
    }

    /** A publication that was undone with its transaction is forgotten by the same comparison that finds a new one. */
    private CalendarState state() {
        return state(jdbc.sql(LAST).query(Long.class).single());
    }

    private CalendarState state(long last) {
        var known = state;
        if (known.n() == last) {
            return known;
        }
        var read = CalendarState.of(publications());
        state = read;
        return read;
    }

    private void remember(WorkCalendar calendar) {
        jdbc.sql(REMEMBER).params(calendar.version(), PublishedYears.format(calendar), Timestamp.from(clock.now())).update();
    }

    private Optional<WorkCalendar> load(String version) {
        var loaded = jdbc.sql(DAYS).param(version).query(String.class).optional().map(days -> new WorkCalendar(PublishedYears.parse(days)));
        loaded.ifPresent(calendar -> earlier.put(version, calendar));
        return loaded;
    }

    private List<Publication> publications() {
        return jdbc.sql(PUBLICATIONS).query((row, i) -> publication(row)).list();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        var number = row.getString("number");
        var notice = new Notice(row.getInt("year"), row.getString("title"), Optional.of(number).filter(text -> !text.isEmpty()));
        var days = PublishedYears.parse(row.getString("days"));
        var change = row.getObject("day", LocalDate.class) == null
                ? new CalendarChange.Year(notice.year(), notice, days)
                : new CalendarChange.Day(days.getFirst(), notice);
        return new Publication(row.getLong("n"), change, row.getTimestamp("published_at").toInstant());
    }
}
