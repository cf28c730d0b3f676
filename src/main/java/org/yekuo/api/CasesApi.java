package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.CaseAnswers;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.VerifyingLedger;

/** Reading a case (一案一页): what it is, its stages, limits, entries and receipts. */
@Tag(name = "2 案件 Cases", description = "一案一页：概况、环节、时限、台账、回执")
@RestController
@RequestMapping("/api/v1/cases/{no}")
class CasesApi {

    private final ReadingCase reading;
    private final VerifyingLedger verifying;
    private final CaseAnswers answers;
    private final CurrentStaff current;

    CasesApi(ReadingCase reading, VerifyingLedger verifying, CaseAnswers answers, CurrentStaff current) {
        this.reading = reading;
        this.verifying = verifying;
        this.answers = answers;
        this.current = current;
    }

    @GetMapping
    ResponseEntity<Object> summary(@PathVariable String no) {
        return ok(no, reading.summary(answers.number(no), current.actor()).map(summary -> answers.of(summary, List.of())));
    }

    @GetMapping("/stages")
    ResponseEntity<Object> stages(@PathVariable String no) {
        return ok(no, reading.stages(answers.number(no), current.actor()).map(stages -> Map.of("stages", stages)));
    }

    @GetMapping("/limits")
    ResponseEntity<Object> limits(@PathVariable String no) {
        return ok(no, reading.limits(answers.number(no), current.actor()).map(limits -> Map.of("limits", limits)));
    }

    /** The ledger's entries, at most 200 from after {@code after}; {@code intact} says whether the whole chain verifies. */
    @GetMapping("/events")
    ResponseEntity<Object> events(@PathVariable String no, @RequestParam(defaultValue = "0") long after) {
        return ok(no, reading.events(answers.number(no), after, 200, current.actor())
                .map(events -> Map.of("events", events, "intact", verifying.verify(answers.number(no)).isEmpty())));
    }

    @GetMapping("/receipts")
    ResponseEntity<Object> receipts(@PathVariable String no) {
        return ok(no, reading.receipts(answers.number(no), current.actor()).map(receipts -> Map.of("receipts", receipts)));
    }

    private ResponseEntity<Object> ok(String no, Optional<?> found) {
        return found.<ResponseEntity<Object>>map(ResponseEntity::ok).orElseGet(() -> answers.notThere(answers.number(no)));
    }
}
