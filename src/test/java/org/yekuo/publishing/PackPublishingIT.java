package org.yekuo.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Office.Reply;
import org.yekuo.scenario.Walk;

/** A pack is handed in, examined, compared, tried, proposed by one and confirmed by another; cases before its first day keep theirs. */
class PackPublishingIT extends PublishingDay {

    private static final Map<String, String> TWELVE_DAYS = Map.of(
            "standard: COMMITTED\n  when: {class: [HV, RESIDENTIAL_COMMUNITY], sources: 1, voltageKv: {below: 110}, constrained: false}\n  starts: [accepted]\n  stops: [plan-reply.served]\n"
                    + "  pauses: [CUSTOMER_HOLD, FORCE_MAJEURE]\n  amount: 15",
            "standard: COMMITTED\n  when: {class: [HV, RESIDENTIAL_COMMUNITY], sources: 1, voltageKv: {below: 110}, constrained: false}\n  starts: [accepted]\n  stops: [plan-reply.served]\n"
                    + "  pauses: [CUSTOMER_HOLD, FORCE_MAJEURE]\n  amount: 12");

    private long draft(String id, String until, Map<String, String> limits) {
        var files = pack(id, Map.of("pack.yaml", Map.of("effectiveFrom: 2005-12-01", "effectiveFrom: 2005-12-01\neffectiveUntil: " + until), "limits.yaml", limits));
        var reply = upload(FIRST, files).mustSucceed();
        assertThat(reply.body().path("publishable").asBoolean()).as(reply.body().path("faults").toString()).isTrue();
        return reply.body().path("id").asLong();
    }

    private Reply propose(String login, long draft, String from) {
        return office.post(login, "/regulations/drafts/" + draft + "/proposal", Map.of("effectiveFrom", from, "note", "省公司文件"));
    }

