package org.yekuo.web.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.yekuo.appointment.AnsweringAppointment;
import org.yekuo.appointment.AppointmentForms.WishForm;
import org.yekuo.appointment.Appointments;
import org.yekuo.casework.Acted;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import tools.jackson.databind.node.ObjectNode;

/** The visits a customer expects (上门预约), on the page of her case: she agrees, or asks for one or two other times. */
@Component
class MyVisits {

    private static final String TYPED = "wish";

    private final Appointments appointments;
    private final AnsweringAppointment answering;
    private final PageForms forms;

    MyVisits(Appointments appointments, AnsweringAppointment answering, PageForms forms) {
        this.appointments = appointments;
        this.answering = answering;
        this.forms = forms;
    }

    /** @param faulty the appointment that was answered with faults, or 0 */
    void add(CaseNo no, int faulty, List<Violation> faults, Model model) {
        var typed = model.getAttribute(TYPED) instanceof ObjectNode tree ? tree : forms.tree();
        var fields = forms.fields(WishForm.class, "", typed, Map.of(), faults, Map.of());
        model.addAttribute("visits", appointments.of(no).stream().filter(one -> one.state().live()).toList());
        model.addAttribute("wishFields", fields);
        model.addAttribute("names", PageForms.names(fields));
        model.addAttribute("faulty", faulty);
        model.addAttribute("faults", faults);
    }

    List<Violation> agree(CaseNo no, int n, Actor customer) {
        return faults(answering.agree(no, n, customer));
    }

    List<Violation> ask(CaseNo no, int n, MultiValueMap<String, String> posted, Actor customer, Model model) {
        var tree = forms.prune(PostedForm.tree(posted), WishForm.class);
        model.addAttribute(TYPED, tree);
        var bound = Forms.bind(tree, WishForm.class);
        var faults = new ArrayList<>(bound.violations());
        bound.read().filter(said -> faults.isEmpty()).ifPresent(said -> faults.addAll(faults(answering.ask(no, n, said, customer))));
        return faults;
    }

    private static List<Violation> faults(Answer<Acted> answer) {
        return answer instanceof Answer.Refused<Acted>(var refusal) ? refusal.violations() : List.of();
    }
}
