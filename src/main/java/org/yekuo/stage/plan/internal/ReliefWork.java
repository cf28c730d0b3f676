package org.yekuo.stage.plan.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.plan.Relief;
import org.yekuo.vocabulary.Violation;

/** Says that the capacity is there now (受限解除), so that the plan can be made. */
@Component
class ReliefWork implements StageWork<Relief> {

    @Override
    public String key() {
        return "relief";
    }

    @Override
    public Class<Relief> resultType() {
        return Relief.class;
    }

    @Override
    public List<Violation> check(CaseView view, Relief result) {
        return result.relievedOn().isAfter(view.today())
                ? List.of(Violation.at("relievedOn", "plan.relief-in-future", result.relievedOn(), view.today()))
                : List.of();
    }

    /** The limit of the real reply starts on the day of relief, though it may be entered later. */
    @Override
    public Effects apply(CaseView view, Relief result) {
        return Effects.passed().effectiveOn(result.relievedOn())
                .message("plan.constraint-relieved", Map.of("relievedOn", result.relievedOn().toString(), "how", result.how()));
    }
}
