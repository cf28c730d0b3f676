package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.yekuo.casework.Acted;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.RehearsingAct;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.form.Uploads;
import org.yekuo.web.internal.Say;
import tools.jackson.databind.node.ObjectNode;

/** The page of one act on a case: its form; where limits move, what will become of each; then the act. */
@Controller
class ActPage {

    private final CaseActs acts;
    private final ActChoices choices;
    private final ReadingCase reading;
    private final RehearsingAct rehearsing;
    private final PageForms forms;
    private final Uploads uploads;
    private final CurrentStaff current;
    private final Say say;

    ActPage(CaseActs acts, ActChoices choices, ReadingCase reading, RehearsingAct rehearsing, PageForms forms, Uploads uploads, CurrentStaff current, Say say) {
        this.acts = acts;
        this.choices = choices;
        this.reading = reading;
        this.rehearsing = rehearsing;
        this.forms = forms;
        this.uploads = uploads;
        this.current = current;
        this.say = say;
    }

    @GetMapping("/work/cases/{no}/acts/{act}")
    String show(@PathVariable String no, @PathVariable String act, @RequestParam(defaultValue = "") String of, @RequestParam(required = false) @Nullable Integer phase, Model model) {
        var tree = forms.tree();
        if (phase != null && phase > 0) {
            tree.put("phase", phase.toString());
        }
        return page(number(no), act(act), of, tree, List.of(), Map.of(), model);
    }

    @PostMapping("/work/cases/{no}/acts/{act}")
    String act(@PathVariable String no, @PathVariable String act, @RequestParam(defaultValue = "") String of, @RequestParam MultiValueMap<String, String> posted,
            @RequestParam Map<String, MultipartFile> files, HttpServletResponse response, Model model) {
        return act(number(no), act(act), of, posted, files, response, model);
    }

    private <T> String act(CaseNo no, CaseActs.Act<T> act, String of, MultiValueMap<String, String> posted, Map<String, MultipartFile> files,
            HttpServletResponse response, Model model) {
        var taken = uploads.take(posted, files, new UnitCode(summary(no).unit()), current.actor());
        var tree = forms.prune(PostedForm.tree(taken.values()).without(List.of("of")), act.form());
        var less = posted.getFirst("_less");
        var more = posted.getFirst("_more");
        if (less != null) {
            forms.drop(tree, less);
        }
        if (less != null || more != null || posted.containsKey("_again")) {
            return page(no, act, of, tree, taken.faults(), more == null ? Map.of() : Map.of(more, 1), model);
        }
        var bound = Forms.bind(tree, act.form());
        var faults = new ArrayList<>(taken.faults());
        faults.addAll(bound.violations());
        if (faults.isEmpty() && bound instanceof Bound.Read<T>(var said)) {
            if (act.rehearsed() && !posted.containsKey("_confirmed")) {
                switch (rehearsing.rehearse(no, current.actor(), () -> act.doing().act(no, of, said, current.actor()))) {
                    case Answer.Refused<RehearsingAct.Rehearsed>(var refusal) -> faults.addAll(refusal.violations());
                    case Answer.Done<RehearsingAct.Rehearsed>(var rehearsed) -> model.addAttribute("will", Consequences.of(rehearsed));
                }
            } else {
                switch (act.doing().act(no, of, said, current.actor())) {
                    case Answer.Refused<Acted>(var refusal) -> faults.addAll(refusal.violations());
                    case Answer.Done<Acted> done -> {
                        return reading.summary(no, current.actor()).isPresent() ? "redirect:/work/cases/" + no + "?done=act." + act.key() : "redirect:/work";
                    }
                }
            }
        }
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(no, act, of, tree, faults, Map.of(), model);
    }

    private String page(CaseNo no, CaseActs.Act<?> act, String of, ObjectNode values, List<Violation> faults, Map<String, Integer> more, Model model) {
        var summary = summary(no);
        var stages = reading.stages(no, current.actor()).orElse(List.of());
        model.addAttribute("summary", summary);
        model.addAttribute("act", act);
        model.addAttribute("of", of);
        model.addAttribute("faults", faults);
        model.addAttribute("title", say.key("web.act." + act.key()) + " · " + summary.application().customerName());
        var fields = forms.fields(act.form(), "", values, choices.of(act, of, summary, stages), faults, more);
        model.addAttribute("fields", fields);
        model.addAttribute("names", PageForms.names(fields));
        return "staff/act";
    }

    private CaseActs.Act<?> act(String key) {
        return acts.act(key).orElseThrow(ActPage::notThere);
    }

    private ReadingCase.Summary summary(CaseNo no) {
        return reading.summary(no, current.actor()).orElseThrow(ActPage::notThere);
    }

    private static CaseNo number(String no) {
        return CaseNo.parse(no).orElseThrow(ActPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
