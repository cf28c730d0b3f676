package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.CaseAnswers;
import org.yekuo.api.internal.Idempotent;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.form.JsonRows;
import org.yekuo.api.internal.Problems;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.api.internal.Takes;
import org.yekuo.casework.ReadingCase;
import org.yekuo.stage.household.HouseholdRow;
import org.yekuo.stage.household.HouseholdSheet;
import org.yekuo.stage.household.Households;
import org.yekuo.stage.household.ImportingHouseholds;
import org.yekuo.stage.household.ImportingHouseholds.Given;
import org.yekuo.stage.household.ImportingHouseholds.Report;
import org.yekuo.stage.household.OpeningHouseholds;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Households of communities (户表批量): their linked case and their list. */
@Tag(name = "4 案件操作 Case acts", description = "户表批量")
@RestController
@RequestMapping("/api/v1/cases/{no}")
class HouseholdsApi {

    private static final int LARGEST = 4 * 1024 * 1024;

    private final OpeningHouseholds opening;
    private final ImportingHouseholds importing;
    private final Households households;
    private final ReadingCase reading;
    private final CaseAnswers answers;
    private final Problems problems;
    private final Idempotent idempotent;
    private final CurrentStaff current;

    HouseholdsApi(OpeningHouseholds opening, ImportingHouseholds importing, Households households, ReadingCase reading, CaseAnswers answers,
            Problems problems, Idempotent idempotent, CurrentStaff current) {
        this.opening = opening;
        this.importing = importing;
        this.households = households;
        this.reading = reading;
        this.answers = answers;
        this.problems = problems;
        this.idempotent = idempotent;
        this.current = current;
    }

    /** Opens the case that supplies a community's households; answers it. */
    @PostMapping("/household-batches")
    @Takes(OpeningHouseholds.Form.class)
    ResponseEntity<Object> open(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var form = body.as(OpeningHouseholds.Form.class);
        var community = answers.number(no);
        var actor = current.actor();
        return idempotent.once(request, body.text(), HttpStatus.CREATED, () -> opening.open(community, form, actor)
                .map(opened -> answers.of(reading.summary(opened, actor).orElseThrow(), List.of())));
    }

    /** The list, in order, at most 500 at a time. */
    @GetMapping("/households")
    ResponseEntity<Object> list(@PathVariable String no, @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "100") int size) {
        var batch = answers.number(no);
        if (reading.summary(batch, current.actor()).isEmpty() || households.batch(batch).isEmpty()) {
            return answers.notThere(batch);
        }
        return ResponseEntity.ok(Map.of("count", households.count(batch), "households", households.page(batch, after, Math.clamp(size, 1, 500))));
    }

    /** Takes rows: JSON, an array or a line each, or CSV by its media type; with {@code dryRun} nothing is kept. A row taken again changes nothing. */
    @PostMapping("/households")
    ResponseEntity<Object> take(@PathVariable String no, @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request) throws IOException {
        var batch = answers.number(no);
        return switch (importing.take(batch, rows(request), dryRun, current.actor())) {
            case Answer.Refused<Report>(var refusal) -> problems.of(refusal);
            case Answer.Done<Report>(Report report) -> ResponseEntity.ok(Map.of("dryRun", report.trial(), "taken", report.rows().size() - report.refused(),
                    "refused", report.refused(), "count", report.count(), "rows", report.rows().stream().map(this::row).toList()));
        };
    }

    private static List<Given> rows(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type != null && type.startsWith("text/csv")) {
            var read = HouseholdSheet.csv(request.getInputStream().readNBytes(LARGEST));
            if (!read.faults().isEmpty()) {
                throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, read.faults());
            }
            return read.rows();
        }
        var rows = new ArrayList<Given>();
        boolean more = JsonRows.read(request.getInputStream(), HouseholdSheet.MOST_ROWS, row -> rows.add(switch (row) {
            case JsonRows.Row.Read one -> HouseholdSheet.given(rows.size() + 1, one.tree());
            case JsonRows.Row.Broken broken -> new Given(rows.size() + 1, new HouseholdRow(rows.size() + 1, null, null, null, null, null), List.of(broken.why()));
        }));
        if (more || rows.isEmpty()) {
            throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT,
                    List.of(more ? Violation.of("household.too-many", HouseholdSheet.MOST_ROWS) : Violation.of("household.no-rows")));
        }
        return rows;
    }

    private Map<String, Object> row(ImportingHouseholds.Taken row) {
        var listed = new TreeMap<String, Object>(Map.of("row", row.row(), "n", row.n(), "taken", row.taken()));
        if (!row.taken()) {
            listed.put("violations", problems.listed(row.violations()));
        }
        return listed;
    }
}
