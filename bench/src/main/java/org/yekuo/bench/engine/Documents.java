package org.yekuo.bench.engine;

import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What an engine keeps as variables: each document as the one JSON text the program keeps it as, and the dates its tasks are due. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Documents() {}

    /** Application, facts, and when work of so many days is due. */
    static Map<String, Object> atStart(long n) {
        var variables = new HashMap<String, Object>();
        var application = Papers.of("acceptance", n, "L34012107", Papers.DAY);
        variables.put("application", JSON.writeValueAsString(application));
        variables.put("facts", JSON.writeValueAsString(Map.of("class", "LV_NONRES", "business", "NEW_INSTALL", "voltageKv", 0.38, "capacityKva", 50, "sources", 1,
                "circuits", 1, "handledBy", "COUNTY", "feeDue", false, "gridWorks", false, "approvalNeeded", false)));
        CaseShape.ACTS.stream().map(CaseShape.Act::days).distinct().forEach(days ->
                variables.put("due_" + days, Date.from(Papers.DAY.plusDays(days).atStartOfDay(CHINA).toInstant())));
        return variables;
    }

    static Map<String, Object> of(String act, long n) {
        var document = Papers.of(act, n, "L34012107", Papers.DAY);
        return Map.of(act, JSON.writeValueAsString(document.isEmpty() ? Map.of("opinion", "AGREE", "text", "经办意见") : document));
    }
}
