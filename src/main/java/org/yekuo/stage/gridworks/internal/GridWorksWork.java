package org.yekuo.stage.gridworks.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.gridworks.GridWorksDone;
import org.yekuo.stage.gridworks.GridWorksDone.Step;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

/** Takes the company's own works when they are accepted (电网配套工程, 细则 3.6). Their time is the company's. */
@Component
class GridWorksWork implements StageWork<GridWorksDone> {

    @Override
    public String key() {
        return "grid-works";
    }

    @Override
    public Class<GridWorksDone> resultType() {
        return GridWorksDone.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("milestones.step", List.of(Step.values()));
    }

    @Override
    public List<Violation> check(CaseView view, GridWorksDone result) {
        var found = new ArrayList<>(milestones(result));
        if (result.finishedOn().isAfter(view.today())) {
            found.add(Violation.at("finishedOn", "gridworks.finished-in-future", result.finishedOn(), view.today()));
        }
        var outage = result.outage();
        if (outage != null && outage.to().isBefore(outage.from())) {
            found.add(Violation.at("outage.to", "gridworks.outage-ends-before-start", outage.to(), outage.from()));
        }
        view.result("plan-draft", PlanDraft.class).map(PlanDraft::capacityKva)
                .filter(planned -> !result.defective() && result.capacityKva().compareTo(planned) < 0).ifPresent(planned ->
                found.add(Violation.at("capacityKva", "gridworks.too-small", result.capacityKva().toPlainString(), planned.toPlainString())));
        return found;
    }

    private static List<Violation> milestones(GridWorksDone result) {
        var found = new ArrayList<Violation>();
        var days = new EnumMap<Step, LocalDate>(Step.class);
        for (int i = 0; i < result.milestones().size(); i++) {
            var milestone = result.milestones().get(i);
            if (days.put(milestone.step(), milestone.on()) != null) {
                found.add(Violation.at("milestones[" + i + "].step", "gridworks.milestone-twice"));
            }
        }
        LocalDate last = null;
        for (var step : Step.values()) {
            var day = days.get(step);
            if (day == null) {
                // Works with defects have not come to their end.
                if (!result.defective()) {
                    found.add(Violation.at("milestones", "gridworks.milestone-missing", step.ordinal() + 1));
                }
                continue;
            }
            if (last != null && day.isBefore(last)) {
                found.add(Violation.at("milestones", "gridworks.milestones-out-of-order", day, last));
            }
            last = last == null || day.isAfter(last) ? day : last;
        }
        if (last != null && result.finishedOn().isBefore(last)) {
            found.add(Violation.at("finishedOn", "gridworks.finished-before-milestone", result.finishedOn(), last));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, GridWorksDone result) {
        return result.defective() ? Effects.again("gridworks.again-defects")
                : Effects.passed().message("gridworks.finished", Map.of("on", result.finishedOn().toString()));
    }
}
