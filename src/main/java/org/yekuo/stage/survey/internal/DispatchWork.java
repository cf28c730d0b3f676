package org.yekuo.stage.survey.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.Slot;
import org.yekuo.appointment.Visit;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.survey.Dispatch;
import org.yekuo.vocabulary.Violation;

/** Sends people to the customer (勘查派工) and tells him when they come. */
@Component
class DispatchWork implements StageWork<Dispatch> {

    private final Appointments appointments;

    DispatchWork(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public String key() {
        return "dispatch";
    }

    @Override
    public Class<Dispatch> resultType() {
        return Dispatch.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("slot", List.of(Slot.values()));
    }

    @Override
    public List<Violation> check(CaseView view, Dispatch result) {
        var found = new ArrayList<>(Crew.check(result.surveyors(), view.facts()));
        if (result.appointmentOn().isBefore(view.today())) {
            found.add(Violation.at("appointmentOn", "survey.appointment-past", result.appointmentOn(), view.today()));
        }
        found.addAll(Visit.hours(result.slot(), result.from(), result.to()));
        if (found.isEmpty()) {
            found.addAll(appointments.clashes(view, SurveyWork.KEY, result.visit(), "surveyors"));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, Dispatch result) {
        return Effects.passed().letter("DISPATCH_SHEET", Sheets.content(result)).message("appointment.proposed", Map.of(
                "stage", SurveyWork.KEY,
                "day", result.appointmentOn().toString(),
                "slot", result.slot().name(),
                "people", result.surveyors()));
    }

    @Override
    public void record(CaseView view, Dispatch result) {
        appointments.arrange(view, SurveyWork.KEY, result.visit());
    }
}
