package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Power first, formalities after (绿色通道, 抢险救灾先送电后补手续), as the pack lets them follow. */
class GreenChannelScenarioIT extends Day {

    private static final Map<String, Object> FLOOD = Map.of("reason", "FLOOD_OR_DROUGHT", "note", "圩堤排涝泵站紧急用电",
            "evidence", List.of(Map.of("kind", "GOVERNMENT_PAPER", "note", "县防汛抗旱指挥部紧急通知〔2008〕3号")));

    @Test
    void a_flooded_resident_gets_power_before_papers_and_contract_and_the_case_is_filed_only_when_both_are_there() {
        office.day("2008-06-05");
        var form = walk.resident();
        form.put("documents", List.of());
        assertThat(walk.apply(form).mustSucceed().caseStatus()).isEqualTo("INCOMPLETE");
        walk.act("cf.zr1", "/green-channel", FLOOD).mustSucceed();
        var accepted = walk.submit("cf.kf1", "acceptance", 2, Map.of("receivedOn", "2008-06-05", "guideHandedOver", true, "documents", List.of()),
                Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        assertThat(accepted.caseStatus()).isEqualTo("ACCEPTED");
        var green = accepted.body().path("summary").path("greenChannel");
        assertThat(green.path("grantedByName").asString()).isNotEmpty();
        assertThat(green.path("outstanding").valueStream().map(item -> item.path("kind").asString() + " " + item.path("dueOn").asString()).toList())
                .containsExactly("PAPER 2008-06-20", "PAPER 2008-06-20");

        walk.dispatch("2008-06-06").mustSucceed();
        office.day("2008-06-06");
        walk.survey("2008-06-06", 8.89, "L34012107").mustSucceed();
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "ON_SITE"))).mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        walk.submit("cf.zj1", "metering", walk.residentMeter("2008-06-06")).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised("2008-06-06")).mustSucceed();

        var outstanding = walk.get("").path("summary").path("greenChannel").path("outstanding");
        assertThat(outstanding.valueStream().map(item -> item.path("code").asString()).toList()).contains("CONTRACT_SIGNED").doesNotContain("FEES_SETTLED");

        office.day("2008-06-10");
        var early = walk.submit("cf.jl1", "green-papers", Map.of("completedOn", "2008-06-10"));
        assertThat(early.rules()).containsOnly("casework.paper-due");
        walk.sign("PLAN_REPLY").mustSucceed();
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.submit("cf.jl1", "contract", Map.of("signedOn", "2008-06-10", "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION")))).mustSucceed();
        assertThat(walk.finish("2008-06-10", "2008-07-05").ok()).as("not filed while papers are outstanding").isFalse();

        office.post("cf.kf1", "/cases/" + walk.no + "/documents", Map.of("documents", Walk.papers(List.of("PROPERTY_CERT", "OWNER_ID")))).mustSucceed();
        walk.submit("cf.jl1", "green-papers", Map.of("completedOn", "2008-06-10")).mustSucceed();
        assertThat(walk.submit("cf.da1", "archive", Map.of("shelf", "A-01-02", "volumes", 1, "originals", List.of("PLAN_REPLY", "SUPPLY_CONTRACT")))
                .mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
        assertThat(walk.get("").path("summary").path("greenChannel").path("outstanding").size()).isZero();
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void a_green_channel_granted_after_acceptance_opens_the_stage_that_was_passed_over_and_comes_first_in_the_worklist() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        var usual = walk.no;
        var urgent = new Walk(office);
        urgent.apply(urgent.resident()).mustSucceed();
        office.day("2008-06-06");
        var reply = urgent.act("cf.zr1", "/green-channel", FLOOD).mustSucceed();
        assertThat(reply.turns()).contains("green-papers", "dispatch");

        var items = office.get("cf.zz1", "/inbox?view=TEAM&size=100").mustSucceed().body().path("items").valueStream().toList();
        var order = items.stream().map(item -> item.path("caseNo").asString()).toList();
        assertThat(order.indexOf(urgent.no)).isNotNegative();
        assertThat(items.stream().filter(item -> item.path("caseNo").asString().equals(urgent.no)).allMatch(item -> item.path("greenChannel").asBoolean())).isTrue();
        assertThat(items.stream().map(item -> item.path("greenChannel").asBoolean()).toList()).as("green channels first")
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(order.indexOf(usual)).isNotEqualTo(0);
        // Both papers are on file: the stage closes at once.
        urgent.submit("cf.jl1", "green-papers", 2, Map.of("completedOn", "2008-06-06"), Map.of()).mustSucceed();
    }

    @Test
    void a_clerk_can_not_grant_it_nor_anybody_without_reason_and_evidence_nor_twice() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        assertThat(walk.act("cf.kf1", "/green-channel", FLOOD).status()).isEqualTo(403);
        var bare = walk.act("cf.zr1", "/green-channel", Map.of("reason", "BECAUSE", "evidence", List.of()));
        assertThat(bare.rules()).containsExactlyInAnyOrder("casework.no-such-reason", "casework.needs-evidence");
        assertThat(walk.get("/stages").path("stages").valueStream().anyMatch(run -> run.path("stage").asString().equals("green-papers")
                && run.path("state").asString().equals("OPEN"))).isFalse();
        walk.act("cf.zr1", "/green-channel", FLOOD).mustSucceed();
        assertThat(walk.act("cf.zr1", "/green-channel", FLOOD).rules()).containsExactly("casework.green-already");
    }
}
