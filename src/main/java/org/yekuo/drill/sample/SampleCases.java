package org.yekuo.drill.sample;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MovableClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.YekuoException;

/**
 * Plays the tales of the sample province in the order of their times, each act as of its own day, up to the moment of the first start. A program stopped in
 * between goes on where it was; told once, nothing is told again.
 */
@Component
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
public class SampleCases {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);

    /** How far the tales are: cases made of all, and whether every act is played. */
    public record Progress(int made, int of, boolean done) {}

    private record Next(LocalDateTime at, Tale tale, int step) {}

    private static final String UNTIL = "insert into drill_sample (told_until) values (?) on conflict (only_row) do nothing";
    private static final String TOLD_UNTIL = "select told_until from drill_sample";
    private static final String TOLD = "select tale, case_no, steps from drill_tale";
    private static final String BEGUN = "insert into drill_tale (tale, case_no, steps) values (?, ?, 0)";
    private static final String PLAYED = "update drill_tale set steps = ? where tale = ?";

    private final SampleDesk desk;
    private final MovableClock clock;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;
    private volatile Progress progress = new Progress(0, 0, false);

    SampleCases(SampleDesk desk, MovableClock clock, WorkCalendars calendars, JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.calendars = calendars;
        this.jdbc = jdbc;
    }

    public Progress progress() {
        return progress;
    }

    /** Tells everything that has not been told. */
    public void tell() {
        tell(Integer.MAX_VALUE);
    }

    /** Plays at most {@code most} acts; what is left is played by the next call. */
    void tell(int most) {
        jdbc.sql(UNTIL).param(Timestamp.from(clock.now())).update();
        var until = jdbc.sql(TOLD_UNTIL).query(Timestamp.class).single().toInstant();
        desk.prepare(LocalDate.ofInstant(until, clock.zone()));
        var tales = new Tales(desk, calendars.current(), LocalDate.ofInstant(until, clock.zone())).all();
        var cases = new HashMap<String, CaseNo>();
        var played = new HashMap<String, Integer>();
        jdbc.sql(TOLD).query((java.sql.ResultSet row) -> {
            cases.put(row.getString("tale"), new CaseNo(row.getString("case_no")));
            played.put(row.getString("tale"), row.getInt("steps"));
        });
        var queue = new PriorityQueue<Next>(Comparator.comparing(Next::at).thenComparing(next -> next.tale().key));
        tales.forEach(tale -> next(tale, cases.containsKey(tale.key) ? played.getOrDefault(tale.key, 0) : -1, until).ifPresent(queue::add));
        progress = new Progress(cases.size(), tales.size(), queue.isEmpty());
        clock.unsettledDuring(() -> {
            for (int acts = 0; !queue.isEmpty() && acts < most && !Thread.currentThread().isInterrupted(); acts++) {
                var next = queue.remove();
                clock.during(next.at().atZone(clock.zone()).toInstant(), () -> play(next, cases));
                next(next.tale(), next.step() + 1, until).ifPresent(queue::add);
                progress = new Progress(cases.size(), tales.size(), queue.isEmpty());
            }
        });
    }

    private Optional<Next> next(Tale tale, int step, Instant until) {
        var at = step < 0 ? Optional.of(tale.begins()) : step < tale.steps().size() ? Optional.of(tale.steps().get(step).at()) : Optional.<LocalDateTime>empty();
        return at.filter(time -> time.atZone(clock.zone()).toInstant().isBefore(until)).map(time -> new Next(time, tale, step));
    }

    private void play(Next next, Map<String, CaseNo> cases) {
        var tale = next.tale();
        try {
            if (next.step() < 0) {
                var no = tale.opening.apply();
                cases.put(tale.key, no);
                jdbc.sql(BEGUN).params(tale.key, no.value()).update();
            } else {
                tale.steps().get(next.step()).act().on(Objects.requireNonNull(cases.get(tale.key)), next.at().toLocalDate());
                jdbc.sql(PLAYED).params(next.step() + 1, tale.key).update();
            }
        } catch (YekuoException refused) {
            throw new YekuoException("drill.tale-broken", "The tale " + tale.key + " broke at " + (next.step() < 0 ? "its application" : tale.steps().get(next.step()).what())
                    + " on " + next.at() + ": " + refused.getMessage(), refused);
        }
    }

    /** The cases of all tales, for who wants to look at them. */
    List<CaseNo> cases() {
        return new ArrayList<>(jdbc.sql("select case_no from drill_tale order by tale").query((row, i) -> new CaseNo(row.getString(1))).list());
    }
}
