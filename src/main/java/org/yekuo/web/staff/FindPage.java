package org.yekuo.web.staff;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.FindingCases;

/** Cases found wherever they stand (查找案件), ended ones and those of an old system too. */
@Controller
class FindPage {

    private final FindingCases finding;
    private final CurrentStaff current;

    FindPage(FindingCases finding, CurrentStaff current) {
        this.finding = finding;
        this.current = current;
    }

    @GetMapping("/work/find")
    String find(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("found", finding.find(q, current.actor()));
        model.addAttribute("most", FindingCases.MOST);
        return "staff/find";
    }
}
