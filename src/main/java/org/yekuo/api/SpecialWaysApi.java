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
import org.yekuo.casework.GrantingGreenChannel;
import org.yekuo.casework.VisitingOnce;

/** Faster ways through a procedure: the green channel (绿色通道) and low-voltage work in one visit (一次上门连办). */
@Tag(name = "4 案件操作 Case acts", description = "绿色通道、一次上门连办")
@RestController
@RequestMapping("/api/v1/cases/{no}")
class SpecialWaysApi {

    private final CaseAnswers answers;
    private final ActAnswers acts;
    private final CurrentStaff current;
    private final GrantingGreenChannel granting;
    private final VisitingOnce visiting;

    SpecialWaysApi(CaseAnswers answers, ActAnswers acts, CurrentStaff current, GrantingGreenChannel granting, VisitingOnce visiting) {
        this.answers = answers;
        this.acts = acts;
        this.current = current;
        this.granting = granting;
        this.visiting = visiting;
    }

    @PostMapping("/green-channel")
    @Takes(ActForms.GreenForm.class)
    ResponseEntity<Object> grant(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ActForms.GreenForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> granting.grant(number, said.reason(), said.note(), said.evidence(), current.actor()));
    }

    @PostMapping("/one-visit")
    @Takes(OneVisitForm.class)
    ResponseEntity<Object> visit(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(OneVisitForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> visiting.visit(number, said.steps(), said.before(), current.actor()));
    }
}
