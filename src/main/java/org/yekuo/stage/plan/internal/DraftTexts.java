package org.yekuo.stage.plan.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

/** Every free text of a draft, looked through for designations. */
final class DraftTexts {

    private final List<Violation> found = new ArrayList<>();

    private DraftTexts() {}

    static List<Violation> check(PlanDraft draft) {
        var texts = new DraftTexts();
        texts.scan("choiceReason", draft.choiceReason());
        texts.scan("disturbance", draft.disturbance());
        texts.scan("remark", draft.remark());
        texts.scan("tariff.split", draft.tariff().split());
        var own = draft.ownSupply();
        if (own != null) {
            texts.scan("ownSupply.otherMeasures", own.otherMeasures());
        }
        for (int i = 0; i < draft.circuits().size(); i++) {
            texts.scan("circuits[" + i + "].demarcation", draft.circuits().get(i).demarcation());
            texts.scan("circuits[" + i + "].protection", draft.circuits().get(i).protection());
        }
        for (int i = 0; i < draft.receivingPoints().size(); i++) {
            texts.scan("receivingPoints[" + i + "].name", draft.receivingPoints().get(i).name());
            texts.scan("receivingPoints[" + i + "].wiring", draft.receivingPoints().get(i).wiring());
            texts.scan("receivingPoints[" + i + "].operation", draft.receivingPoints().get(i).operation());
        }
        for (int i = 0; i < draft.meteringPoints().size(); i++) {
            texts.scan("meteringPoints[" + i + "].location", draft.meteringPoints().get(i).location());
        }
        return texts.found;
    }

    private void scan(String field, @Nullable String text) {
        found.addAll(NoDesignation.scan(field, text));
    }
}
