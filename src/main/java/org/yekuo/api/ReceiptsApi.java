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
import org.yekuo.casework.Said;
import org.yekuo.casework.ServingReceipt;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.Signature;
import org.yekuo.form.Asked;

/** Service and signature of receipts (送达、签收). */
@Tag(name = "5 回执 Receipts", description = "送达与签收")
@RestController
@RequestMapping("/api/v1/cases/{no}/receipts/{rno}")
class ReceiptsApi {

    record ServiceForm(
            @Asked(usedBy = "room:document") ServiceManner manner, @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause) {}

    record SignatureForm(
            @Asked(usedBy = "room:document") Signature signature, @Asked(usedBy = "room:document", maxLength = 100) String signer,
            @Asked(usedBy = "room:document") List<String> witnesses) {}

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
    @Takes(ServiceForm.class)
    ResponseEntity<Object> serve(@PathVariable String no, @PathVariable int rno, JsonBody body, HttpServletRequest request) {
        var said = body.as(ServiceForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> serving.serve(number, rno, said.manner(), new Said(said.happenedOn(), said.lateBecause()), current.actor()));
    }

    @PostMapping("/acknowledgement")
    @Takes(SignatureForm.class)
    ResponseEntity<Object> acknowledge(@PathVariable String no, @PathVariable int rno, JsonBody body, HttpServletRequest request) {
        var said = body.as(SignatureForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> serving.acknowledge(number, rno, said.signature(), said.signer(), said.witnesses(), current.actor()));
    }
}
