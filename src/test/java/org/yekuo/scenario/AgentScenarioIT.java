package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.PlainPdf;
import org.yekuo.portal.TextMessages;
import org.yekuo.vocabulary.CaseNo;

/** Whom the customer has authorised brings papers (代理人代交); they count when she has said that they are hers. */
class AgentScenarioIT extends Day {

    private static final String CUSTOMER = "7701";
    private static final String AGENT = "7702";
    private static final List<String> PAPERS = List.of("PROPERTY_CERT", "OWNER_ID", "AUTH", "AGENT_ID");

    @Autowired JdbcClient jdbc;
    @Autowired CasePapers papers;
    @Autowired TextMessages messages;

    @BeforeEach
    void a_day_on_which_nobody_has_tried_yet() {
        jdbc.sql("delete from portal_try where what = 'ADDRESS'").update();
        office.day("2008-06-05");
    }

    /** A case in which papers follow, of a customer with an agent until the given day. */
    private void acceptedWithAgentUntil(String until) {
        var form = walk.resident();
        var applicant = new LinkedHashMap<>((Map<String, Object>) form.get("applicant"));
        applicant.put("phone", "1385510" + CUSTOMER);
        applicant.put("agent", Map.of("name", "李代办", "idNumber", Numbers.resident(), "phone", "1390555" + AGENT, "authorisedUntil", until));
        form.put("applicant", applicant);
        form.put("documents", List.of());
        walk.apply(form).mustSucceed();
        walk.act("cf.zr1", "/green-channel", Map.of("reason", "FLOOD_OR_DROUGHT", "note", "圩堤排涝",
                "evidence", List.of(Map.of("kind", "GOVERNMENT_PAPER", "note", "防汛通知")))).mustSucceed();
        walk.submit("cf.kf1", "acceptance", 2, Map.of("receivedOn", "2008-06-05", "guideHandedOver", true, "documents", List.of()),
                Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
    }

    /** Power first: after it the stage opens that wants the papers. */
    private void energised() {
        walk.dispatch("2008-06-06").mustSucceed();
        office.day("2008-06-06");
        walk.survey("2008-06-06", 8.89, "L34012107").mustSucceed();
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "ON_SITE"))).mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        walk.submit("cf.zj1", "metering", walk.residentMeter("2008-06-06")).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised("2008-06-06")).mustSucceed();
    }

    private Browsing opened(String tail) {
        var browser = new Browsing(port);
        var page = browser.post("/open/track", "/open/track", Map.of("no", walk.no, "tail", tail));
        assertThat(page.uri().getPath()).as(page.body()).isEqualTo("/open/case");
        return browser;
    }

    private void brings(Browsing agent, List<String> types) {
        var form = new TreeMap<String, String>();
        for (int i = 0; i < types.size(); i++) {
            var sent = agent.upload("/open/case/acts/documents", "/open/case/files?name=scan.pdf", PlainPdf.of(types.get(i) + " " + walk.no));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
            var at = "documents[" + i + "].";
            form.putAll(Map.of(at + "type", types.get(i), at + "original", "false", at + "fileId", sent.body().replaceAll(".*\"fileId\":\"([0-9a-f]+)\".*", "$1")));
        }
        var done = agent.post("/open/case/acts/documents", "/open/case/acts/documents", form);
        assertThat(done.uri().getPath()).as(done.body()).isEqualTo("/open/case");
    }

    /** All four, with the code from her telephone. */
    private HttpResponse<String> confirms(Browsing customer) {
        assertThat(customer.post("/open/case/brought", "/open/case/brought/confirmed", Map.of("_send", "yes")).body()).contains("验证码已发到您登记的手机");
        var code = messages.shown().orElseThrow().stream().filter(sent -> sent.phone().equals("1385510" + CUSTOMER)).findFirst().orElseThrow().text().replaceAll(".*验证码 (\\d{6}).*", "$1");
        return customer.post("/open/case/brought", "/open/case/brought/confirmed", Map.of("papers", "1,2,3,4", "code", code));
    }

    private List<CaseDocument> onFile() {
        var no = new CaseNo(walk.no);
        return papers.documentsOf(no.unit(), no);
    }

    private Office.Reply closesPapers() {
        return walk.submit("cf.jl1", "green-papers", Map.of("completedOn", "2008-06-06"));
    }

    private List<String> events() {
        return walk.get("/events").path("events").valueStream().map(event -> event.path("kind").asString() + " " + event.path("actorName").asString()).toList();
    }

    @Test
    void what_an_agent_brings_is_on_file_at_once_and_counts_when_the_customer_has_confirmed_it() {
        acceptedWithAgentUntil("2008-06-30");
        energised();
        var agent = opened(AGENT);
        assertThat(agent.get("/open/case").body()).contains("您（李代办）以代理人身份查看").doesNotContain("/open/case/acts/withdrawal", "/open/case/urge", "/open/case/voice");
        brings(agent, PAPERS);
        assertThat(agent.get("/open/case").body()).contains("待客户确认");
        assertThat(onFile()).hasSize(4).allMatch(CaseDocument::waits).noneMatch(CaseDocument::counts);
        assertThat(events()).contains("PAPERS_RECEIVED 李代办");

        var early = closesPapers();
        assertThat(early.rules()).isNotEmpty().containsOnly("casework.paper-unconfirmed");
        assertThat(early.sentences()).allMatch(sentence -> sentence.contains("待客户确认") && sentence.contains("李代办"));
        assertThat(agent.post("/open/case/acts/documents", "/open/case/brought/confirmed", Map.of("papers", "1")).body()).as("not the agent's to say").contains("须由客户本人办理");

        var customer = opened(CUSTOMER);
        assertThat(customer.get("/open/case").body()).contains("代理人代交的资料", "李代办", "核对并确认");
        assertThat(customer.get("/open/case/brought").body()).contains("/open/case/brought/1/pages/1", "以上4份资料属实");
        assertThat(customer.get("/open/case/brought/1/pages/1").headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(customer.post("/open/case/brought", "/open/case/brought/confirmed", Map.of("papers", "1,2,3,4")).statusCode()).as("not without the code").isEqualTo(422);
        assertThat(onFile()).noneMatch(CaseDocument::counts);
        assertThat(confirms(customer).uri().getPath()).isEqualTo("/open/case");
        assertThat(onFile()).hasSize(4).allMatch(CaseDocument::counts);
        assertThat(events()).contains("PAPERS_CONFIRMED 王小明");
        closesPapers().mustSucceed();
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void what_she_refuses_stays_on_file_and_counts_for_nothing_and_a_clerk_may_note_the_rest() {
        acceptedWithAgentUntil("2008-06-30");
        energised();
        brings(opened(AGENT), PAPERS);
        var customer = opened(CUSTOMER);
        assertThat(customer.post("/open/case/brought", "/open/case/brought/2/refused", Map.of("word", " ")).body()).contains("请写明这份资料哪里不对");
        customer.post("/open/case/brought", "/open/case/brought/2/refused", Map.of("word", "不是我的身份证"));
        assertThat(events()).contains("PAPERS_REFUSED 王小明");
        var again = confirms(customer);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(onFile()).as("all or nothing").noneMatch(CaseDocument::counts);

        assertThat(walk.act("cf.kf1", "/documents/1/confirmation", Map.of()).fields()).containsExactly("manner");
        for (int paper : new int[] {1, 3, 4}) {
            walk.act("cf.kf1", "/documents/" + paper + "/confirmation", Map.of("manner", "COUNTER")).mustSucceed();
        }
        assertThat(walk.act("cf.kf1", "/documents/1/refusal", Map.of("manner", "PHONE", "word", "不对")).rules()).containsExactly("casework.papers-not-waiting");
        assertThat(onFile().get(1).brought()).extracting(brought -> brought.state() + " " + brought.word()).isEqualTo("REFUSED 不是我的身份证");
        assertThat(closesPapers().rules()).containsExactly("casework.paper-due");
    }

    @Test
    void an_agent_does_nothing_that_is_hers_nor_anything_when_his_authority_has_ended_and_strangers_find_no_case() {
        acceptedWithAgentUntil("2008-06-06");
        var agent = opened(AGENT);
        var withdrawal = agent.post("/open/case/acts/documents", "/open/case/acts/withdrawal", Map.of("reason", "CUSTOMER_GAVE_UP", "_confirmed", "yes"));
        assertThat(withdrawal.statusCode()).isEqualTo(422);
        assertThat(withdrawal.body()).contains("您（李代办）是客户的代理人，只能代客户补交资料；“撤回”须由客户本人办理");
        assertThat(agent.get("/open/case/papers/receipts/1").statusCode()).isEqualTo(404);
        assertThat(walk.get("").path("status").asString()).isEqualTo("ACCEPTED");

        var stranger = new Browsing(port).post("/open/track", "/open/track", Map.of("no", walk.no, "tail", "9999"));
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).doesNotContain("李代办", "授权");

        office.day("2008-06-07");
        assertThat(agent.get("/open/case/acts/documents").body()).contains("刚才打开的查询已结束", "授权已到期").doesNotContain(walk.no);
        assertThat(onFile()).isEmpty();
        var shut = new Browsing(port).post("/open/track", "/open/track", Map.of("no", walk.no, "tail", AGENT));
        assertThat(shut.body()).contains("李代办的授权委托书已于2008-06-06到期", "出具新的授权委托书");
    }
}
