package org.yekuo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Office.Reply;

/** What is wrong is refused in words, all of it at once; nothing changes and nothing of the program's inside is shown. */
class BadInputIT extends Day {

    private static void clean(Reply reply) {
        var text = reply.body().toString();
        assertThat(text).doesNotContain("org.yekuo").doesNotContain("Exception").doesNotContain("java.").doesNotContain("select ");
        assertThat(reply.sentences()).isNotEmpty().allSatisfy(sentence -> assertThat(sentence).matches("(?s).*\\p{IsHan}.*"));
    }

    @Test
    void unknown_codes_wrong_types_missing_and_unknown_fields_are_all_named_at_once() {
        var refused = office.raw("cf.kf1", "/applications", """
                {"hall":"340121-01","business":"NEW_INSTALL","channel":"PIGEON","applicantKind":"PERSON",
                 "applicant":{"name":"","idType":"RESIDENT_ID","idNumber":"340121198001011234","phone":"13805510001"},
                 "premises":{"address":"长丰县某路1号"},"project":{"nature":"RESIDENTIAL"},
                 "load":{"demandKw":"viele","phase":"SINGLE"},"requiredBy":"2008-02-30","colour":"red"}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).contains("channel", "applicant.name", "load.demandKw", "requiredBy", "colour");
        clean(refused);
    }

    @Test
    void an_identity_number_with_a_wrong_check_digit_and_an_absurd_capacity_are_refused_together() {
        office.day("2008-06-05");
        var form = walk.resident();
        form.put("applicant", Map.of("name", "王小明", "idType", "RESIDENT_ID", "idNumber", "340121198001011235", "phone", "13805510001"));
        form.put("load", Map.of("demandKw", 0, "phase", "SINGLE"));

        var refused = walk.apply(form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).anyMatch(field -> field.startsWith("applicant.idNumber")).anyMatch(field -> field.startsWith("load"));
        clean(refused);
    }

    @Test
    void a_case_of_another_unit_is_not_there() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();

        for (var stranger : List.of("fd.kf1", "sz.yx1", "ds.jl1")) {
            assertThat(office.get(stranger, "/cases/" + walk.no).status()).as(stranger).isEqualTo(404);
            assertThat(walk.act(stranger, "/contacts", Map.of("kind", "CALL", "text", "你好")).status()).isEqualTo(404);
        }
        assertThat(office.get("hf.yx1", "/cases/" + walk.no).status()).isEqualTo(200);
        assertThat(office.get("sheng.yx1", "/cases/" + walk.no).status()).isEqualTo(200);
    }

    @Test
    void numbers_that_are_none_are_cases_that_are_not_there() {
        for (var no : List.of("1", "34010000000012", "abc", "99999999999999")) {
            var refused = office.get("cf.kf1", "/cases/" + no);
            assertThat(refused.status()).as(no).isEqualTo(404);
            clean(refused);
        }
    }

    @Test
    void a_role_that_may_not_and_separated_duties_are_refused_with_the_role_and_the_duty() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        var notHers = walk.submit("cf.kf1", "dispatch", Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "appointmentOn", "2008-04-24", "slot", "MORNING"));
        assertThat(notHers.status()).isEqualTo(403);
        assertThat(notHers.sentences().getFirst()).contains("业扩专责");
        clean(notHers);
    }

    @Test
    void a_stage_that_is_not_open_names_what_it_waits_for_and_one_that_is_not_there_is_not_there() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();

        var early = walk.submit("cf.jl2", "plan-reply", Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.sentences().getFirst()).contains("供电方案审批");
        assertThat(walk.submit("cf.jl2", "moon-landing", Map.of()).status()).isEqualTo(404);
        clean(early);
    }

    @Test
    void malformed_json_says_where_and_a_large_body_is_refused_whole() {
        var broken = office.raw("cf.kf1", "/applications", "{\"hall\":\"1\",\n \"unit\": }");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.sentences().getFirst()).contains("第 2 行");
        clean(broken);
        var twice = office.raw("cf.kf1", "/applications", "{\"hall\":\"1\",\"hall\":\"2\"}");
        assertThat(twice.status()).isEqualTo(400);
        var large = office.raw("cf.kf1", "/applications", "{\"hall\":\"" + "x".repeat(1_100_000) + "\"}");
        assertThat(large.status()).isEqualTo(413);
        clean(large);
    }

    @Test
    void without_a_token_without_a_key_and_with_a_wrong_password_nothing_happens() {
        assertThat(office.get(null, "/cases/34010000000011").status()).isEqualTo(401);
        assertThat(office.post("cf.kf1", "/applications", walk.resident(), "short").rules()).containsExactly("api.idempotency-key");
        var wrong = office.post(null, "/tokens", Map.of("username", "cf.kf1", "password", "guess"));
        var unknown = office.post(null, "/tokens", Map.of("username", "nobody.here", "password", "guess"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body().path("violations")).isEqualTo(unknown.body().path("violations"));
    }

    @Test
    void a_refused_act_leaves_the_case_as_it_was() {
        office.day("2008-04-24");
        walk.apply(walk.machineWorks()).mustSucceed();
        var before = walk.get("/events").path("events").size();

        walk.submit("cf.zz1", "dispatch", Map.of("surveyors", List.of(), "appointmentOn", "2008-01-01", "slot", "MORNING"));
        walk.act("cf.jl2", "/send-back", Map.of("to", "survey", "cause", "COMPANY", "reason", "无", "fields", List.of("load")));
        walk.act("cf.jl2", "/suspensions", Map.of("kind", "PAUSE", "reason", "NO_SUCH_REASON", "evidence", List.of()));

        assertThat(walk.get("/events").path("events").size()).isEqualTo(before);
    }
}
