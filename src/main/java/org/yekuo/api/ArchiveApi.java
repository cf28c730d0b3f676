package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.CaseAnswers;
import org.yekuo.api.internal.Problems;
import org.yekuo.stage.archive.ExportingFile;
import org.yekuo.stage.archive.ReadingFile;
import org.yekuo.vocabulary.Answer;

/** The file of a case (案卷): its index with the hash of every paper, and all of it as one ZIP. Each export is an entry of the case's ledger. */
@Tag(name = "7 资料 Files", description = "案卷目录与导出")
@RestController
@RequestMapping("/api/v1/cases/{no}/archive")
class ArchiveApi {

    private final ReadingFile reading;
    private final ExportingFile exporting;
    private final CaseAnswers answers;
    private final Problems problems;
    private final CurrentStaff current;

    ArchiveApi(ReadingFile reading, ExportingFile exporting, CaseAnswers answers, Problems problems, CurrentStaff current) {
        this.reading = reading;
        this.exporting = exporting;
        this.answers = answers;
        this.problems = problems;
        this.current = current;
    }

    @GetMapping("/index")
    ResponseEntity<Object> index(@PathVariable String no) {
        var number = answers.number(no);
        return reading.read(number, current.actor()).<ResponseEntity<Object>>map(ResponseEntity::ok).orElseGet(() -> answers.notThere(number));
    }

    /** Streamed; {@code ArchiveVerifier} checks it without the program. */
    @GetMapping
    @Nullable ResponseEntity<Object> export(@PathVariable String no, HttpServletResponse response) throws IOException {
        return switch (exporting.export(answers.number(no), current.actor())) {
            case Answer.Refused<ExportingFile.Export>(var refusal) -> problems.of(refusal);
            case Answer.Done<ExportingFile.Export>(var export) -> {
                response.setContentType("application/zip");
                response.setHeader("Content-Disposition", "attachment; filename=\"" + export.name() + "\"");
                export.writeTo(response.getOutputStream());
                yield null;
            }
        };
    }
}
