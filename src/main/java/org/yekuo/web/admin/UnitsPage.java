package org.yekuo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.administration.Administrators;
import org.yekuo.administration.ChangingUnits;
import org.yekuo.administration.ReadingTraces;
import org.yekuo.administration.ReadingUnits;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** The units an administrator has (单位与岗位): a tree with halls, people and vacancies; each unit with who holds which post. */
@Controller
class UnitsPage {

    private final ReadingUnits reading;
    private final ChangingUnits changing;
    private final ReadingTraces traces;
    private final Administrators administrators;
    private final Organisation organisation;
    private final CurrentStaff current;

    UnitsPage(ReadingUnits reading, ChangingUnits changing, ReadingTraces traces, Administrators administrators, Organisation organisation, CurrentStaff current) {
        this.reading = reading;
        this.changing = changing;
        this.traces = traces;
        this.administrators = administrators;
        this.organisation = organisation;
        this.current = current;
    }

    @GetMapping("/work/admin/units")
    String tree(Model model) {
        return tree(Map.of("code", "", "name", ""), List.of(), model);
    }

    /** Enters a unit, or gives one another name. */
    @PostMapping("/work/admin/units")
    String keep(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String name, HttpServletResponse response, Model model) {
        var answer = UnitCode.isValid(code) ? changing.change(new Unit(new UnitCode(code), name.strip()), current.actor())
                : Answer.<Unit>invalid(List.of(Violation.at("code", "administration.unit-not-yours", code)));
        if (answer instanceof Answer.Refused<Unit>(var refusal)) {
            response.setStatus(AdminPage.status(refusal).value());
            return tree(Map.of("code", code, "name", name), refusal.violations(), model);
        }
        return "redirect:/work/admin/units/" + code;
    }

    private String tree(Map<String, String> typed, List<Violation> faults, Model model) {
        AdminPage.only(administrators, current);
        model.addAttribute("units", reading.all(current.actor()));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        return "admin/units";
    }

    @GetMapping("/work/admin/units/{code}")
    String unit(@PathVariable String code, Model model) {
        return unit(code, Map.of("code", "", "name", "", "phone", ""), List.of(), model);
    }

    /** Enters a hall, or corrects one. */
    @PostMapping("/work/admin/units/{unit}/halls")
    String keepHall(@PathVariable String unit, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String phone,
            HttpServletResponse response, Model model) {
        var found = seen(unit);
        if (changing.change(new Hall(code.strip(), found.unit().code(), name.strip(), phone.strip()), current.actor()) instanceof Answer.Refused<Hall>(var refusal)) {
            response.setStatus(AdminPage.status(refusal).value());
            return unit(unit, Map.of("code", code, "name", name, "phone", phone), refusal.violations(), model);
        }
        return "redirect:/work/admin/units/" + unit;
    }

    private String unit(String code, Map<String, String> typed, List<Violation> faults, Model model) {
        var file = seen(code);
        model.addAttribute("file", file);
        model.addAttribute("people", file.seats().stream().flatMap(seat -> seat.posts().stream()).map(post -> post.staffNo()).distinct()
                .collect(Collectors.toMap(no -> no, no -> organisation.staff(no).map(Staff::name).orElse(no))));
        model.addAttribute("traces", traces.of(code, current.actor()));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        return "admin/unit";
    }

    private ReadingUnits.UnitFile seen(String code) {
        if (!UnitCode.isValid(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return reading.one(new UnitCode(code), current.actor()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
