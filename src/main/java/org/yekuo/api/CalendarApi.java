package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.calendar.CalendarDay;
import org.yekuo.calendar.DueDate;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** Counts working days for anybody and says why each day counted or not; no token needed. */
@Tag(name = "9 日历 Calendar", description = "工作日与截止日")
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarApi {

    static final int MOST_DAYS = 3650;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final WorkCalendars calendars;

    CalendarApi(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** A due date and its reasons. */
    record Due(LocalDate from, int days, LocalDate due, boolean provisional, String calendarVersion, List<Day> counted, List<Day> skipped) {

        static Due of(DueDate date) {
            return new Due(date.day0(), date.days(), date.due(), date.provisional(), date.calendarVersion(),
                    date.counted().stream().map(Day::of).toList(), date.skipped().stream().map(Day::of).toList());
        }
    }

    record Day(LocalDate date, Text weekday, Text reason) {

        static Day of(CalendarDay day) {
            var weekday = day.date().getDayOfWeek();
            return new Day(day.date(), new Text(weekday.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE), weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH)), day.reason());
        }
    }

    /** The {@code days}-th working day after {@code from} (day 0, which does not count itself). */
    @GetMapping("/due")
    ResponseEntity<?> due(@RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String days) {
        var violations = new ArrayList<Violation>();
        var day0 = day(from, violations);
        var amount = amount(days, violations);
        if (day0 == null || amount == null) {
            return ResponseEntity.of(problem(violations)).build();
        }
        return ResponseEntity.ok(Due.of(calendars.current().explain(day0, amount)));
    }

    private static @Nullable LocalDate day(@Nullable String text, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            violations.add(Violation.at("from", "calendar.day-missing"));
            return null;
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // Said below, in the words of the one who asked.
        }
        violations.add(Violation.at("from", "calendar.not-a-day", text));
        return null;
    }

    private static @Nullable Integer amount(@Nullable String text, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            violations.add(Violation.at("days", "calendar.days-missing", MOST_DAYS));
            return null;
        }
        if (text.strip().matches("\\d{1,4}") && Integer.parseInt(text.strip()) <= MOST_DAYS) {
            return Integer.valueOf(text.strip());
        }
        violations.add(Violation.at("days", "calendar.days-out-of-range", text, MOST_DAYS));
        return null;
    }

    private static ProblemDetail problem(List<Violation> violations) {
        var problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setProperty("violations", violations.stream().map(v -> Map.of("rule", v.rule(), "field", String.valueOf(v.field()), "args", v.args())).toList());
        return problem;
    }
}
