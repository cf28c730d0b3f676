package org.yekuo.web.staff;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.ReadingCase;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.web.internal.LimitSheets;

/** The limits of a case explained on a page of their own (时限说明), printable. */
@Controller
class LimitsPage {

    private final ReadingCase reading;
    private final CurrentStaff current;
    private final LimitSheets sheets;

    LimitsPage(ReadingCase reading, CurrentStaff current, LimitSheets sheets) {
        this.reading = reading;
        this.current = current;
        this.sheets = sheets;
    }

    @GetMapping("/work/cases/{no}/limits")
    String show(@PathVariable String no, Model model) {
        var actor = current.actor();
        var number = CaseNo.parse(no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var summary = reading.summary(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("home", "/work/cases/" + number);
        model.addAttribute("summary", summary);
        model.addAttribute("sheets", sheets.of(summary, reading.limits(number, actor).orElse(List.of())));
        return "staff/limits";
    }
}
