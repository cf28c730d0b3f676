package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.casework.WarningOfLimits;
import tools.jackson.databind.JsonNode;

/** Somebody is warned at half, at four fifths and at the end of a limit, and three days and one before it; each once. */
class WarningScenarioIT extends Day {

    @Autowired
    private WarningOfLimits warning;

    @Autowired
    private JdbcClient jdbc;

    private List<JsonNode> events(String kind) {
        return walk.get("/events").path("events").valueStream().filter(event -> event.path("kind").asString().equals(kind)).map(event -> event.path("data")).toList();
    }

    private List<String> warned(String standard) {
        return events("LIMIT_WARNED").stream().filter(data -> data.path("limit").asString().equals("PLAN_REPLY") && data.path("standard").asString().equals(standard))
                .map(data -> data.path("used").asString() + ":" + String.join("+", data.path("thresholds").valueStream().map(JsonNode::asString).toList())).toList();
    }

    private void warnOn(String day) {
        office.day(day);
        while (warning.warn(500) > 0 && jdbc.sql("select count(*) from time_limit where state = 'RUNNING' and case_no = ? and warn_on <= ?::date")
                .params(walk.no, day).query(Integer.class).single() > 0) {
            // Other tests' cases may come first.
        }
    }

    @Test
    void s20_warnings_come_at_the_packs_thresholds_and_each_once() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        warnOn("2008-05-05");
        assertThat(warned("COMMITTED")).isEmpty();
        warnOn("2008-05-07");
        warnOn("2008-05-07");
        assertThat(warned("COMMITTED")).containsExactly("8:50%");
        warnOn("2008-05-13");
        warnOn("2008-05-15");
        warnOn("2008-05-16");
        warnOn("2008-05-19");
        // 15 days: half is 8 days, 80 % and three days before are 12, one day before 14.
        assertThat(warned("COMMITTED")).containsExactly("8:50%", "12:80%+3d", "14:1d", "15:100%");
        assertThat(jdbc.sql("select count(*) from outbox where case_no = ? and topic = 'limit.warning'").param(walk.no).query(Integer.class).single())
                .isEqualTo(events("LIMIT_WARNED").size());
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void a_paused_limit_warns_nobody_and_its_hold_is_looked_at_after_ninety_days_once() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        walk.act("cf.kf1", "/suspensions", Map.of("kind", "HOLD", "reason", "CUSTOMER_NOT_READY",
                "evidence", List.of(office.letter("cf.kf1")))).mustSucceed();
        warnOn("2008-07-22");
        assertThat(warned("COMMITTED")).isEmpty();
        assertThat(events("HOLD_REVIEW_DUE")).isEmpty();
        warnOn("2008-07-23");
        warnOn("2008-07-24");
        assertThat(events("HOLD_REVIEW_DUE")).singleElement().satisfies(data -> assertThat(data.path("since").asString()).isEqualTo("2008-04-24"));
    }
}
