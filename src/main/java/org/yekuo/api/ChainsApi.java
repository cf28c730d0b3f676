package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.ActAnswers;
import org.yekuo.api.internal.CaseAnswers;
import org.yekuo.api.internal.Idempotent;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.Takes;
import org.yekuo.casework.ActForms;
import org.yekuo.casework.AnsweringTransfer;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.ReadingChain;
import org.yekuo.casework.TransferringCase;
import org.yekuo.stage.acceptance.ChangingNeed;
import org.yekuo.stage.acceptance.NeedForm;

/** Needs, not numbers (关联申请): a need that became another one, the chain of cases it makes, and transfers between units. */
@Tag(name = "5 关联 Chains", description = "需求变更另立关联申请；关联申请链；移交")
@RestController
@RequestMapping("/api/v1/cases/{no}")
class ChainsApi {

    private final ChangingNeed changing;
    private final TransferringCase transferring;
    private final AnsweringTransfer answering;
    private final ActAnswers acts;
    private final ReadingChain chains;
    private final ReadingCase reading;
    private final CaseAnswers answers;
    private final Idempotent idempotent;
    private final CurrentStaff current;

    ChainsApi(ChangingNeed changing, TransferringCase transferring, AnsweringTransfer answering, ActAnswers acts, ReadingChain chains, ReadingCase reading, CaseAnswers answers, Idempotent idempotent, CurrentStaff current) {
        this.changing = changing;
        this.transferring = transferring;
        this.answering = answering;
        this.acts = acts;
        this.chains = chains;
        this.reading = reading;
        this.answers = answers;
        this.idempotent = idempotent;
        this.current = current;
    }

    /** Ends the case and registers the linked one; answers the new case. */
    @PostMapping("/succession")
    @Takes(NeedForm.class)
    ResponseEntity<Object> succeed(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var form = body.as(NeedForm.class);
        var number = answers.number(no);
        var actor = current.actor();
        return idempotent.once(request, body.text(), HttpStatus.CREATED, () -> changing.change(number, form, actor)
                .map(applied -> answers.of(reading.summary(applied.caseNo(), actor).orElseThrow(), List.of())));
    }

    /** Hands the case to another unit of the city, by its code or that of one of its halls. */
    @PostMapping("/transfer")
    @Takes(ActForms.TransferForm.class)
    ResponseEntity<Object> transfer(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.TransferForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> transferring.transfer(number, said.to(), said.reason(), current.actor()));
    }

    @PostMapping("/transfers/{n}/acceptance")
    ResponseEntity<Object> take(@PathVariable String no, @PathVariable int n, HttpServletRequest request) {
        var number = answers.number(no);
        return acts.act(request, "", number, () -> answering.take(number, n, current.actor()));
    }

    @PostMapping("/transfers/{n}/return")
    @Takes(ActForms.ReturnForm.class)
    ResponseEntity<Object> giveBack(@PathVariable String no, @PathVariable int n, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.ReturnForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> answering.giveBack(number, n, said.reason(), current.actor()));
    }

    @GetMapping("/chain")
    ResponseEntity<Object> chain(@PathVariable String no) {
        return chains.chain(answers.number(no), current.actor()).<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> answers.notThere(answers.number(no)));
    }
}
