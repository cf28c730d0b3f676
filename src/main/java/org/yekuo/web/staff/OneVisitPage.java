package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
import org.yekuo.api.OneVisitForm;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.VisitingOnce;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Organisation;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageField;
import org.yekuo.web.form.PageField.Option;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.form.Uploads;
import tools.jackson.databind.node.ObjectNode;

/** Low-voltage work in one visit (一次上门连办) on one page: survey, plan, contract, meter and energising, each with its faults below it. */
@Controller
class OneVisitPage {

    /** A step as the page shows it: what must be filled in, and what may be. */
    record Step(String key, Text name, List<PageField> needed, List<PageField> more) {

        public boolean speaks() {
            return more.stream().anyMatch(field -> !field.faults().isEmpty());
        }
    }

    /** What is not needed by every supply, and yet by each in one visit. */
    private static final Set<String> FIRST = Set.of("survey.load", "survey.points", "plan.circuits", "plan.receivingPoints", "plan.meteringPoints", "contract.annexes",
            "metering.devices", "metering.seals", "energisation.switchedOn");

    private final VisitingOnce visiting;
    private final ReadingCase reading;
    private final OneVisitStart start;
    private final StageChoices choices;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final PageForms forms;
    private final Uploads uploads;
    private final CurrentStaff current;

    OneVisitPage(VisitingOnce visiting, ReadingCase reading, OneVisitStart start, StageChoices choices, Organisation organisation, BusinessClock clock, PageForms forms,
            Uploads uploads, CurrentStaff current) {
        this.visiting = visiting;
        this.reading = reading;
        this.start = start;
        this.choices = choices;
        this.organisation = organisation;
        this.clock = clock;
        this.forms = forms;
        this.uploads = uploads;
        this.current = current;
    }

    @GetMapping("/work/cases/{no}/one-visit")
    String show(@PathVariable String no, Model model) {
        var number = number(no);
        var tree = start.values(summary(number), reading.stages(number, current.actor()).orElse(List.of()), visiting.choices(number, current.actor()),
                visiting.beforehand(number, current.actor()), current.staffNo());
        return page(number, tree, List.of(), Map.of(), model);
    }

    @PostMapping("/work/cases/{no}/one-visit")
    String visit(@PathVariable String no, @RequestParam MultiValueMap<String, String> posted, @RequestParam Map<String, MultipartFile> files, HttpServletResponse response, Model model) {
        var number = number(no);
        var taken = uploads.take(posted, files, new UnitCode(summary(number).unit()), current.actor());
        var raw = PostedForm.tree(taken.values());
        var tree = forms.prune(raw.deepCopy(), OneVisitForm.class);
        var less = posted.getFirst("_less");
        if (less != null) {
            forms.drop(tree, less);
        }
        start.carry(tree, visiting.choices(number, current.actor()));
        if (less != null || posted.containsKey("_more")) {
            return page(number, tree, taken.faults(), forms.spare(raw, tree, posted.getFirst("_more")), model);
        }
        var bound = Forms.bind(tree, OneVisitForm.class);
        var faults = new ArrayList<>(taken.faults());
        faults.addAll(bound.violations());
        if (faults.isEmpty()) {
            var said = bound.read().orElseThrow();
            if (visiting.visit(number, said.steps(), said.before(), current.actor()) instanceof Answer.Refused<Acted>(var refusal)) {
                faults.addAll(refusal.violations());
            }
        }
        if (faults.isEmpty()) {
            return "redirect:/work/cases/" + number + "?done=energisation";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(number, tree, faults, Map.of(), model);
    }

    private String page(CaseNo number, ObjectNode tree, List<Violation> faults, Map<String, Integer> spare, Model model) {
        var summary = summary(number);
        var fields = forms.fields(OneVisitForm.class, "", tree, options(number, summary), faults, spare);
        model.addAttribute("summary", summary);
        model.addAttribute("may", visiting.mayVisit(number, current.actor()));
        model.addAttribute("steps", fields.stream().map(OneVisitPage::step).toList());
        model.addAttribute("opened", FIRST);
        model.addAttribute("faults", faults);
        model.addAttribute("names", PageForms.names(fields));
        return "staff/one-visit";
    }

    /** A step shows first what it needs, with what is usually filled in; the rest is folded away. */
    private static Step step(PageField field) {
        if (field.kind() != PageField.Kind.GROUP) {
            return new Step(field.path(), field.label(), List.of(field), List.of());
        }
        var shown = field.fields().stream().flatMap(one -> OneVisitStart.shown(one, true).stream()).toList();
        var needed = shown.stream().filter(one -> one.needed() || FIRST.contains(one.path()) || !one.faults().isEmpty()).toList();
        return new Step(field.path(), field.label(), needed, shown.stream().filter(one -> !needed.contains(one)).toList());
    }

    private Map<String, List<Option>> options(CaseNo number, ReadingCase.Summary summary) {
        var options = new TreeMap<String, List<Option>>();
        var units = List.of(new UnitCode(summary.handledBy()));
        var offered = visiting.choices(number, current.actor());
        OneVisitStart.STEPS.forEach((step, stage) -> choices.of(units, offered.getOrDefault(stage, Map.of())).forEach((path, list) -> options.put(step + "." + path, list)));
        var before = visiting.beforehand(number, current.actor());
        options.put("beforehand.stage", before.stream().map(needed -> new Option(needed.stage(), needed.stageName())).distinct().toList());
        options.put("beforehand.part", before.stream().map(needed -> new Option(needed.part(), needed.name())).distinct().toList());
        options.put("beforehand.by", before.stream().flatMap(needed -> organisation.holders(needed.unit(), needed.role(), clock.today()).stream())
                .map(person -> new Option(person.no(), new Text(person.name(), person.name()))).distinct().toList());
        return options;
    }

    private ReadingCase.Summary summary(CaseNo number) {
        return Objects.requireNonNull(reading.summary(number, current.actor()).orElseThrow(OneVisitPage::notThere));
    }

    private static CaseNo number(String no) {
        return CaseNo.parse(no).orElseThrow(OneVisitPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
