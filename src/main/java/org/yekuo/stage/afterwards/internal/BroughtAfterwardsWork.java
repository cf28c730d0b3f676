package org.yekuo.stage.afterwards.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.afterwards.BroughtAfterwards;
import org.yekuo.vocabulary.Violation;

/** Closes the green channel's papers (补办手续, 细则 2.1); the hall itself sees that none is missing. */
@Component
class BroughtAfterwardsWork implements StageWork<BroughtAfterwards> {

    @Override
    public String key() {
        return "green-papers";
    }

    @Override
    public Class<BroughtAfterwards> resultType() {
        return BroughtAfterwards.class;
    }

    @Override
    public List<Violation> check(CaseView view, BroughtAfterwards result) {
        return result.completedOn().isAfter(view.today())
                ? List.of(Violation.at("completedOn", "afterwards.in-future", result.completedOn(), view.today())) : List.of();
    }

    @Override
    public Effects apply(CaseView view, BroughtAfterwards result) {
        return Effects.passed().letter("FORMALITIES_COMPLETED", Map.of(
                "customerName", view.application().customerName(), "address", view.application().address(), "completedOn", result.completedOn().toString()));
    }
}
