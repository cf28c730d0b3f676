package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.Takes;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.calendar.MovableClock;
import org.yekuo.form.Asked;
import org.yekuo.vocabulary.Violation;

/** The drill's clock (演练时钟): the business day may be moved; the machine's time never is. */
@Tag(name = "演练 Drill", description = "演练时钟")
@RestController
@RequestMapping("/api/v1/drill/clock")
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
class DrillApi {

    record ClockForm(@Asked(usedBy = "room:calendar") Instant at) {}

    private static final LocalDate FIRST = LocalDate.of(2004, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private final MovableClock clock;

    DrillApi(MovableClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Map<String, Object> now() {
        return Map.of("now", clock.now(), "today", clock.today());
    }

    @PutMapping
    @Takes(ClockForm.class)
    Map<String, Object> move(JsonBody body) {
        var at = body.as(ClockForm.class).at();
        var day = LocalDate.ofInstant(at, clock.zone());
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, List.of(Violation.at("at", "api.clock-out-of-range", day, FIRST, LAST)));
        }
        clock.moveTo(at);
        return now();
    }
}
