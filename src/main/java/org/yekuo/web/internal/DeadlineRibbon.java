package org.yekuo.web.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yekuo.calendar.CalendarDay;
import org.yekuo.calendar.DayKind;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.casework.ReadingCase;
import org.yekuo.vocabulary.Text;

/** A limit drawn as its days (时限条): one cell for each calendar day, with the reason why it counts or not. */
public record DeadlineRibbon(ReadingCase.Limit limit, List<Cell> cells, int width) {

    /** How a day stands. */
    public enum State { START, USED, AHEAD, REST, PAUSED, LATE }

    /** One day. {@code x} is its place in the drawing. */
    public record Cell(LocalDate day, State state, boolean workingWeekend, boolean today, boolean due, boolean stopped, boolean monthBegins, int x, Text why) {}

    private static final int CELL = 15;
    private static final int MOST = 130;

    /** A ribbon for a limit in working days; one in months or years, a sum of others, or one of very many days, is told in its sentence alone. */
    public static Optional<DeadlineRibbon> of(ReadingCase.Limit limit, WorkCalendar calendar, LocalDate today) {
        var last = last(limit, today);
        boolean sum = limit.starts().stream().anyMatch(start -> start.contains("/"));
        if (sum || !limit.unit().equals("WORKING_DAY") || last == null || limit.day0().plusDays(MOST).isBefore(last)) {
            return Optional.empty();
        }
        var cells = new ArrayList<Cell>();
        for (var day = limit.day0(); !day.isAfter(last); day = day.plusDays(1)) {
            cells.add(cell(limit, calendar.day(day), today, cells.size() * CELL));
        }
        return Optional.of(new DeadlineRibbon(limit, cells, cells.size() * CELL));
    }

    private static LocalDate last(ReadingCase.Limit limit, LocalDate today) {
        var last = limit.dueOn() == null ? today : limit.dueOn();
        if (limit.stoppedOn() != null) {
            return limit.stoppedOn().isAfter(last) ? limit.stoppedOn() : last;
        }
        return today.isAfter(last) ? today : last;
    }

    private static Cell cell(ReadingCase.Limit limit, CalendarDay found, LocalDate today, int x) {
        var day = found.date();
        boolean ended = limit.stoppedOn() != null;
        boolean past = ended ? !day.isAfter(limit.stoppedOn()) : !day.isAfter(today);
        boolean late = limit.dueOn() != null && day.isAfter(limit.dueOn());
        var paused = limit.pauses().stream().filter(pause -> day.isAfter(pause.from()) && (pause.to() == null ? past : !day.isAfter(pause.to()))).findFirst();
        var state = day.equals(limit.day0()) ? State.START : !found.isWorking() ? State.REST : paused.isPresent() ? State.PAUSED
                : late ? State.LATE : past ? State.USED : State.AHEAD;
        return new Cell(day, state, found.kind() == DayKind.WORKING_WEEKEND, day.equals(today), day.equals(limit.dueOn()), day.equals(limit.stoppedOn()),
                day.getDayOfMonth() == 1 || x == 0, x, why(state, found));
    }

    private static Text why(State state, CalendarDay day) {
        return switch (state) {
            case START -> new Text("起算日（第 0 日），不计入", "day 0, not counted");
            case USED -> new Text("计入：" + day.reason().zh(), "counted: " + day.reason().en());
            case AHEAD -> new Text("将计入：" + day.reason().zh(), "will count: " + day.reason().en());
            case REST -> new Text("不计：" + day.reason().zh(), "not counted: " + day.reason().en());
            case PAUSED -> new Text("停表，不计", "the clock stands, not counted");
            case LATE -> new Text("逾期：" + day.reason().zh(), "late: " + day.reason().en());
        };
    }
}
