package org.yekuo.stage.survey.internal;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.stage.survey.Dispatch;
import org.yekuo.stage.survey.Survey;

/** What the sheets of the survey say (派工单, 勘查工作单): what was said, as it was said. */
final class Sheets {

    private Sheets() {}

    static Map<String, Object> content(Dispatch result) {
        var content = new TreeMap<String, Object>(Map.of("surveyors", result.surveyors(), "appointmentOn", result.appointmentOn(), "slot", result.slot()));
        put(content, "jointDepartments", result.jointDepartments());
        return content;
    }

    static Map<String, Object> content(Survey result) {
        var content = new TreeMap<String, Object>(Map.of("surveyors", result.surveyors(), "visitedOn", result.visitedOn(), "conclusion", result.conclusion(),
                "points", result.pointsOrNone()));
        put(content, "load", result.load());
        put(content, "route", result.route());
        put(content, "gridWorks", result.gridWorks());
        put(content, "constraint", result.constraint());
        put(content, "notToday", result.notToday());
        return content;
    }

    private static void put(Map<String, Object> content, String name, @Nullable Object value) {
        if (value != null) {
            content.put(name, value);
        }
    }
}
