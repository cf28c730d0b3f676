package org.yekuo.web.staff;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CaseAct;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.Acted;
import org.yekuo.casework.OfferingActs;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.Said;
import org.yekuo.casework.TakingPapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.portal.SendingPapers;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.internal.Say;

/** Papers that follow, sent from the customer's telephone to the clerk's page of the case (手机补资料), and taken onto its file by one button. */
@Controller
class CasePhonePage {

    private final SendingPapers sending;
    private final PhoneDesk phone;
    private final ReadingCase reading;
    private final OfferingActs offering;
    private final TakingPapers taking;
    private final Regulations regulations;
    private final CurrentStaff current;
    private final Say say;

    CasePhonePage(SendingPapers sending, PhoneDesk phone, ReadingCase reading, OfferingActs offering, TakingPapers taking, Regulations regulations, CurrentStaff current, Say say) {
        this.sending = sending;
        this.phone = phone;
        this.reading = reading;
        this.offering = offering;
        this.taking = taking;
        this.regulations = regulations;
        this.current = current;
        this.say = say;
    }

    @GetMapping("/work/cases/{no}/phone")
    String show(@PathVariable String no, Model model) {
        var summary = summary(no);
        var rows = regulations.pack(summary.pack()).orElseThrow().checklistFor(new Facts(summary.facts()));
        var link = sending.open(new UnitCode(summary.unit()), summary.caseNo(), PhoneDesk.items(rows), current.actor());
        return page(summary, link, List.of(), model);
    }

    @PostMapping("/work/cases/{no}/phone/arrived")
    String arrived(@PathVariable String no, @RequestParam("_link") String link, Model model) {
        page(summary(no), link, List.of(), model);
        return "parts/phone :: arrived";
    }

    @PostMapping("/work/cases/{no}/phone")
    String take(@PathVariable String no, @RequestParam("_link") String link, Model model) {
        var summary = summary(no);
        var papers = phone.latest(link, current.actor()).values().stream().map(one -> new DocumentInput(one.type(), null, null, false, 1, one.fileId())).toList();
        return switch (taking.take(summary.caseNo(), papers, Said.NOW, current.actor())) {
            case Answer.Done<Acted> done -> "redirect:/work/cases/" + summary.caseNo() + "?done=act.documents";
            case Answer.Refused<Acted>(var refusal) -> page(summary, link, refusal.violations(), model);
        };
    }

    private String page(ReadingCase.Summary summary, String link, List<Violation> faults, Model model) {
        model.addAttribute("summary", summary);
        model.addAttribute("phone", phone.show(link, current.actor()));
        model.addAttribute("seen", sending.arrived(link, current.actor()).size());
        model.addAttribute("faults", faults);
        model.addAttribute("names", java.util.Map.of());
        model.addAttribute("title", say.key("web.phone") + " · " + summary.application().customerName());
        return "staff/case-phone";
    }

    private ReadingCase.Summary summary(String no) {
        var number = CaseNo.parse(no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var summary = reading.summary(number, current.actor()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!offering.of(number, current.actor()).contains(CaseAct.HAND_IN_PAPERS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return java.util.Objects.requireNonNull(summary);
    }
}
