package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import org.yekuo.casework.ActForms;
import org.yekuo.casework.AssigningWork;
import org.yekuo.casework.ConfirmingPapers;
import org.yekuo.casework.CorrectingCase;
import org.yekuo.casework.DecidingLateEntry;
import org.yekuo.casework.EndingCase;
import org.yekuo.casework.EndingSuspension;
import org.yekuo.casework.LoggingContact;
import org.yekuo.casework.ProlongingLimit;
import org.yekuo.casework.Said;
import org.yekuo.casework.SendingBack;
import org.yekuo.casework.SuspendingCase;
import org.yekuo.casework.TakingPapers;
import org.yekuo.document.DocumentInput;

/** Acts on a case as a whole (案件操作): send back, suspend, end, correct, log, assign, prolong. */
@Tag(name = "4 案件操作 Case acts", description = "退回、中止、撤回、更正、联系记录、派工、延期")
@RestController
@RequestMapping("/api/v1/cases/{no}")
class CaseActsApi {

    private final CaseAnswers answers;
    private final ActAnswers acts;
    private final CurrentStaff current;
    private final SendingBack sendingBack;
    private final SuspendingCase suspending;
    private final EndingSuspension suspensions;
    private final EndingCase ending;
    private final CorrectingCase correcting;
    private final LoggingContact logging;
    private final AssigningWork assigning;
    private final DecidingLateEntry deciding;
    private final ProlongingLimit prolonging;
    private final TakingPapers takingPapers;
    private final ConfirmingPapers confirmingPapers;

    CaseActsApi(CaseAnswers answers, ActAnswers acts, CurrentStaff current, SendingBack sendingBack, SuspendingCase suspending,
            EndingSuspension suspensions, EndingCase ending, CorrectingCase correcting, LoggingContact logging, AssigningWork assigning,
            DecidingLateEntry deciding, ProlongingLimit prolonging, TakingPapers takingPapers, ConfirmingPapers confirmingPapers) {
        this.confirmingPapers = confirmingPapers;
        this.answers = answers;
        this.acts = acts;
        this.current = current;
        this.sendingBack = sendingBack;
        this.suspending = suspending;
        this.suspensions = suspensions;
        this.ending = ending;
        this.correcting = correcting;
        this.logging = logging;
        this.assigning = assigning;
        this.deciding = deciding;
        this.prolonging = prolonging;
        this.takingPapers = takingPapers;
    }

    @PostMapping("/send-back")
    @Takes(ActForms.BackForm.class)
    ResponseEntity<Object> sendBack(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.BackForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> sendingBack.sendBack(number, said.to(), said.phase(), said.cause(), said.reason(), said.fields(), current.actor()));
    }

    @PostMapping("/suspensions")
    @Takes(ActForms.SuspensionForm.class)
    ResponseEntity<Object> suspend(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.SuspensionForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> suspending.suspend(number, said.kind() == ActForms.SuspensionForm.Kind.HOLD, said.reason(), said.fromDay(), said.evidence(), current.actor()));
    }

    @PostMapping("/suspensions/{n}/confirmation")
    ResponseEntity<Object> confirmSuspension(@PathVariable String no, @PathVariable int n, HttpServletRequest request) {
        var number = answers.number(no);
        return acts.act(request, "", number, () -> suspensions.confirm(number, n, current.actor()));
    }

    @PostMapping("/suspensions/{n}/end")
    ResponseEntity<Object> resume(@PathVariable String no, @PathVariable int n, HttpServletRequest request) {
        var number = answers.number(no);
        return acts.act(request, "", number, () -> suspensions.end(number, n, current.actor()));
    }

    @PostMapping("/withdrawal")
    @Takes(ActForms.EndingForm.class)
    ResponseEntity<Object> withdraw(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.EndingForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> ending.withdraw(number, said.reason(), said.detail(), current.actor()));
    }

    @PostMapping("/termination")
    @Takes(ActForms.EndingForm.class)
    ResponseEntity<Object> terminate(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.EndingForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> ending.terminate(number, said.reason(), said.detail(), current.actor()));
    }

    @PostMapping("/corrections")
    @Takes(ActForms.CorrectionForm.class)
    ResponseEntity<Object> correct(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.CorrectionForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> correcting.correct(number, said.field(), said.value(), said.reason(), current.actor()));
    }

    @PostMapping("/contacts")
    @Takes(ActForms.ContactForm.class)
    ResponseEntity<Object> contact(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.ContactForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> logging.log(number, said.kind(), said.text(), said.stage(), said.phase(),
                new Said(said.happenedOn(), said.lateBecause()), current.actor()));
    }

    /** Papers that follow after acceptance (补交资料). */
    @PostMapping("/documents")
    @Takes(ActForms.PapersForm.class)
    ResponseEntity<Object> handIn(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.PapersForm.class);
        var number = answers.number(no);
        var documents = said.documents().stream().map(paper -> new DocumentInput(paper.type(), paper.number(), paper.validUntil(), paper.original(),
                paper.copies() == null ? 1 : paper.copies(), paper.fileId())).toList();
        return acts.act(request, body.text(), number, () -> takingPapers.take(number, documents, new Said(said.happenedOn(), said.lateBecause()), current.actor()));
    }

    /** The customer told a clerk that papers her agent brought are hers (确认代交资料). */
    @PostMapping("/documents/{doc}/confirmation")
    @Takes(ActForms.ConfirmedForm.class)
    ResponseEntity<Object> confirm(@PathVariable String no, @PathVariable int doc, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.ConfirmedForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> confirmingPapers.confirm(number, List.of(doc), said.manner(), current.actor()));
    }

    /** The customer told a clerk that a paper her agent brought is not. */
    @PostMapping("/documents/{doc}/refusal")
    @Takes(ActForms.NotHersForm.class)
    ResponseEntity<Object> refuse(@PathVariable String no, @PathVariable int doc, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.NotHersForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> confirmingPapers.refuse(number, doc, said.word(), said.manner(), current.actor()));
    }

    @PostMapping("/assignment")
    @Takes(ActForms.AssignmentForm.class)
    ResponseEntity<Object> assign(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.AssignmentForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> assigning.assign(number, said.stage(), said.phase(), said.part(), said.staff(), current.actor()));
    }

    @PostMapping("/late-entries/{n}/decision")
    @Takes(ActForms.DecisionForm.class)
    ResponseEntity<Object> decide(@PathVariable String no, @PathVariable int n, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.DecisionForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> deciding.decide(number, n, said.approved(), current.actor()));
    }

    @PostMapping("/limits/{limit}/extension")
    @Takes(ActForms.ExtensionForm.class)
    ResponseEntity<Object> extend(@PathVariable String no, @PathVariable String limit, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.ExtensionForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> prolonging.extend(number, limit, said.reason(), current.actor()));
    }

    @PostMapping("/limits/{limit}/explanation")
    @Takes(ActForms.ExplanationForm.class)
    ResponseEntity<Object> explain(@PathVariable String no, @PathVariable String limit, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.ExplanationForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> prolonging.explain(number, limit, said.why(), said.willBeDoneOn(), current.actor()));
    }
}
