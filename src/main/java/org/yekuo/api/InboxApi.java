package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.casework.ReadingTransfers;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** The worklist (待办). */
@Tag(name = "6 待办 Worklist", description = "我的待办、团队、逾期")
@RestController
class InboxApi {

    private static final int MOST = 100;

    private final ReadingInbox reading;
    private final ReadingTransfers transfers;
    private final CurrentStaff current;

    InboxApi(ReadingInbox reading, ReadingTransfers transfers, CurrentStaff current) {
        this.reading = reading;
        this.transfers = transfers;
        this.current = current;
    }

    @GetMapping("/api/v1/inbox")
    ReadingInbox.Page inbox(
            @RequestParam(defaultValue = "MINE") String view, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String role, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        var faults = new java.util.ArrayList<Violation>();
        var which = word(ReadingInbox.View.class, "view", view, faults);
        var whose = role == null ? null : word(Role.class, "role", role, faults);
        if (unit != null && !UnitCode.isValid(unit)) {
            faults.add(Violation.at("unit", "form.wrong-pattern", unit, "34 / 3401 / 340121"));
        }
        if (!faults.isEmpty() || which == null) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, faults);
        }
        return reading.read(current.staffNo(), new ReadingInbox.Query(which, unit == null ? null : new UnitCode(unit), whose, q, cursor, Math.min(size, MOST)));
    }

    /** Cases handed from unit to unit and not answered yet. */
    @GetMapping("/api/v1/transfers")
    Map<String, Object> transfers() {
        return Map.of("transfers", transfers.waiting(current.staffNo()));
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, String field, String text, List<Violation> faults) {
        for (var word : type.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        faults.add(Violation.at(field, "form.unknown-word", text, Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"))));
        return null;
    }
}
