package org.yekuo.stage.callback.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.callback.CalledBack;
import org.yekuo.stage.callback.CalledBack.Answer;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.vocabulary.Violation;

/** Asks the customer how it went (客户回访, 细则 1.3). That it is not somebody who handled the case is the pack's separation. */
@Component
class CallbackWork implements StageWork<CalledBack> {

    private static final int TRIES = 3;

    @Override
    public String key() {
        return "callback";
    }

    @Override
    public Class<CalledBack> resultType() {
        return CalledBack.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("answer", List.of(Answer.values()));
    }

    @Override
    public List<Violation> check(CaseView view, CalledBack result) {
        var found = new ArrayList<Violation>();
        var energised = view.results("energisation", Energised.class).stream().map(Energised::switchedOn).findFirst();
        var seen = new HashSet<CalledBack.Try>();
        for (int i = 0; i < result.tries().size(); i++) {
            var attempt = result.tries().get(i);
            var field = "tries[" + i + "]";
            if (attempt.day().isAfter(view.today())) {
                found.add(Violation.at(field + ".day", "callback.try-in-future", attempt.day(), view.today()));
            }
            energised.filter(on -> attempt.day().isBefore(on.day())).ifPresent(on ->
                    found.add(Violation.at(field + ".day", "callback.try-before-energising", attempt.day(), on.day())));
            if (!seen.add(attempt)) {
                found.add(Violation.at(field, "callback.try-twice", attempt.day(), attempt.time()));
            }
        }
        boolean reached = result.tries().stream().anyMatch(CalledBack.Try::reached);
        if (result.answer() == Answer.NOT_REACHED && reached) {
            found.add(Violation.at("answer", "callback.reached-after-all"));
        } else if (result.answer() == Answer.NOT_REACHED && result.tries().size() < TRIES) {
            found.add(Violation.at("tries", "callback.three-tries", result.tries().size()));
        } else if (result.answer() != Answer.NOT_REACHED && !reached) {
            found.add(Violation.at("tries", "callback.answer-of-nobody"));
        }
        var complaints = result.complaints();
        if (result.answer() == Answer.NOT_SATISFIED && (complaints == null || complaints.isBlank())) {
            found.add(Violation.at("complaints", "callback.complaint-missing"));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, CalledBack result) {
        var complaints = result.complaints();
        var content = new TreeMap<String, Object>(Map.of("tries", result.tries(), "answer", result.answer()));
        if (complaints != null) {
            content.put("complaints", complaints);
        }
        var remark = result.remark();
        if (remark != null) {
            content.put("remark", remark);
        }
        var effects = Effects.passed().letter("CALLBACK_SHEET", content);
        return result.answer() == Answer.NOT_SATISFIED && complaints != null
                ? effects.message("callback.not-satisfied", Map.of("complaints", complaints, "calledBy", view.actor().id()))
                : effects;
    }
}
