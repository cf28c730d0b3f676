package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import org.yekuo.casework.Said;
import org.yekuo.casework.ServingReceipt;

/** Service and signature of receipts (送达、签收). */
@Tag(name = "5 回执 Receipts", description = "送达与签收")
@RestController
@RequestMapping("/api/v1/cases/{no}/receipts/{rno}")
class ReceiptsApi {

    private final CaseAnswers answers;
    private final ActAnswers acts;
    private final CurrentStaff current;
    private final ServingReceipt serving;

    ReceiptsApi(CaseAnswers answers, ActAnswers acts, CurrentStaff current, ServingReceipt serving) {
        this.answers = answers;
        this.acts = acts;
        this.current = current;
        this.serving = serving;
    }

    @PostMapping("/service")
    @Takes(ActForms.ServiceForm.class)
    ResponseEntity<Object> serve(@PathVariable String no, @PathVariable int rno, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.ServiceForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> serving.serve(number, rno, said.manner(), new Said(said.happenedOn(), said.lateBecause()), current.actor()));
    }

    @PostMapping("/acknowledgement")
    @Takes(ActForms.SignatureForm.class)
    ResponseEntity<Object> acknowledge(@PathVariable String no, @PathVariable int rno, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.SignatureForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> serving.acknowledge(number, rno, said.signature(), said.signer(), said.witnesses(), said.drawing(), current.actor()));
    }
}
