package org.yekuo.web.staff;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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
import org.yekuo.casework.OfferingActs;
import org.yekuo.casework.ReadingCase;
import org.yekuo.supervision.ReadingNotices;
import org.yekuo.supervision.ReadingSupervision;
import org.yekuo.supervision.SupervisedCase;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.web.internal.Say;

/** Cases under supervision (督办), and a person's messages (消息). */
@Controller
class SupervisionPage {

    record Row(SupervisedCase item, String unit) {}

    record Message(ReadingNotices.Notice notice, String sentence) {}

    private final ReadingSupervision reading;
    private final ReadingNotices notices;
    private final ReadingCase cases;
    private final OfferingActs offering;
    private final CurrentStaff current;
    private final ListRows rows;
    private final Say say;

    SupervisionPage(ReadingSupervision reading, ReadingNotices notices, ReadingCase cases, OfferingActs offering, CurrentStaff current, ListRows rows, Say say) {
        this.reading = reading;
        this.notices = notices;
        this.cases = cases;
        this.offering = offering;
        this.current = current;
        this.rows = rows;
        this.say = say;
    }

    @GetMapping("/work/supervision")
    String list(@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable String cursor, Model model) {
        var which = Arrays.stream(SupervisedCase.State.values()).filter(one -> one.name().equalsIgnoreCase(state)).findFirst().orElse(SupervisedCase.State.OPEN);
        var page = reading.page(current.staffNo(), which, cursor);
        model.addAttribute("counts", reading.counts(current.staffNo()));
        model.addAttribute("state", which);
        model.addAttribute("rows", page.items().stream().map(one -> new Row(one, rows.unit(one.handledBy()))).toList());
        model.addAttribute("next", page.next());
        return "staff/supervision";
    }

    @GetMapping("/work/supervision/{no}/{n}")
    String show(@PathVariable String no, @PathVariable int n, Model model) {
        var actor = current.actor();
        var number = CaseNo.parse(no).orElseThrow(SupervisionPage::notThere);
        var found = reading.of(number, actor).stream().filter(one -> one.n() == n).findFirst().orElseThrow(SupervisionPage::notThere);
        var allowed = offering.of(number, actor);
        model.addAttribute("summary", cases.summary(number, actor).orElseThrow(SupervisionPage::notThere));
        model.addAttribute("row", new Row(found, rows.unit(found.handledBy())));
        model.addAttribute("mayAnswer", found.state() != SupervisedCase.State.CLOSED && allowed.contains(CaseAct.ANSWER_SUPERVISION));
        model.addAttribute("mayClose", found.state() == SupervisedCase.State.ANSWERED && found.openedBy().equals(actor.id()));
        return "staff/supervised";
    }

    @GetMapping("/work/notices")
    String box(@RequestParam(required = false) @Nullable Long before, Model model) {
        var page = notices.page(current.staffNo(), before);
        model.addAttribute("rows", page.items().stream().map(one -> new Message(one, say.key("supervision.notice." + one.kind(), one.args().toArray()))).toList());
        model.addAttribute("next", page.next());
        return "staff/notices";
    }

    /** Reads a message and goes to its work; a place of the program's own, never one that was typed. */
    @PostMapping("/work/notices/{id}")
    String go(@PathVariable long id) {
        return "redirect:" + notices.open(current.staffNo(), id).map(WorkPlaces::of).orElseThrow(SupervisionPage::notThere);
    }

    @PostMapping("/work/notices")
    String readAll() {
        notices.readAll(current.staffNo());
        return "redirect:/work/notices";
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
