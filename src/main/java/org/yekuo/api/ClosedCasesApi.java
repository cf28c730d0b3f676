package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.Problems;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.stage.acceptance.ClosedCaseImport;
import org.yekuo.stage.acceptance.TakingOverClosed;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/**
 * Taking over closed cases of an old system (历史工单接收): a line of JSON for each, streamed, any number. The answer comes when all are read; how far it is can be asked
 * meanwhile. What was taken over before is passed by, so a retry needs no key.
 */
@Tag(name = "8 接管 Imports", description = "接管旧系统在途件、接收历史工单")
@RestController
@RequestMapping("/api/v1/imports/closed-cases")
class ClosedCasesApi {

    private static final int FIRST_REFUSED = 100;
    private static final int PAGE = 500;

    private final TakingOverClosed takingOver;
    private final CurrentStaff current;
    private final Problems problems;

    ClosedCasesApi(TakingOverClosed takingOver, CurrentStaff current, Problems problems) {
        this.takingOver = takingOver;
        this.current = current;
        this.problems = problems;
    }

    /** With {@code dryRun} every line is looked at and nothing kept. */
    @PostMapping
    ResponseEntity<Object> take(@RequestParam(defaultValue = "false") boolean dryRun, @RequestParam(defaultValue = "") String name, HttpServletRequest request) throws IOException {
        var importer = current.actor();
        return switch (takingOver.begin(name.length() > 200 ? name.substring(0, 200) : name, dryRun, importer)) {
            case Answer.Refused<ClosedCaseImport>(var refusal) -> problems.of(refusal);
            case Answer.Done<ClosedCaseImport>(ClosedCaseImport begun) -> ResponseEntity.ok(answer(takingOver.run(begun, request.getInputStream(), importer)));
        };
    }

    /** The latest imports of the unit and those below it. */
    @GetMapping
    Map<String, Object> latest(@RequestParam(required = false) @Nullable Long before) {
        return Map.of("imports", takingOver.latest(before, 50, current.actor()).stream().map(ClosedCasesApi::entry).toList());
    }

    /** How far an import is, and the first hundred lines it refused. */
    @GetMapping("/{importNo}")
    Map<String, Object> one(@PathVariable long importNo) {
        return answer(found(importNo));
    }

    /** The lines it refused behind {@code after}, 500 at a time; the first ten thousand are kept. */
    @GetMapping("/{importNo}/refusals")
    Map<String, Object> refusals(@PathVariable long importNo, @RequestParam(defaultValue = "0") long after) {
        return Map.of("refused", refused(found(importNo), after, PAGE));
    }

    private ClosedCaseImport found(long importNo) {
        return takingOver.find(importNo, current.actor())
                .orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, List.of(Violation.of("acceptance.no-such-import", importNo))));
    }

    private Map<String, Object> answer(ClosedCaseImport one) {
        var answer = new TreeMap<>(entry(one));
        answer.put("refusedLines", refused(one, 0, FIRST_REFUSED));
        return answer;
    }

    private static Map<String, Object> entry(ClosedCaseImport one) {
        return Map.ofEntries(Map.entry("importNo", one.importNo()), Map.entry("unit", one.unit().value()), Map.entry("by", one.byName()), Map.entry("fileName", one.fileName()),
                Map.entry("dryRun", one.trial()), Map.entry("state", one.state().name()), Map.entry("startedAt", one.startedAt()), Map.entry("movedAt", one.movedAt()),
                Map.entry("counts", Map.of("lines", one.lines(), "taken", one.taken(), "already", one.already(), "refused", one.refused())), Map.entry("chain", one.chain()));
    }

    private List<Map<String, Object>> refused(ClosedCaseImport one, long after, int size) {
        return takingOver.refused(one, after, size).stream().map(line -> {
            var listed = new TreeMap<String, Object>(Map.of("line", line.line(), "violations", problems.listed(line.violations())));
            if (line.originalNo() != null) {
                listed.put("originalNo", line.originalNo());
            }
            return (Map<String, Object>) listed;
        }).toList();
    }
}
