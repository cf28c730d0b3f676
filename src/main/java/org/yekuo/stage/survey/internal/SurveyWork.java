package org.yekuo.stage.survey.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.survey.Slot;
import org.yekuo.stage.survey.Survey;
import org.yekuo.vocabulary.Violation;

/** Takes what was found on site (现场勘查). A customer is never refused: what can't be supplied now gets a cause, a remedy and a day. */
@Component
class SurveyWork implements StageWork<Survey> {

    @Override
    public String key() {
        return "survey";
    }

    @Override
    public Class<Survey> resultType() {
        return Survey.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of(
                "conclusion", List.of(Survey.Conclusion.values()),
                "notToday.why", List.of(Survey.Why.values()),
                "notToday.days", List.of(Survey.Side.values()),
                "notToday.newSlot", List.of(Slot.values()));
    }

    @Override
    public List<Violation> check(CaseView view, Survey result) {
        var found = new ArrayList<>(Crew.check(result.surveyors(), view.facts()));
        if (result.visitedOn().isAfter(view.today())) {
            found.add(Violation.at("visitedOn", "survey.visit-in-future", result.visitedOn(), view.today()));
        }
        found.addAll(new Findings(view, result).check());
        return found;
    }

    @Override
    public Effects apply(CaseView view, Survey result) {
        var notToday = result.notToday();
        if (notToday != null) {
            return Effects.again("survey.again-" + notToday.why().name().toLowerCase().replace('_', '-')).letter("SURVEY_SHEET", Sheets.content(result))
                    .message("survey.appointed", Map.of(
                            "day", notToday.newDay().toString(),
                            "slot", notToday.newSlot().name(),
                            "days", notToday.days().name(),
                            "surveyors", result.surveyors()));
        }
        var illegalUse = result.illegalUse();
        if (illegalUse != null && !illegalUse.isBlank()) {
            // 发现违约用电、窃电或擅自施工:停办,转用电检查. The survey is repeated once inspection has settled it.
            return Effects.again("survey.again-illegal-use").message("inspection.illegal-use-found", Map.of(
                    "found", illegalUse, "visitedOn", result.visitedOn().toString(), "surveyors", result.surveyors()));
        }
        return Effects.passed().letter("SURVEY_SHEET", Sheets.content(result))
                .fact("gridWorks", result.conclusion() == Survey.Conclusion.CAN_SUPPLY_WITH_GRID_WORKS)
                .fact("constrained", result.conclusion() == Survey.Conclusion.CANNOT_SUPPLY_NOW);
    }
}
