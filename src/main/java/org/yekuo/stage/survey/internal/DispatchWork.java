package org.yekuo.stage.survey.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.survey.Dispatch;
import org.yekuo.stage.survey.Slot;
import org.yekuo.vocabulary.Violation;

/** Sends people to the customer (勘查派工) and tells him when they come. */
@Component
class DispatchWork implements StageWork<Dispatch> {

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
        return found;
    }

    @Override
    public Effects apply(CaseView view, Dispatch result) {
        return Effects.passed().letter("DISPATCH_SHEET", Sheets.content(result)).message("survey.appointed", Map.of(
                "day", result.appointmentOn().toString(),
                "slot", result.slot().name(),
                "surveyors", result.surveyors()));
    }
}