    @Test
    void a_case_after_the_first_day_is_under_the_new_pack_and_one_before_keeps_its_own() {
        office.day("2009-03-02");
        walk.apply(walk.machineWorks()).mustSucceed();
        var before = walk.no;
        long draft = draft("anhui-2009", "2009-03-31", TWELVE_DAYS);
        var path = "/regulations/drafts/" + draft;

        long proposal = propose(FIRST, draft, "2009-03-10").mustSucceed().body().path("id").asLong();
        assertThat(office.get(null, "/regulations").body().toString()).doesNotContain("anhui-2009");
        decide(SECOND, path, "confirmation", proposal).mustSucceed();

        var published = office.get(null, "/regulations").body().valueStream().filter(pack -> pack.path("id").asString().equals("anhui-2009")).findFirst().orElseThrow();
        assertThat(published.path("effectiveFrom").asString()).isEqualTo("2009-03-10");
        office.day("2009-03-09");
        var eve = new Walk(office);
        eve.apply(eve.machineWorks()).mustSucceed();
        assertThat(eve.get("").path("summary").path("pack").asString()).isEqualTo("anhui-2008");
        office.day("2009-03-10");
        var after = new Walk(office);
        after.apply(after.machineWorks()).mustSucceed();
        assertThat(after.get("").path("summary").path("pack").asString()).isEqualTo("anhui-2009");
        assertThat(after.limit("PLAN_REPLY", "COMMITTED").path("amount").asInt()).isEqualTo(12);
        walk.no = before;
        walk.dispatch("2009-03-11").mustSucceed();
        assertThat(walk.get("").path("summary").path("pack").asString()).isEqualTo("anhui-2008");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("amount").asInt()).isEqualTo(15);
        assertThat(office.get(FIRST, path).body().path("proposals").path(0).path("decidedByName").asString()).isEqualTo("杜娜");
    }

    @Test
    void a_broken_pack_is_kept_with_every_fault_and_cannot_be_proposed() {
        var files = pack("anhui-broken", Map.of("limits.yaml", Map.of("limit: PLAN_REPLY", "limit: PLAN_REPLY\n  colour: red"),
                "approvals.yaml", Map.of("below: 1260", "below: 1250")));
        var reply = upload(FIRST, files).mustSucceed();

        assertThat(reply.body().path("publishable").asBoolean()).isFalse();
        assertThat(texts(reply.body().path("faults"), "file")).contains("limits.yaml", "approvals.yaml");
        assertThat(texts(reply.body().path("faults"), "sentence")).anyMatch(sentence -> sentence.contains("colour")).anyMatch(sentence -> sentence.contains("1250"));
        long id = reply.body().path("id").asLong();
        assertThat(propose(FIRST, id, "2035-01-01").rules()).containsExactly("publishing.draft-broken");
        assertThat(office.get(SECOND, "/regulations/drafts").body().path("drafts").toString()).contains("anhui-broken").contains("林英");
    }

    @Test
    void what_is_no_packs_files_is_refused_and_not_kept() {
        var plain = pack("anhui-odd", Map.of());
        assertThat(office.upload(FIRST, "/regulations/drafts", "application/zip", "no zip at all".getBytes()).rules()).containsExactly("publishing.not-a-zip");
        var escaping = new TreeMap<>(plain);
        escaping.put("../../etc/passwd", "x");
        escaping.put("letters/\u0001.html", "x");
        assertThat(upload(FIRST, escaping).rules()).containsOnly("publishing.bad-path").hasSize(2);
        var noText = new TreeMap<>(plain);
        noText.put("letters/picture.html", "a\u0000b");
        assertThat(upload(FIRST, noText).rules()).containsExactly("publishing.not-text");
        var huge = new TreeMap<>(plain);
        huge.put("disclosure/huge.md", "x".repeat(2 * 1024 * 1024));
        assertThat(upload(FIRST, huge).rules()).containsExactly("publishing.file-too-large");
        var headless = new TreeMap<>(plain);
        headless.remove("pack.yaml");
        assertThat(upload(FIRST, headless).rules()).containsExactly("publishing.no-pack-file");
        var many = new TreeMap<>(plain);
        for (int i = 0; i < 300; i++) {
            many.put("disclosure/page" + i + ".md", "x");
        }
        assertThat(upload(FIRST, many).rules()).containsExactly("publishing.too-many-files");
        assertThat(office.get(FIRST, "/regulations/drafts").body().toString()).doesNotContain("anhui-odd");
    }

    @Test
    void a_folder_in_the_zip_and_files_one_by_one_give_the_same_pack() {
        var files = pack("anhui-twice", Map.of());
        var zipped = office.upload(FIRST, "/regulations/drafts", "application/zip", zip("anhui-twice/", files)).mustSucceed();
        var listed = office.post(FIRST, "/regulations/drafts", Map.of("files", files.entrySet().stream()
                .map(file -> Map.of("path", file.getKey(), "text", file.getValue().strip())).toList())).mustSucceed();
        assertThat(zipped.body().path("pack").asString()).isEqualTo("anhui-twice");
        assertThat(zipped.body().path("read").path("limits").asInt()).isPositive().isEqualTo(listed.body().path("read").path("limits").asInt());
        assertThat(office.get(FIRST, "/regulations/drafts/" + zipped.body().path("id").asLong()).body().path("content").path("limits").size())
                .isEqualTo(zipped.body().path("read").path("limits").asInt());
    }

    @Test
    void only_the_province_may_publish_and_never_the_same_person_twice() {
        office.day("2009-05-04");
        assertThat(upload("cf.yx1", pack("anhui-county", Map.of())).rules()).containsExactly("publishing.not-allowed");
        assertThat(office.get("cf.yx1", "/regulations/drafts").status()).isEqualTo(403);
        assertThat(office.get(null, "/regulations/drafts").status()).isEqualTo(401);
        long draft = draft("anhui-alone", "2010-12-31", Map.of());
        long proposal = propose(FIRST, draft, "2010-05-06").mustSucceed().body().path("id").asLong();
        var path = "/regulations/drafts/" + draft;
        var alone = decide(FIRST, path, "confirmation", proposal);
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.rules()).containsExactly("publishing.same-person");
        assertThat(propose(SECOND, draft, "2010-05-07").rules()).containsExactly("publishing.proposed-already");
        decide(FIRST, path, "withdrawal", proposal).mustSucceed();
        assertThat(decide(SECOND, path, "confirmation", proposal).rules()).containsExactly("publishing.withdrawn-already");
        assertThat(office.get(null, "/regulations").body().toString()).doesNotContain("anhui-alone");
    }

    @Test
    void the_first_day_is_tomorrow_at_the_earliest_also_when_the_second_person_comes_late() {
        office.day("2009-06-01");
        long draft = draft("anhui-late", "2009-06-30", Map.of());
        assertThat(propose(FIRST, draft, "2009-06-01").rules()).containsExactly("regulation.effective-not-future");
        assertThat(propose(FIRST, draft, "2009-07-01").rules()).containsExactly("regulation.effective-after-pack");
        long proposal = propose(FIRST, draft, "2009-06-02").mustSucceed().body().path("id").asLong();
        office.day("2009-06-02");
        assertThat(decide(SECOND, "/regulations/drafts/" + draft, "confirmation", proposal).rules()).containsExactly("regulation.effective-not-future");
        long again = upload(FIRST, pack("anhui-2008", Map.of())).mustSucceed().body().path("id").asLong();
        assertThat(propose(FIRST, again, "2031-06-02").rules()).containsExactly("regulation.name-taken");
    }

    @Test
    void of_two_confirmations_at_once_one_publishes_and_the_other_is_told() throws Exception {
        office.day("2009-07-01");
        long draft = draft("anhui-race", "2009-07-31", Map.of());
        long proposal = propose(FIRST, draft, "2009-07-15").mustSucceed().body().path("id").asLong();
        Callable<Reply> confirm = () -> decide(SECOND, "/regulations/drafts/" + draft, "confirmation", proposal);
        var replies = new ArrayList<Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(List.of(confirm, confirm))) {
                replies.add(future.get());
            }
        }
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        assertThat(replies.stream().flatMap(reply -> reply.rules().stream())).containsExactly("publishing.confirmed-already");
        long other = draft("anhui-race-too", "2009-07-31", Map.of());
        assertThat(propose(FIRST, other, "2009-07-15").rules()).containsExactly("regulation.effective-day-taken");
    }

    @Test
    void the_difference_is_shown_row_by_row_and_a_draft_only_to_those_who_may_publish() {
        long draft = draft("anhui-other", "2011-12-31", TWELVE_DAYS);
        var path = "/regulations/anhui-2008/differences/draft:" + draft;
        var limits = office.get(FIRST, path).mustSucceed().body().path("parts").path("limits");
        assertThat(limits.path("added").size() + limits.path("removed").size()).isZero();
        assertThat(limits.path("changed").size()).isEqualTo(1);
        var field = limits.path("changed").path(0).path("fields").path(0);
        assertThat(field.path("field").asString()).isEqualTo("amount");
        assertThat(field.path("was").asInt()).isEqualTo(15);
        assertThat(field.path("becomes").asInt()).isEqualTo(12);
        assertThat(office.get(FIRST, path).body().path("parts").path("tables").path("changed").size()).isZero();
        assertThat(office.get(null, path).status()).isEqualTo(404);
        assertThat(office.get("cf.yx1", path).status()).isEqualTo(404);
        var same = office.get(null, "/regulations/anhui-2008/differences/anhui-2008").mustSucceed();
        assertThat(same.body().path("parts").valueStream().allMatch(part -> part.path("added").isEmpty() && part.path("removed").isEmpty() && part.path("changed").isEmpty())).isTrue();
    }

    @Test
    void a_draft_may_include_what_is_published_and_a_reference_is_published_without_being_in_force() {
        office.day("2009-10-12");
        var made = upload(FIRST, pack("anhui-2024", "anhui-made", Map.of())).mustSucceed();
        assertThat(made.body().path("publishable").asBoolean()).as(made.body().path("faults").toString()).isTrue();
        var parts = office.get(FIRST, "/regulations/anhui-2024/differences/draft:" + made.body().path("id").asLong()).mustSucceed().body().path("parts");
        assertThat(parts.valueStream().allMatch(part -> part.path("added").isEmpty() && part.path("removed").isEmpty() && part.path("changed").isEmpty())).isTrue();

        var reference = upload(FIRST, pack("sgcc-2022", "sgcc-other", Map.of("pack.yaml", Map.of("effectiveFrom: 2022", "effectiveFrom: 2002")))).mustSucceed();
        assertThat(reference.body().path("publishable").asBoolean()).as(reference.body().path("faults").toString()).isTrue();
        long draft = reference.body().path("id").asLong();
        assertThat(office.get(FIRST, "/regulations/drafts/" + draft + "/preview").rules()).containsExactly("publishing.reference-governs-no-case");
        long proposal = propose(FIRST, draft, "2009-10-13").mustSucceed().body().path("id").asLong();
        decide(SECOND, "/regulations/drafts/" + draft, "confirmation", proposal).mustSucceed();
        office.day("2009-10-13");
        walk.apply(walk.machineWorks()).mustSucceed();
        assertThat(walk.get("").path("summary").path("pack").asString()).isEqualTo("anhui-2008");
        assertThat(office.get(null, "/regulations/sgcc-other/limits").status()).isEqualTo(200);
    }

    @Test
    void a_preview_says_which_limits_papers_and_routes_of_past_cases_would_differ_and_touches_none() {
        office.day("2009-08-03");
        walk.apply(walk.machineWorks()).mustSucceed();
        var events = walk.get("/events").path("events").size();
        var files = pack("anhui-trial", Map.of("pack.yaml", Map.of("effectiveFrom: 2005-12-01", "effectiveFrom: 2005-12-01\neffectiveUntil: 2011-12-31"),
                "limits.yaml", TWELVE_DAYS, "approvals.yaml", Map.of("approver: MARKETING_HEAD@HANDLER", "approver: COMPANY_LEADER@HANDLER"),
                "checklists.yaml", Map.of("code: SITE_PLAN", "code: SITE_SKETCH")));
        var draft = upload(FIRST, files).mustSucceed();
        assertThat(draft.body().path("publishable").asBoolean()).as(draft.body().path("faults").toString()).isTrue();

        var preview = office.get(FIRST, "/regulations/drafts/" + draft.body().path("id").asLong() + "/preview?cases=500").mustSucceed().body();

        assertThat(preview.path("cases").asInt()).isPositive();
        var mine = preview.path("rows").valueStream().filter(row -> row.path("caseNo").asString().equals(walk.no)).findFirst().orElseThrow();
        assertThat(mine.path("pinnedTo").asString()).isEqualTo("anhui-2008");
        assertThat(mine.path("differences").toString()).contains("PLAN_REPLY/COMMITTED", "\"amount\":15", "\"amount\":12", "SITE_PLAN", "SITE_SKETCH", "COMPANY_LEADER");
        assertThat(preview.path("counts").path("LIMIT").asInt()).isPositive();
        assertThat(walk.get("/events").path("events").size()).isEqualTo(events);
        assertThat(office.get(FIRST, "/regulations/drafts/" + draft.body().path("id").asLong() + "/preview?cases=501").status()).isEqualTo(400);
    }
}
