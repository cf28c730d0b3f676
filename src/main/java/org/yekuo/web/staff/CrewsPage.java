package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.yekuo.appointment.AppointmentForms.CrewForm;
import org.yekuo.appointment.AppointmentForms.CrewRole;
import org.yekuo.appointment.Crew;
import org.yekuo.appointment.KeepingCrews;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageField.Option;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import tools.jackson.databind.node.ObjectNode;

/** Who goes out with whom (编班), of one company. */
@Controller
class CrewsPage {

    /** A crew with the names of its people. */
    record Named(Crew crew, String names) {}

    private final KeepingCrews crews;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final PageForms forms;
    private final CurrentStaff current;

    CrewsPage(KeepingCrews crews, Organisation organisation, BusinessClock clock, PageForms forms, CurrentStaff current) {
        this.crews = crews;
        this.organisation = organisation;
        this.clock = clock;
        this.forms = forms;
        this.current = current;
    }

    @GetMapping("/work/crews/{unit}")
    String show(@PathVariable String unit, Model model) {
        return page(company(unit), forms.tree(), List.of(), model);
    }

    @PostMapping("/work/crews/{unit}")
    String put(@PathVariable String unit, @RequestParam MultiValueMap<String, String> posted, HttpServletResponse response, Model model) {
        var company = company(unit);
        var tree = forms.prune(PostedForm.tree(posted), CrewForm.class);
        var bound = Forms.bind(tree, CrewForm.class);
        var faults = new ArrayList<>(bound.violations());
        if (faults.isEmpty()) {
            var said = bound.read().orElseThrow();
            var crew = new Crew(company, said.name(), Role.valueOf(said.role().name()), said.people(), said.perHalfDay());
            if (crews.put(crew, current.actor()) instanceof Answer.Refused<Crew>(var refusal)) {
                faults.addAll(refusal.violations());
            }
        }
        if (faults.isEmpty()) {
            return "redirect:/work/crews/" + company;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(company, tree, faults, model);
    }

    @PostMapping("/work/crews/{unit}/removal")
    String remove(@PathVariable String unit, @RequestParam(defaultValue = "") String name, HttpServletResponse response, Model model) {
        var company = company(unit);
        if (crews.remove(company, name, current.actor()) instanceof Answer.Refused<String>(var refusal)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(company, forms.tree(), refusal.violations(), model);
        }
        return "redirect:/work/crews/" + company;
    }

    private String page(UnitCode company, ObjectNode tree, List<Violation> faults, Model model) {
        var people = Stream.of(CrewRole.values()).map(role -> Role.valueOf(role.name())).flatMap(role -> organisation.holders(company, role, clock.today()).stream()
                .map(person -> new Option(person.no(), new Text(person.name() + "(" + role.zh() + ")", person.name() + " (" + role.text().en() + ")")))).toList();
        var fields = forms.fields(CrewForm.class, "", tree, Map.of("people", people), faults, Map.of());
        model.addAttribute("company", company.value());
        model.addAttribute("unit", organisation.unit(company).map(found -> found.name()).orElse(company.value()));
        model.addAttribute("crews", crews.of(company).stream().map(crew -> new Named(crew,
                String.join("、", crew.people().stream().map(no -> organisation.staff(no).map(Staff::name).orElse(no)).toList()))).toList());
        model.addAttribute("mayKeep", crews.mayKeep(company, current.actor()));
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("names", PageForms.names(fields));
        return "staff/crews";
    }

    private UnitCode company(String unit) {
        if (!UnitCode.isValid(unit) || !organisation.scope(current.staffNo(), clock.today()).covers(new UnitCode(unit))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new UnitCode(unit);
    }
}
