package org.yekuo.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Lines of an old system's closed cases. */
final class ClosedCaseLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClosedCaseLines() {}

    static Map<String, Object> stage(String stage, String openedOn, String closedOn, String servedOn) {
        var line = new LinkedHashMap<String, Object>(Map.of("stage", stage, "openedOn", openedOn, "closedOn", closedOn, "by", "王师傅"));
        if (servedOn != null) {
            line.put("servedOn", servedOn);
        }
        return line;
    }

    /** T25: the machine works' whole way in 2008, thirty-five working days of it the company's. */
    static Map<String, Object> machineWorks(String originalNo) {
        var contract = stage("contract", "2008-09-18", "2008-09-22", null);
        contract.put("parts", List.of(Map.of("part", "draft", "closedOn", "2008-09-18")));
        var stages = new ArrayList<Map<String, Object>>(List.of(
                stage("acceptance", "2008-04-24", "2008-04-24", "2008-04-24"), stage("survey", "2008-04-25", "2008-04-28", null), stage("plan-draft", "2008-04-28", "2008-05-09", null),
                stage("plan-approval", "2008-05-09", "2008-05-14", null), stage("plan-reply", "2008-05-14", "2008-05-16", "2008-05-16"),
                stage("design-review", "2008-06-05", "2008-06-18", "2008-06-18"), stage("mid-inspection", "2008-08-04", "2008-08-08", null),
                stage("completion-inspection", "2008-09-11", "2008-09-18", "2008-09-18"), contract, stage("metering", "2008-09-18", "2008-09-19", null),
                stage("energisation", "2008-09-24", "2008-09-26", null), stage("billing", "2008-09-26", "2008-09-28", null), stage("archive", "2008-09-28", "2008-10-06", null)));
        return new LinkedHashMap<>(Map.of("originalNo", originalNo, "originalSystem", "SG186", "unit", "340121", "business", "NEW_INSTALL", "acceptedOn", "2008-04-24",
                "applicant", new LinkedHashMap<>(Map.of("name", "长丰县永固机械厂" + originalNo.substring(originalNo.length() - 4), "idType", "OTHER", "idNumber", originalNo, "contact", "赵经理", "phone", "13805517788")),
                "address", "长丰县双凤开发区" + originalNo, "load", new LinkedHashMap<>(Map.of("nature", "INDUSTRIAL", "capacityKva", 630, "voltageKv", 10)), "stages", stages))
                ;
    }

    static Map<String, Object> archived(Map<String, Object> line) {
        line.put("ended", Map.of("how", "ARCHIVED", "on", "2008-10-06"));
        line.put("archive", Map.of("no", "DA-2008-0417", "place", "档案室 3 排 2 架"));
        return line;
    }

    static String ndjson(List<?> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line instanceof String plain ? plain : JSON.writeValueAsString(line)).append('\n'));
        return text.toString();
    }
}
