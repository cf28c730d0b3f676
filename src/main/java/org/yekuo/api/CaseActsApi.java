package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.yekuo.casework.AssigningWork;
import org.yekuo.casework.CorrectingCase;
import org.yekuo.casework.DecidingLateEntry;
import org.yekuo.casework.EndingCase;
import org.yekuo.casework.EndingSuspension;
import org.yekuo.casework.LoggingContact;
import org.yekuo.casework.Outcome;
import org.yekuo.casework.ProlongingLimit;
import org.yekuo.casework.Said;
import org.yekuo.casework.SendingBack;
import org.yekuo.casework.SuspendingCase;
import org.yekuo.casework.TakingPapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.form.Asked;

/** Acts on a case as a whole (案件操作): send back, suspend, end, correct, log, assign, prolong. */
@Tag(name = "4 案件操作 Case acts", description = "退回、中止、撤回、更正、联系记录、派工、延期")
@RestController
@RequestMapping("/api/v1/cases/{no}")
class CaseActsApi {

    record BackForm(
            @Asked(usedBy = "room:casework", maxLength = 60) String to, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase,
            @Asked(usedBy = "room:casework") Outcome.Cause cause, @Asked(usedBy = "room:casework", maxLength = 1000) String reason,
            @Asked(usedBy = "room:casework") List<String> fields) {}

    record SuspensionForm(
            @Asked(usedBy = "room:casework") Kind kind, @Asked(usedBy = "room:casework", maxLength = 60) String reason,
            @Asked(usedBy = "room:casework") @Nullable LocalDate fromDay, @Asked(usedBy = "room:casework") List<Proof> evidence) {
        enum Kind { HOLD, PAUSE }
    }

    record Proof(
            @Asked(usedBy = "room:casework") SuspendingCase.Proof.Kind kind, @Asked(usedBy = "room:document", maxLength = 100) @Nullable String fileId,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String note) {}

    record EndingForm(@Asked(usedBy = "room:casework", maxLength = 60) String reason, @Asked(usedBy = "room:casework", maxLength = 1000) @Nullable String detail) {}

    record CorrectionForm(
            @Asked(usedBy = "room:casework") String field, @Asked(usedBy = "room:casework", maxLength = 2000) String value,
            @Asked(usedBy = "room:casework", maxLength = 500) String reason) {}

    record ContactForm(
            @Asked(usedBy = "room:casework") LoggingContact.Kind kind, @Asked(usedBy = "room:casework", maxLength = 2000) String text,
            @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String stage, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase,
            @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn, @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause) {}

    record PaperForm(
            @Asked(usedBy = {"rule:casework.paper-due", "stage:archive"}, maxLength = 40) String type, @Asked(usedBy = "room:document", maxLength = 60) @Nullable String number,
            @Asked(usedBy = "rule:casework.paper-due") @Nullable LocalDate validUntil, @Asked(usedBy = "stage:archive") boolean original,
            @Asked(usedBy = "stage:archive", min = "0", max = "99") @Nullable Integer copies, @Asked(usedBy = "room:document", maxLength = 64) @Nullable String fileId) {}

    record PapersForm(
            @Asked(usedBy = "rule:casework.paper-due") List<PaperForm> documents, @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause) {}

    record AssignmentForm(
            @Asked(usedBy = "room:casework", maxLength = 40) String staff, @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String stage,
            @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase, @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String part) {}

    record DecisionForm(@Asked(usedBy = "room:casework") Boolean approved) {}

    record ExtensionForm(@Asked(usedBy = "room:casework", maxLength = 500) String reason) {}

    record ExplanationForm(@Asked(usedBy = "room:casework", maxLength = 1000) String why, @Asked(usedBy = "room:casework") LocalDate willBeDoneOn) {}

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

    CaseActsApi(CaseAnswers answers, ActAnswers acts, CurrentStaff current, SendingBack sendingBack, SuspendingCase suspending,
            EndingSuspension suspensions, EndingCase ending, CorrectingCase correcting, LoggingContact logging, AssigningWork assigning,
            DecidingLateEntry deciding, ProlongingLimit prolonging, TakingPapers takingPapers) {
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
    @Takes(BackForm.class)
    ResponseEntity<Object> sendBack(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(BackForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> sendingBack.sendBack(number, said.to(), said.phase(), said.cause(), said.reason(), said.fields(), current.actor()));
    }

    @PostMapping("/suspensions")
    @Takes(SuspensionForm.class)
    ResponseEntity<Object> suspend(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(SuspensionForm.class);
        var number = answers.number(no);
        var evidence = said.evidence().stream().map(proof -> new SuspendingCase.Proof(proof.kind(), proof.fileId(), proof.note())).toList();
        return acts.act(request, body.text(), number,
                () -> suspending.suspend(number, said.kind() == SuspensionForm.Kind.HOLD, said.reason(), said.fromDay(), evidence, current.actor()));
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
    @Takes(EndingForm.class)
    ResponseEntity<Object> withdraw(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(EndingForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> ending.withdraw(number, said.reason(), said.detail(), current.actor()));
    }

    @PostMapping("/termination")
    @Takes(EndingForm.class)
    ResponseEntity<Object> terminate(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(EndingForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> ending.terminate(number, said.reason(), said.detail(), current.actor()));
    }

    @PostMapping("/corrections")
    @Takes(CorrectionForm.class)
    ResponseEntity<Object> correct(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(CorrectionForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> correcting.correct(number, said.field(), said.value(), said.reason(), current.actor()));
    }

    @PostMapping("/contacts")
    @Takes(ContactForm.class)
    ResponseEntity<Object> contact(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ContactForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> logging.log(number, said.kind(), said.text(), said.stage(), said.phase(),
                new Said(said.happenedOn(), said.lateBecause()), current.actor()));
    }

    /** Papers that follow after acceptance (补交资料). */
    @PostMapping("/documents")
    @Takes(PapersForm.class)
    ResponseEntity<Object> handIn(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(PapersForm.class);
        var number = answers.number(no);
        var documents = said.documents().stream().map(paper -> new DocumentInput(paper.type(), paper.number(), paper.validUntil(), paper.original(),
                paper.copies() == null ? 1 : paper.copies(), paper.fileId())).toList();
        return acts.act(request, body.text(), number, () -> takingPapers.take(number, documents, new Said(said.happenedOn(), said.lateBecause()), current.actor()));
    }

    @PostMapping("/assignment")
    @Takes(AssignmentForm.class)
    ResponseEntity<Object> assign(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(AssignmentForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> assigning.assign(number, said.stage(), said.phase(), said.part(), said.staff(), current.actor()));
    }

    @PostMapping("/late-entries/{n}/decision")
    @Takes(DecisionForm.class)
    ResponseEntity<Object> decide(@PathVariable String no, @PathVariable int n, JsonBody body, HttpServletRequest request) {
        var said = body.as(DecisionForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> deciding.decide(number, n, said.approved(), current.actor()));
    }

    @PostMapping("/limits/{limit}/extension")
    @Takes(ExtensionForm.class)
    ResponseEntity<Object> extend(@PathVariable String no, @PathVariable String limit, JsonBody body, HttpServletRequest request) {
        var said = body.as(ExtensionForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> prolonging.extend(number, limit, said.reason(), current.actor()));
    }

    @PostMapping("/limits/{limit}/explanation")
    @Takes(ExplanationForm.class)
    ResponseEntity<Object> explain(@PathVariable String no, @PathVariable String limit, JsonBody body, HttpServletRequest request) {
        var said = body.as(ExplanationForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> prolonging.explain(number, limit, said.why(), said.willBeDoneOn(), current.actor()));
    }
}
