package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.calendar.CalendarDay;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.vocabulary.Text;

/**
 * Reckons the running days of a case by the calendar in force (semantics 22): due days of running limits and open parts are refreshed, and
 * what moved is written down with the days that changed and their notices. Stopped limits keep their calendar. A second time it does nothing.
 */
public final class Recounting {

    /** How many due days moved. */
    public record Moved(int limits, int parts) {}

    /** The word under which a changed limit says that the calendar was the cause. */
    public static final String CAUSE = "CALENDAR";

    private final CaseFile file;
    private final Moment moment;
    private final WorkCalendars calendars;

    public Recounting(CaseFile file, Moment moment, WorkCalendars calendars) {
        this.file = file;
        this.moment = moment;
        this.calendars = calendars;
    }

    public Moved recount() {
        var version = moment.calendar().version();
        if (file.calendarVersion.equals(version) || file.status.ended()) {
            return new Moved(0, 0);
        }
        int limits = limits(version);
        int parts = parts();
        file.calendarVersion = version;
        return new Moved(limits, parts);
    }

    private int limits(String version) {
        var book = new LimitBook(file, moment);
        int moved = 0;
        for (var round : file.limits) {
            if (!round.running() || round.calendarVersion.equals(version)) {
                continue;
            }
            var before = round.calendarVersion;
            var was = round.dueOn;
            book.refreshDue(round);
            round.calendarVersion = version;
            round.dirty = true;
            if (!Objects.equals(was, round.dueOn)) {
                moved++;
                record(before, was, round.dueOn, round.day0, Map.of("limit", round.limit, "standard", round.standard.name(), "phase", round.phase,
                        "round", round.round, "day0", round.day0, "amount", round.amount));
            }
        }
        return moved;
    }

    private int parts() {
        int moved = 0;
        for (var run : file.runs) {
            for (var part : run.parts) {
                if (part.state != PartRow.State.OPEN || part.openedOn == null) {
                    continue;
                }
                var was = part.dueOn;
                part.dueOn = moment.calendar().add(part.openedOn, part.days);
                if (!part.dueOn.equals(was)) {
                    moved++;
                    run.dirty = true;
                    record(file.calendarVersion, was, part.dueOn, part.openedOn,
                            Map.of("stage", run.stage, "phase", run.phase, "round", run.round, "part", part.key));
                }
            }
        }
        return moved;
    }

    private void record(String before, @Nullable LocalDate was, @Nullable LocalDate due, LocalDate day0, Map<String, Object> what) {
        var data = new TreeMap<>(what);
        data.put("cause", CAUSE);
        data.put("calendarWas", before);
        data.put("calendar", moment.calendar().version());
        if (was != null) {
            data.put("wasDue", was);
        }
        if (due != null) {
            data.put("due", due);
        }
        data.put("changedDays", changedDays(before, day0, latest(was, due)));
        file.record(moment, what.containsKey("part") ? EventKind.PART_CHANGED : EventKind.LIMIT_CHANGED, data);
    }

    private static LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? Objects.requireNonNullElse(other, LocalDate.MIN) : other == null || one.isAfter(other) ? one : other;
    }

    /** The days in between that count now and did not before, or the other way round, each with its notice. */
    private List<Map<String, Object>> changedDays(String before, LocalDate day0, LocalDate until) {
        Optional<WorkCalendar> old = calendars.version(before);
        var changed = new ArrayList<Map<String, Object>>();
        for (var day = day0.plusDays(1); old.isPresent() && !day.isAfter(until); day = day.plusDays(1)) {
            if (old.get().isWorking(day) != moment.calendar().isWorking(day)) {
                changed.add(Map.of("day", day, "was", words(old.get().day(day)), "is", words(moment.calendar().day(day)),
                        "notice", calendars.notice(day).map(Notice::toString).orElse("")));
            }
        }
        return changed;
    }

    private static String words(CalendarDay day) {
        Text reason = day.reason();
        return reason.zh();
    }
}
