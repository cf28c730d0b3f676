package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
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
import org.yekuo.appointment.AnsweringAppointment;
import org.yekuo.appointment.AnsweringInvitation;
import org.yekuo.appointment.AppointmentForms.EndForm;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.EndingAppointment;
import org.yekuo.casework.Acted;
import org.yekuo.casework.ReadingCase;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.form.Uploads;
import tools.jackson.databind.node.ObjectNode;

/** One appointment (预约): what becomes of it, as staff record it; whether an invited colleague comes. */
@Controller
class AppointmentPage {

    private final ReadingCase reading;
    private final Appointments appointments;
    private final AnsweringAppointment answering;
    private final AnsweringInvitation invitations;
    private final EndingAppointment ending;
    private final PageForms forms;
    private final Uploads uploads;
    private final CurrentStaff current;

    AppointmentPage(ReadingCase reading, Appointments appointments, AnsweringAppointment answering, AnsweringInvitation invitations, EndingAppointment ending, PageForms forms,
            Uploads uploads, CurrentStaff current) {
        this.reading = reading;
        this.appointments = appointments;
        this.answering = answering;
        this.invitations = invitations;
        this.ending = ending;
        this.forms = forms;
        this.uploads = uploads;
        this.current = current;
    }

    @GetMapping("/work/cases/{no}/appointments/{n}")
    String show(@PathVariable String no, @PathVariable int n, Model model) {
        return page(number(no), n, forms.tree(), List.of(), model);
    }

    /** The customer said on the telephone that the time suits her. */
    @PostMapping("/work/cases/{no}/appointments/{n}/agreed")
    String agree(@PathVariable String no, @PathVariable int n, HttpServletResponse response, Model model) {
        return answered(number(no), n, answering.agree(number(no), n, current.actor()), response, model);
    }

    /** Somebody did not come, or the visit is called off. */
    @PostMapping("/work/cases/{no}/appointments/{n}/end")
    String end(@PathVariable String no, @PathVariable int n, @RequestParam MultiValueMap<String, String> posted, @RequestParam Map<String, MultipartFile> files,
            HttpServletResponse response, Model model) {
        var number = number(no);
        var taken = uploads.take(posted, files, new UnitCode(summary(number).unit()), current.actor());
        var tree = forms.prune(PostedForm.tree(taken.values()), EndForm.class);
        var bound = Forms.bind(tree, EndForm.class);
        var faults = new ArrayList<>(taken.faults());
        faults.addAll(bound.violations());
        if (faults.isEmpty() && ending.end(number, n, bound.read().orElseThrow(), current.actor()) instanceof Answer.Refused<Acted>(var refusal)) {
            faults.addAll(refusal.violations());
        }
        if (faults.isEmpty()) {
            return "redirect:/work/cases/" + number + "?done=appointment";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(number, n, tree, faults, model);
    }

    /** "收到,参加" or "不能参加", in one tap. */
    @PostMapping("/work/cases/{no}/appointments/{n}/invitations/{part}")
    String join(@PathVariable String no, @PathVariable int n, @PathVariable String part, @RequestParam(defaultValue = "true") boolean coming,
            @RequestParam(defaultValue = "") String reason, HttpServletResponse response, Model model) {
        return answered(number(no), n, invitations.answer(number(no), n, part, coming, reason.substring(0, Math.min(500, reason.length())), current.actor()), response, model);
    }

    private String answered(CaseNo number, int n, Answer<Acted> answer, HttpServletResponse response, Model model) {
        if (answer instanceof Answer.Refused<Acted>(var refusal)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, n, forms.tree(), refusal.violations(), model);
        }
        return "redirect:/work/cases/" + number + "?done=appointment";
    }

    private String page(CaseNo number, int n, ObjectNode tree, List<Violation> faults, Model model) {
        var summary = summary(number);
        var there = appointments.of(number).stream().filter(one -> one.n() == n).findFirst().orElseThrow(AppointmentPage::notThere);
        var fields = forms.fields(EndForm.class, "", tree, Map.of(), faults, Map.of());
        model.addAttribute("summary", summary);
        model.addAttribute("there", there);
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("names", PageForms.names(fields));
        return "staff/appointment";
    }

    private ReadingCase.Summary summary(CaseNo number) {
        return java.util.Objects.requireNonNull(reading.summary(number, current.actor()).orElseThrow(AppointmentPage::notThere));
    }

    private static CaseNo number(String no) {
        return CaseNo.parse(no).orElseThrow(AppointmentPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
