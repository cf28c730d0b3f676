package org.yekuo.stage.survey.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Violation;

/** Who goes to a survey. */
final class Crew {

    /** 勘查不少于 2 人; low voltage is done by one, often in one visit with everything else. */
    private static final int AT_HIGH_VOLTAGE = 2;

    private Crew() {}

    static List<Violation> check(List<String> surveyors, Facts facts) {
        var found = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (int i = 0; i < surveyors.size(); i++) {
            if (surveyors.get(i).isBlank()) {
                found.add(Violation.at("surveyors[" + i + "]", "survey.surveyor-blank"));
            } else if (!seen.add(surveyors.get(i).strip())) {
                found.add(Violation.at("surveyors[" + i + "]", "survey.surveyor-twice", surveyors.get(i)));
            }
        }
        int needed = isLowVoltage(facts) ? 1 : AT_HIGH_VOLTAGE;
        if (seen.size() < needed) {
            found.add(Violation.at("surveyors", needed == 1 ? "survey.no-surveyor" : "survey.two-surveyors", seen.size()));
        }
        return found;
    }

    private static boolean isLowVoltage(Facts facts) {
        return facts.text("class").filter(name -> name.startsWith("LV_")).isPresent();
    }
}
