package org.yekuo.stage.plan.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.plan.ConstrainedReply;
import org.yekuo.stage.survey.Survey;
import org.yekuo.vocabulary.Violation;

/** Writes to the customer that there is no capacity yet, why, what is done and by when (受限答复). */
@Component
class ConstrainedReplyWork implements StageWork<ConstrainedReply> {

    @Override
    public String key() {
        return "constrained-reply";
    }

    @Override
    public Class<ConstrainedReply> resultType() {
        return ConstrainedReply.class;
    }

    @Override
    public List<Violation> check(CaseView view, ConstrainedReply result) {
        var found = new ArrayList<>(NoDesignation.scan("note", result.note()));
        if (!result.promisedOn().isAfter(view.today())) {
            found.add(Violation.at("promisedOn", "plan.promise-past", result.promisedOn()));
        }
        var constraint = view.result("survey", Survey.class).map(Survey::constraint);
        if (constraint.isEmpty()) {
            found.add(Violation.of("plan.no-constraint-found"));
        } else if (result.promisedOn().isBefore(constraint.get().expectedOn())) {
            found.add(Violation.at("promisedOn", "plan.promise-before-expected", result.promisedOn(), constraint.get().expectedOn()));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, ConstrainedReply result) {
        var content = new TreeMap<String, Object>();
        view.result("survey", Survey.class).map(Survey::constraint).ifPresent(constraint -> {
            content.put("cause", constraint.cause());
            content.put("remedy", constraint.remedy());
            if (constraint.alternative() != null) {
                content.put("alternative", constraint.alternative());
            }
        });
        content.put("promisedOn", result.promisedOn().toString());
        if (result.note() != null) {
            content.put("note", result.note());
        }
        return Effects.passed().onReceipt(content).letter("CONSTRAINED_REPLY", content);
    }
}
