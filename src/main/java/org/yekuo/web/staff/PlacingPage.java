package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.AppointmentForms.PlaceForm;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.PlacingVisit;
import org.yekuo.appointment.ReadingCalendar;
import org.yekuo.appointment.Visit;
import org.yekuo.casework.Acted;
import org.yekuo.casework.ReadingCase;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageField.Option;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.internal.StageNames;
import tools.jackson.databind.node.ObjectNode;

/** Placing one visit (安排上门): by form, also where a job was dragged to; what the customer will be told stands beside it. */
@Controller
class PlacingPage {

    private final ReadingCase reading;
    private final ReadingCalendar calendar;
    private final PlacingVisit placing;
    private final Appointments appointments;
    private final PageForms forms;
    private final StageNames stages;
    private final CurrentStaff current;

    PlacingPage(ReadingCase reading, ReadingCalendar calendar, PlacingVisit placing, Appointments appointments, PageForms forms, StageNames stages, CurrentStaff current) {
        this.reading = reading;
        this.calendar = calendar;
        this.placing = placing;
        this.appointments = appointments;
        this.forms = forms;
        this.stages = stages;
        this.current = current;
    }

    @GetMapping("/work/cases/{no}/visits/{stage}")
    String show(@PathVariable String no, @PathVariable String stage, @RequestParam(defaultValue = "0") int phase, @RequestParam(defaultValue = "") String crew,
            @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String slot, Model model) {
        var number = number(no);
        var tree = forms.tree().put("lateKnown", "false");
        appointments.live(number, stage, phase).ifPresent(there -> start(tree, there));
        Map.of("crew", crew, "day", day, "slot", slot).forEach((name, said) -> {
            if (!said.isBlank()) {
                tree.put(name, said);
            }
        });
        return page(number, stage, phase, tree, List.of(), model);
    }

    @PostMapping("/work/cases/{no}/visits/{stage}")
    String place(@PathVariable String no, @PathVariable String stage, @RequestParam(defaultValue = "0") int phase, @RequestParam MultiValueMap<String, String> posted,
            HttpServletResponse response, Model model) {
        var number = number(no);
        var tree = forms.prune(PostedForm.tree(posted).without(List.of("phase")), PlaceForm.class);
        if (!tree.has("lateKnown")) {
            tree.put("lateKnown", "false");
        }
        var bound = Forms.bind(tree, PlaceForm.class);
        var faults = new ArrayList<>(bound.violations());
        if (posted.containsKey("_preview")) {
            return page(number, stage, phase, tree, faults, model);
        }
        if (faults.isEmpty()) {
            var said = bound.read().orElseThrow();
            var visit = visit(number, stage, said);
            faults.addAll(faults(placing.place(number, stage, phase, visit, said.lateKnown(), current.actor())));
            if (faults.isEmpty()) {
                return "redirect:/work/calendar?week=" + said.day() + "&unit=" + summary(number).handledBy() + "&done=" + number;
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(number, stage, phase, tree, faults, model);
    }

    private static List<Violation> faults(Answer<Acted> answer) {
        return answer instanceof Answer.Refused<Acted>(var refusal) ? refusal.violations() : List.of();
    }

    /** What is known when a visit is moved: who comes, and the first time the customer asked for. */
    private void start(ObjectNode tree, Appointment there) {
        tree.put("crew", there.crew() == null ? there.visit().people().getFirst() : there.crew());
        var wish = there.wishes().stream().findFirst();
        tree.put("day", wish.map(Appointment.Wish::day).orElse(there.day()).toString());
        tree.put("slot", wish.map(Appointment.Wish::slot).orElse(there.slot()).name());
        if (wish.isEmpty() && there.from() != null && there.to() != null) {
            tree.put("from", there.from().toString()).put("to", there.to().toString());
        }
    }

    private Visit visit(CaseNo no, String stage, PlaceForm said) {
        var people = calendar.choices(new UnitCode(summary(no).handledBy()), stage).stream().filter(line -> line.key().equals(said.crew())).findFirst()
                .map(ReadingCalendar.Line::people).orElse(List.of());
        return new Visit(people, said.day(), said.slot(), said.from(), said.to());
    }

    private String page(CaseNo number, String stage, int phase, ObjectNode tree, List<Violation> faults, Model model) {
        var summary = summary(number);
        var lines = calendar.choices(new UnitCode(summary.handledBy()), stage);
        if (lines.isEmpty()) {
            throw notThere();
        }
        var crews = lines.stream().map(line -> new Option(line.key(), said(line))).toList();
        var fields = forms.fields(PlaceForm.class, "", tree, Map.of("crew", crews), faults, Map.of());
        var name = stages.name(stage, "", true);
        var latest = placing.latest(number, current.actor());
        var visit = faults.isEmpty() ? Forms.bind(tree, PlaceForm.class).read().map(form -> visit(number, stage, form)).filter(one -> !one.people().isEmpty()) : Optional.<Visit>empty();
        boolean late = visit.filter(one -> latest.filter(one.day()::isAfter).isPresent()).isPresent() || faults.stream().anyMatch(fault -> "lateKnown".equals(fault.field()));
        model.addAttribute("summary", summary);
        model.addAttribute("stage", stage);
        model.addAttribute("phase", phase);
        model.addAttribute("name", name);
        model.addAttribute("faults", faults);
        model.addAttribute("fields", fields.stream().filter(field -> !field.path().equals("lateKnown") || late).toList());
        model.addAttribute("names", PageForms.names(fields));
        model.addAttribute("latest", latest.orElse(null));
        model.addAttribute("late", late);
        model.addAttribute("there", appointments.live(number, stage, phase).orElse(null));
        model.addAttribute("message", visit.map(one -> placing.preview(name, one)).orElse(null));
        return "staff/place";
    }

    private static Text said(ReadingCalendar.Line line) {
        var names = String.join("、", line.names());
        return line.key().equals(line.people().getFirst()) ? new Text(names, names) : new Text(line.title() + "：" + names, line.title() + ": " + names);
    }

    private ReadingCase.Summary summary(CaseNo number) {
        return java.util.Objects.requireNonNull(reading.summary(number, current.actor()).orElseThrow(PlacingPage::notThere));
    }

    private static CaseNo number(@Nullable String no) {
        return CaseNo.parse(String.valueOf(no)).orElseThrow(PlacingPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
