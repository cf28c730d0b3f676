package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.ReadingCase;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.web.acts.ActSheet;
import org.yekuo.web.acts.CaseActs;

/** The page of one act on a case, for the staff. */
@Controller
class ActPage {

    private static final String VIEW = "parts/act";

    private final CaseActs acts;
    private final ActSheet sheet;
    private final ReadingCase reading;
    private final CurrentStaff current;

    ActPage(CaseActs acts, ActSheet sheet, ReadingCase reading, CurrentStaff current) {
        this.acts = acts;
        this.sheet = sheet;
        this.reading = reading;
        this.current = current;
    }

    @GetMapping("/work/cases/{no}/acts/{act}")
    String show(@PathVariable String no, @PathVariable String act, @RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "0") int phase, Model model) {
        var number = seen(no);
        model.addAttribute("home", "/work/cases/" + number);
        sheet.show(number, act(act), of, phase, current.actor(), model);
        return VIEW;
    }

    @PostMapping("/work/cases/{no}/acts/{act}")
    String act(@PathVariable String no, @PathVariable String act, @RequestParam(defaultValue = "") String of, @RequestParam MultiValueMap<String, String> posted,
            @RequestParam Map<String, MultipartFile> files, HttpServletResponse response, Model model) {
        var number = seen(no);
        model.addAttribute("home", "/work/cases/" + number);
        return switch (sheet.post(number, act(act), of, posted, files, current.actor(), model)) {
            // Who gave the case away may not see it any more.
            case DONE -> reading.summary(number, current.actor()).isPresent() ? "redirect:/work/cases/" + number + "?done=act." + act : "redirect:/work";
            case SHOWN -> VIEW;
            case FAULTY -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield VIEW;
            }
        };
    }

    private CaseActs.Act<?> act(String key) {
        return acts.act(key).orElseThrow(ActPage::notThere);
    }

    private CaseNo seen(String no) {
        return CaseNo.parse(no).filter(number -> reading.summary(number, current.actor()).isPresent()).orElseThrow(ActPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
