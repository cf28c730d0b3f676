package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.Problems;
import org.yekuo.form.JsonRows;
import org.yekuo.stage.acceptance.TakingOver;

/**
 * Taking over open cases of an old system (接管在途件): a JSON array, or a line of JSON for each case, read row by row. Each row is taken over or
 * refused by itself. A row taken over before is answered with its case, so a retry needs no key.
 */
@Tag(name = "8 接管 Imports", description = "接管旧系统在途件")
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {

    private static final int MOST_ROWS = 5000;

    private final TakingOver takingOver;
    private final CurrentStaff current;
    private final Problems problems;

    ImportsApi(TakingOver takingOver, CurrentStaff current, Problems problems) {
        this.takingOver = takingOver;
        this.current = current;
        this.problems = problems;
    }

    /** At most 5 000 rows; with {@code dryRun} everything is tried and nothing kept. */
    @PostMapping("/cases")
    Map<String, Object> cases(@RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request) throws IOException {
        var importer = current.actor();
        var rows = new ArrayList<Map<String, Object>>();
        var counts = new TreeMap<String, Integer>();
        boolean more = JsonRows.read(request.getInputStream(), MOST_ROWS, row -> {
            var result = switch (row) {
                case JsonRows.Row.Read read -> takingOver.takeOver(read.tree(), dryRun, importer);
                case JsonRows.Row.Broken broken -> new TakingOver.RowResult(null, TakingOver.Outcome.REFUSED, null, null, List.of(), List.of(broken.why()));
            };
            counts.merge(result.outcome().name(), 1, Integer::sum);
            rows.add(answer(rows.size() + 1, result));
        });
        return Map.of("dryRun", dryRun, "counts", counts, "rows", rows, "more", more);
    }

    private Map<String, Object> answer(int n, TakingOver.RowResult result) {
        var answer = new TreeMap<String, Object>(Map.of("row", n, "outcome", result.outcome().name()));
        put(answer, "originalNo", result.originalNo());
        put(answer, "caseNo", result.caseNo());
        put(answer, "status", result.status());
        if (!result.openStages().isEmpty()) {
            answer.put("openStages", result.openStages());
        }
        if (!result.violations().isEmpty()) {
            answer.put("violations", problems.listed(result.violations()));
        }
        return answer;
    }

    private static void put(Map<String, Object> into, String key, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            into.put(key, value);
        }
    }
}
