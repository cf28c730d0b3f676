package org.yekuo.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Office.Reply;
import org.yekuo.scenario.Walk;

/** Two people at once: what may be done together is, what may not has one winner, and nothing is done twice. */
class RacesIT extends Day {

    private static List<Reply> together(List<Callable<Reply>> acts) throws Exception {
        var barrier = new CyclicBarrier(acts.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = acts.stream().map(act -> threads.submit(() -> {
                barrier.await();
                return act.call();
            })).toList();
            var replies = new ArrayList<Reply>();
            for (var future : futures) {
                replies.add(future.get());
            }
            return replies;
        }
    }

    private void residentUntilReplied() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch("2008-06-05").mustSucceed();
        walk.survey("2008-06-05", 8.89, "L34012107").mustSucceed();
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
    }

    private Reply signContract() {
        return walk.submit("cf.jl1", "contract", Map.of("signedOn", "2008-06-05", "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION"))));
    }

    @Test
    void contract_and_metering_handed_in_together_both_succeed() throws Exception {
        residentUntilReplied();
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();

        var replies = together(List.of(this::signContract, () -> walk.submit("cf.zj1", "metering", walk.residentMeter("2008-06-05"))));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).as(reply.sentences().toString()).isEqualTo(200));
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void the_same_part_handed_in_twice_has_one_winner_whom_the_loser_is_told() throws Exception {
        residentUntilReplied();

        var replies = together(List.of(
                () -> walk.opine("cf.jl1", "contract", "draft", 1, "AGREE"),
                () -> walk.opine("cf.jl2", "contract", "draft", 1, "AGREE")));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        var loser = replies.stream().filter(reply -> !reply.ok()).findFirst().orElseThrow();
        assertThat(loser.rules()).containsExactly("casework.part-done");
        var winner = walk.get("/stages").path("stages").valueStream().filter(run -> run.path("stage").asString().equals("contract"))
                .flatMap(run -> run.path("parts").valueStream()).filter(part -> part.path("part").asString().equals("draft")).findFirst().orElseThrow();
        assertThat(loser.sentences().getFirst()).contains(winner.path("closedBy").asString());
    }

    @Test
    void the_same_stage_handed_in_by_eight_is_closed_once() throws Exception {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        var acts = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < 8; i++) {
            acts.add(() -> walk.dispatch("2008-06-05"));
        }

        var replies = together(acts);

        assertThat(replies.stream().filter(Reply::ok)).hasSize(1);
        assertThat(replies.stream().filter(reply -> !reply.ok())).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.sentences().getFirst()).contains("已由");
        });
    }

    @Test
    void the_same_key_acts_once_and_gets_the_same_answer() throws Exception {
        office.day("2008-06-05");
        var form = walk.resident();
        Callable<Reply> apply = () -> office.post("cf.kf1", "/applications", form, "same-key-" + form.hashCode());

        var replies = together(List.of(apply, apply, apply, apply));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream().map(Reply::caseNo).distinct()).hasSize(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused_and_a_refusal_frees_its_key() {
        office.day("2008-06-05");
        var form = walk.resident();
        var key = "reused-key-" + System.identityHashCode(form);
        var wrong = new Walk(office).resident();
        wrong.put("hall", "nowhere");

        assertThat(office.post("cf.kf1", "/applications", wrong, key).status()).isEqualTo(422);
        assertThat(office.post("cf.kf1", "/applications", form, key).status()).isEqualTo(201);
        var reused = office.post("cf.kf1", "/applications", new Walk(office).resident(), key);
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.rules()).containsExactly("api.idempotency-key-reused");
    }

    @Test
    void the_same_need_applied_for_twice_at_once_becomes_one_case() throws Exception {
        office.day("2008-06-05");
        var form = walk.resident();

        var replies = together(List.of(() -> office.post("cf.kf1", "/applications", form), () -> office.post("cf.kf2", "/applications", form)));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
    }
}
