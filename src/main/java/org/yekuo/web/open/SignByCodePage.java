package org.yekuo.web.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.casework.Acted;
import org.yekuo.casework.ReadingCase;
import org.yekuo.form.Asked;
import org.yekuo.form.Forms;
import org.yekuo.portal.ActingByCode;
import org.yekuo.portal.OpeningCase;
import org.yekuo.portal.TextMessages;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import tools.jackson.databind.node.ObjectNode;

/** A receipt signed with a code from her telephone (验证码签收), on the customer's side. */
@Controller
class SignByCodePage {

    /** @param code six digits, as they were sent to her */
    record CodeForm(@Asked(usedBy = "room:document", maxLength = 100) String signer, @Asked(usedBy = "room:portal", maxLength = 6) String code) {}

    private final OpeningCase opening;
    private final ReadingCase reading;
    private final ActingByCode byCode;
    private final PageForms forms;
    private final ObjectProvider<TextMessages> messages;

    SignByCodePage(OpeningCase opening, ReadingCase reading, ActingByCode byCode, PageForms forms, ObjectProvider<TextMessages> messages) {
        this.opening = opening;
        this.reading = reading;
        this.byCode = byCode;
        this.forms = forms;
        this.messages = messages;
    }

    @GetMapping("/open/case/receipts/{rno}/code")
    String show(@PathVariable int rno, HttpServletRequest request, Model model) {
        return customer(request).map(customer -> page(customer, rno, forms.tree(), List.of(), false, model)).orElse("redirect:/open/track");
    }

    @PostMapping("/open/case/receipts/{rno}/code")
    String post(@PathVariable int rno, @RequestParam MultiValueMap<String, String> posted, HttpServletRequest request, HttpServletResponse response, Model model) {
        var customer = customer(request);
        if (customer.isEmpty()) {
            return "redirect:/open/track";
        }
        var tree = forms.prune(PostedForm.tree(posted), CodeForm.class);
        var faults = new ArrayList<Violation>();
        boolean asked = posted.containsKey("_send");
        if (asked) {
            faults.addAll(byCode.send(number(customer.get()), customer.get(), request.getRemoteAddr()));
        } else {
            var bound = Forms.bind(tree, CodeForm.class);
            faults.addAll(bound.violations());
            bound.read().ifPresent(said -> faults.addAll(
                    byCode.sign(number(customer.get()), rno, said.signer(), said.code(), customer.get()) instanceof Answer.Refused<Acted>(var refusal) ? refusal.violations() : List.of()));
            if (faults.isEmpty()) {
                return "redirect:/open/case?done=acknowledgement";
            }
        }
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(customer.get(), rno, tree, faults, asked && faults.isEmpty(), model);
    }

    private String page(Actor customer, int rno, ObjectNode values, List<Violation> faults, boolean sent, Model model) {
        var no = number(customer);
        var receipt = reading.receipts(no, customer).orElse(List.of()).stream().filter(one -> one.rno() == rno && one.isLive() && !one.isAcknowledged()).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var fields = forms.fields(CodeForm.class, "", values, Map.of(), faults, Map.of());
        model.addAttribute("summary", reading.summary(no, customer).orElseThrow());
        model.addAttribute("receipt", receipt);
        model.addAttribute("fields", fields);
        model.addAttribute("names", PageForms.names(fields));
        model.addAttribute("faults", faults);
        model.addAttribute("sent", sent);
        model.addAttribute("texts", messages.stream().anyMatch(channel -> channel.shown().isPresent()));
        return "open/sign";
    }

    private Optional<Actor> customer(HttpServletRequest request) {
        return LookCookie.token(request).flatMap(opening::whose);
    }

    private static CaseNo number(Actor customer) {
        return CaseNo.parse(customer.id().substring("customer:".length())).orElseThrow();
    }
}
