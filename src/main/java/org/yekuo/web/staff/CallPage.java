package org.yekuo.web.staff;

import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CaseAct;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.OfferingActs;
import org.yekuo.casework.ReadingCase;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.Customers;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.internal.Say;

/** Ringing the customer (打电话): the number in full, which is kept as looked at, and what came of the call in one press. For whoever may log a contact. */
@Controller
class CallPage {

    private final ReadingCase reading;
    private final OfferingActs offering;
    private final Customers customers;
    private final CurrentStaff current;
    private final Say say;

    CallPage(ReadingCase reading, OfferingActs offering, Customers customers, CurrentStaff current, Say say) {
        this.reading = reading;
        this.offering = offering;
        this.customers = customers;
        this.current = current;
        this.say = say;
    }

    @GetMapping("/work/cases/{no}/call")
    String show(@PathVariable String no, Model model) {
        var summary = summary(no);
        return page(summary, customers.view(new UnitCode(summary.unit()), summary.customerId()).orElseThrow(CallPage::notThere), model);
    }

    @PostMapping("/work/cases/{no}/call")
    String reveal(@PathVariable String no, Model model) {
        var summary = summary(no);
        return switch (customers.unmask(new UnitCode(summary.unit()), summary.customerId(), current.actor(), say.key("web.call.reason", summary.caseNo()))) {
            case Answer.Done<CustomerView>(var customer) -> page(summary, customer, model);
            case Answer.Refused<CustomerView> refused -> throw notThere();
        };
    }

    private static String page(ReadingCase.Summary summary, CustomerView customer, Model model) {
        model.addAttribute("summary", summary);
        model.addAttribute("customer", customer);
        return "staff/call";
    }

    private ReadingCase.Summary summary(String no) {
        var summary = Objects.requireNonNull(CaseNo.parse(no).flatMap(number -> reading.summary(number, current.actor())).orElseThrow(CallPage::notThere));
        if (!offering.of(summary.caseNo(), current.actor()).contains(CaseAct.LOG_CONTACT)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return summary;
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
