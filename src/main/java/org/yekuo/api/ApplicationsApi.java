package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.Problems;
import org.yekuo.api.internal.CaseAnswers;
import org.yekuo.api.internal.Idempotent;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.Takes;
import org.yekuo.casework.ReadingCase;
import org.yekuo.stage.acceptance.Applied;
import org.yekuo.stage.acceptance.ApplicationForm;
import org.yekuo.stage.acceptance.ApplyingForSupply;
import org.yekuo.vocabulary.Answer;

/** Applying for supply (受理用电申请). */
@Tag(name = "1 申请 Applications", description = "受理用电申请")
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationsApi {


    private final ApplyingForSupply applying;
    private final ReadingCase reading;
    private final CaseAnswers answers;
    private final Idempotent idempotent;
    private final CurrentStaff current;
    private final Problems problems;

    ApplicationsApi(ApplyingForSupply applying, ReadingCase reading, CaseAnswers answers, Idempotent idempotent, CurrentStaff current, Problems problems) {
        this.applying = applying;
        this.reading = reading;
        this.answers = answers;
        this.idempotent = idempotent;
        this.current = current;
        this.problems = problems;
    }

    @PostMapping
    @Takes(ApplicationForm.class)
    ResponseEntity<Object> apply(JsonBody body, HttpServletRequest request) {
        var form = body.as(ApplicationForm.class);
        var actor = current.actor();
        return idempotent.once(request, body.text(), HttpStatus.CREATED, () -> switch (applying.apply(form, actor)) {
            case Answer.Refused<Applied>(var refusal) -> Answer.refused(refusal);
            case Answer.Done<Applied>(var applied) -> Answer.done(answers.of(reading.summary(applied.caseNo(), actor).orElseThrow(), problems.listed(applied.warnings())));
        });
    }
}
