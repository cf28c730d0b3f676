package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.ActAnswers;
import org.yekuo.api.internal.CaseAnswers;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.Takes;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.casework.ActForms;
import org.yekuo.casework.ConfirmingStage;
import org.yekuo.casework.GivingOpinion;
import org.yekuo.casework.RequestingStage;
import org.yekuo.casework.Said;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.Submission;
import org.yekuo.casework.SubmittingStage;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.node.ObjectNode;

/** Acts on one stage of a case (环节办理): hand in, request, give an opinion, confirm. */
@Tag(name = "3 环节 Stages", description = "办结、申请、会签、沿用")
@RestController
@RequestMapping("/api/v1/cases/{no}/stages/{stage}")
class StagesApi {

    private final StageWorks works;
    private final SubmittingStage submitting;
    private final RequestingStage requesting;
    private final GivingOpinion opining;
    private final ConfirmingStage confirming;
    private final CaseAnswers answers;
    private final ActAnswers acts;
    private final CurrentStaff current;

    StagesApi(StageWorks works, SubmittingStage submitting, RequestingStage requesting, GivingOpinion opining, ConfirmingStage confirming,
            CaseAnswers answers, ActAnswers acts, CurrentStaff current) {
        this.works = works;
        this.submitting = submitting;
        this.requesting = requesting;
        this.opining = opining;
        this.confirming = confirming;
        this.answers = answers;
        this.acts = acts;
        this.current = current;
    }

    @PostMapping
    @Takes(ActForms.Frame.class)
    ResponseEntity<Object> submit(@PathVariable String no, @PathVariable String stage, JsonBody body, HttpServletRequest request) {
        var work = works.work(stage).orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, List.of(Violation.of("api.no-such-stage", stage))));
        var result = body.tree().path("result");
        var frame = Forms.bind(body.tree() instanceof ObjectNode whole ? whole.deepCopy().without(List.of("result")) : body.tree(), ActForms.Frame.class);
        var read = Forms.bind(result, work.resultType());
        var faults = new java.util.ArrayList<>(frame.violations());
        read.violations().forEach(fault -> faults.add(fault.under("result")));
        if (!(frame instanceof Bound.Read<ActForms.Frame>(var said)) || !(read.read().orElse(null) instanceof StageResult typed)) {
            throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, faults);
        }
        var service = said.service() == null ? null : new Submission.Service(said.service().manner(), said.service().on());
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> submitting.submit(new Submission(number, stage, said.round(), said.phase(), typed, service,
                new Said(said.happenedOn(), said.lateBecause()), current.actor())));
    }

    @PostMapping("/request")
    @Takes(ActForms.Request.class)
    ResponseEntity<Object> request(@PathVariable String no, @PathVariable String stage, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.Request.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> requesting.request(number, stage, said.phase(), said.documents(),
                new Said(said.happenedOn(), said.lateBecause()), current.actor()));
    }

    @PostMapping("/parts/{part}")
    @Takes(ActForms.PartOpinion.class)
    ResponseEntity<Object> opine(@PathVariable String no, @PathVariable String stage, @PathVariable String part, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.PartOpinion.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> opining.opine(number, stage, said.phase(), part, said.round(), said.opinion(), said.text(),
                new Said(said.happenedOn(), said.lateBecause()), current.actor()));
    }

    @PostMapping("/confirm")
    @Takes(ActForms.Confirmation.class)
    ResponseEntity<Object> confirm(@PathVariable String no, @PathVariable String stage, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.Confirmation.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> confirming.confirm(number, stage, said.phase(), said.round(), said.reason(), current.actor()));
    }
}
