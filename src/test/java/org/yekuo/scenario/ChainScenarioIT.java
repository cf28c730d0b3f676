package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Office.Reply;
import tools.jackson.databind.JsonNode;

/** Needs, not numbers: a need that became another one goes on as a linked case, and the days used follow it. */
class ChainScenarioIT extends Day {

    private Map<String, Object> change(String signedOn, Map<String, Object> load) {
        return new TreeMap<>(Map.of("load", load, "letter", Map.of("fileId", office.upload("cf.kf1", "变更函" + Numbers.unique()), "signedOn", signedOn)));
    }

    private Reply succeed(Map<String, Object> form) {
        return office.post("cf.kf1", "/cases/" + walk.no + "/succession", form);
    }

    private static JsonNode days(JsonNode days, String limit, String standard) {
        return days.valueStream().filter(row -> row.path("limit").asString().equals(limit) && row.path("standard").asString().equals(standard)).findFirst().orElseThrow();
    }

    @Test
    void T30_from_500_to_800_kVA_is_a_linked_case_the_promise_fresh_the_assessment_not() {
        office.day("2008-04-24");
        var form = walk.machineWorks();
        form.put("load", Map.of("capacityKva", 500, "phase", "THREE", "voltageWish", 10, "sources", 1, "circuits", 1, "importance", "NONE"));
        walk.apply(form).mustSucceed();
        var first = walk.no;
        walk.dispatch("2008-04-28").mustSucceed();

        office.day("2008-05-05");
        var second = succeed(change("2008-05-05", Map.of("capacityKva", 800))).mustSucceed();

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.caseStatus()).isEqualTo("ACCEPTED");
        assertThat(second.body().path("summary").path("predecessor").asString()).isEqualTo(first);
        assertThat(second.body().path("summary").path("facts").path("capacityKva").asInt()).isEqualTo(800);
        assertThat(second.body().path("summary").path("application").path("customerName").asString())
                .isEqualTo(walk.get("").path("summary").path("application").path("customerName").asString());
        var old = walk.get("").path("summary");
        assertThat(old.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(old.path("successors").valueStream().map(JsonNode::asString)).containsExactly(second.caseNo());
        assertThat(walk.get("/limits").path("limits").valueStream().map(row -> row.path("state").asString())).doesNotContain("RUNNING");

        walk.no = second.caseNo();
        var promised = walk.limit("PLAN_REPLY", "COMMITTED");
        assertThat(promised.path("day0").asString()).isEqualTo("2008-05-05");
        assertThat(promised.path("carried").asInt()).isZero();
        assertThat(walk.receipt("ACCEPTANCE").path("content").path("next").path("latestOn").asString()).isEqualTo(promised.path("dueOn").asString());
        var assessed = walk.limit("PLAN_REPLY", "ASSESSED");
        assertThat(assessed.path("carried").asInt()).isEqualTo(6);
        assertThat(assessed.path("left").asInt()).isEqualTo(assessed.path("amount").asInt() - 6);

        // The whole chain is read from either end.
        var chain = walk.get("/chain");
        assertThat(office.get("cf.kf1", "/cases/" + first + "/chain").body()).isEqualTo(chain);
        assertThat(chain.path("cases").valueStream().map(link -> link.path("caseNo").asString())).containsExactly(first, second.caseNo());
        office.day("2008-05-07");
        chain = walk.get("/chain");
        assertThat(days(chain.path("cases").get(0).path("limits"), "PLAN_REPLY", "ASSESSED").path("own").asInt()).isEqualTo(6);
        assertThat(days(chain.path("cases").get(1).path("limits"), "PLAN_REPLY", "ASSESSED").path("own").asInt()).isEqualTo(2);
        assertThat(days(chain.path("cases").get(1).path("limits"), "PLAN_REPLY", "ASSESSED").path("carried").asInt()).isEqualTo(6);
        assertThat(days(chain.path("sums"), "PLAN_REPLY", "ASSESSED").path("days").asInt()).isEqualTo(8);
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void the_linked_case_goes_on_and_is_late_by_assessment_though_in_time_by_its_promise() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        office.day("2008-05-14");
        walk.no = succeed(change("2008-05-13", Map.of("capacityKva", 800))).mustSucceed().caseNo();
        walk.dispatch("2008-05-15").mustSucceed();
        office.day("2008-05-19");
        walk.survey("2008-05-15", 800, "L34012102").mustSucceed();
        var plan = walk.machineWorksPlan();
        plan.put("capacityKva", 800);
        plan.put("circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340121B", "feeder", "L34012102", "laying", "OVERHEAD",
                "capacityKva", 800, "selfBuilt", false, "demarcation", "双凤开发区线15号杆跌落式熔断器下桩头")));
        plan.put("receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", 800, "count", 1)), "wiring", "单母线")));
        walk.submit("cf.zz1", "plan-draft", plan).mustSucceed();
        walk.opine("cf.pd1", "plan-approval", "distribution", 1, "AGREE").mustSucceed();
        walk.opine("cf.dd1", "plan-approval", "dispatch", 1, "AGREE").mustSucceed();
        walk.submit("cf.yx1", "plan-approval", Map.of("decision", "APPROVED")).mustSucceed();
        walk.reply().mustSucceed();
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("verdict").asString()).isEqualTo("IN_TIME");
        var assessed = walk.limit("PLAN_REPLY", "ASSESSED");
        assertThat(assessed.path("used").asInt()).isEqualTo(13 + 3);
        assertThat(assessed.path("verdict").asString()).isEqualTo("LATE");
    }

    @Test
    void a_change_within_the_tolerance_is_no_other_need_and_the_refusal_says_what_to_do() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        var refused = succeed(change("2008-04-24", Map.of("capacityKva", 690)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.rules()).containsExactly("acceptance.same-need");
        assertThat(refused.sentences().getFirst()).contains("9.5%").contains("退回勘查");
        assertThat(walk.get("").path("status").asString()).isEqualTo("ACCEPTED");
        // What the refusal says to do: the letter is logged, and the same case goes back to the survey.
        walk.dispatch("2008-04-24").mustSucceed();
        walk.survey("2008-04-24", 630, "L34012102").mustSucceed();
        walk.act("cf.kf1", "/contacts", Map.of("kind", "PAPER", "text", "容量由630改为690kVA")).mustSucceed();
        walk.act("cf.zr1", "/send-back", Map.of("to", "survey", "cause", "CUSTOMER", "reason", "客户来函增容9.5%", "fields", List.of("load.capacityKva"))).mustSucceed();
        walk.survey(2, "2008-04-24", 690, "L34012102", Map.of("conclusion", "CAN_SUPPLY")).mustSucceed();
        var tooMuch = walk.act("cf.zr1", "/send-back", Map.of("to", "survey", "cause", "CUSTOMER", "reason", "又改", "fields", List.of("load.capacityKva"))).mustSucceed();
        assertThat(tooMuch.turns()).contains("survey");
        assertThat(walk.survey(3, "2008-04-24", 700, "L34012102", Map.of("conclusion", "CAN_SUPPLY")).rules()).containsExactly("survey.capacity-differs");
        // Another number of sources is, with the same capacity.
        assertThat(succeed(change("2008-04-24", Map.of("sources", 2))).status()).isEqualTo(201);
    }

    @Test
    void without_the_customers_letter_nothing_ends() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        assertThat(succeed(Map.of("load", Map.of("capacityKva", 800))).rules()).containsExactly("casework.needs-customers-letter");
        var letter = new TreeMap<>(change("2008-04-30", Map.of("capacityKva", 800)));
        assertThat(succeed(letter).rules()).containsExactly("casework.in-the-future");
        assertThat(succeed(new TreeMap<>(Map.of("load", Map.of("capacityKva", 640), "letter", Map.of("fileId", "no-such-file", "signedOn", "2008-04-01")))).rules())
                .containsExactlyInAnyOrder("casework.letter-before-case", "document.file-unknown", "acceptance.same-need");
        assertThat(walk.get("").path("status").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void papers_the_new_need_asks_for_beside_those_at_hand_are_named_in_its_own_notice() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        var form = change("2008-06-05", Map.of("capacityKva", 400, "phase", "THREE", "voltageWish", 10));
        form.put("nature", "INDUSTRIAL");
        var second = succeed(form).mustSucceed();
        assertThat(second.caseStatus()).isEqualTo("INCOMPLETE");
        assertThat(second.body().path("summary").path("facts").path("class").asString()).isEqualTo("HV");
    }

    @Test
    void two_successions_at_once_make_one_linked_case_and_the_second_is_told_its_number() throws Exception {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        var form = change("2008-04-24", Map.of("capacityKva", 800));
        var other = change("2008-04-24", Map.of("capacityKva", 1000));
        var replies = together(List.of(() -> succeed(form), () -> succeed(other)));
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
        var winner = replies.stream().filter(Reply::ok).findFirst().orElseThrow();
        var loser = replies.stream().filter(reply -> !reply.ok()).findFirst().orElseThrow();
        assertThat(loser.rules()).containsExactly("casework.succeeded-already");
        assertThat(loser.sentences().getFirst()).contains(winner.caseNo());
        assertThat(walk.get("/chain").path("cases").size()).isEqualTo(2);
    }

    @Test
    void what_is_applied_for_again_within_the_packs_days_goes_on_and_later_it_does_not() {
        office.day("2008-04-24");
        var form = walk.machineWorks();
        walk.apply(form).mustSucceed();
        var first = walk.no;
        office.day("2008-05-05");
        walk.act("cf.kf1", "/withdrawal", Map.of("reason", "NOT_NEEDED")).mustSucceed();
        office.day("2008-06-04");
        assertThat(walk.apply(form).mustSucceed().body().path("summary").path("predecessor").asString()).isEqualTo(first);
        assertThat(walk.limit("PLAN_REPLY", "ASSESSED").path("carried").asInt()).isEqualTo(6);
        walk.act("cf.kf1", "/withdrawal", Map.of("reason", "NOT_NEEDED")).mustSucceed();
        office.day("2008-07-05");
        assertThat(walk.apply(form).mustSucceed().body().path("summary").path("predecessor").isNull()).isTrue();
        assertThat(walk.limit("PLAN_REPLY", "ASSESSED").path("carried").asInt()).isZero();
    }

    @Test
    void a_sum_goes_over_without_what_its_parts_carry_themselves() {
        office.day("2008-06-05");
        var form = walk.resident();
        walk.apply(form).mustSucceed();
        untilReplied("2008-06-05");
        office.day("2008-06-10");
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        contract("2008-06-10").mustSucceed();
        office.day("2008-06-12");
        assertThat(walk.limit("CONNECTION", "ASSESSED").path("used").asInt()).isEqualTo(2 + 2);
        walk.act("cf.kf1", "/withdrawal", Map.of("reason", "NOT_NEEDED")).mustSucceed();

        office.day("2008-06-13");
        walk.apply(form).mustSucceed();
        untilReplied("2008-06-13");
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        contract("2008-06-13").mustSucceed();

        assertThat(walk.limit("CONTRACT_DRAFT", "ASSESSED").path("carried").asInt()).isEqualTo(2);
        var sum = walk.limit("CONNECTION", "ASSESSED");
        assertThat(sum.path("carried").asInt()).isEqualTo(2);
        assertThat(sum.path("used").asInt()).isEqualTo(4);
        assertThat(walk.limit("CONNECTION", "COMMITTED").path("used").asInt()).isZero();
    }

    private void untilReplied(String day) {
        walk.dispatch(day).mustSucceed();
        walk.survey(day, 8.89, "L34012107").mustSucceed();
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
    }

    private Reply contract(String day) {
        return walk.submit("cf.jl1", "contract", Map.of("signedOn", day, "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION"))));
    }

    private static List<Reply> together(List<Callable<Reply>> acts) throws Exception {
        var ready = new CountDownLatch(acts.size());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = acts.stream().map(act -> pool.submit(() -> {
                ready.countDown();
                ready.await();
                return act.call();
            })).toList();
            var replies = new ArrayList<Reply>();
            for (var future : futures) {
                replies.add(future.get());
            }
            return replies;
        }
    }
}
