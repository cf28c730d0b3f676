package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.portal.ProvingPhone;
import org.yekuo.portal.TextMessages;
import org.yekuo.stage.acceptance.ApplicationForm;
import org.yekuo.stage.acceptance.Applied;
import org.yekuo.stage.acceptance.ApplyingForSupply;
import org.yekuo.vocabulary.Answer;
import tools.jackson.databind.json.JsonMapper;

/** An application over the web (网上申请): whose telephone it is, and from which day it counts. */
class OnlineScenarioIT extends Day {

    @Autowired
    private ApplyingForSupply applying;
    @Autowired
    private ProvingPhone proving;
    @Autowired
    private TextMessages messages;
    @Autowired
    private JsonMapper json;

    private void sendIn(List<String> papers) {
        var form = new LinkedHashMap<>(walk.resident());
        form.putAll(Map.of("hall", "340121", "unit", "340121", "channel", "ONLINE", "documents", Walk.papers(papers)));
        var read = ((Bound.Read<ApplicationForm>) Forms.bind(json.valueToTree(form), ApplicationForm.class)).value();
        walk.no = ((Answer.Done<Applied>) applying.sendIn(read)).value().caseNo().value();
    }

    private Office.Reply accept(List<String> papers) {
        return walk.submit("cf.kf1", "acceptance", new TreeMap<>(Map.of("receivedOn", "2008-06-06", "documents", Walk.papers(papers), "guideHandedOver", true)));
    }

    @Test
    void what_was_complete_when_it_was_sent_counts_from_that_day() {
        office.day("2008-06-05");
        sendIn(List.of("PROPERTY_CERT", "OWNER_ID"));
        assertThat(walk.get("").path("status").asString()).isEqualTo("REGISTERED");
        office.day("2008-06-06");
        accept(List.of("PROPERTY_CERT", "OWNER_ID")).mustSucceed();
        assertThat(walk.get("").path("summary").path("acceptedOn").asString()).isEqualTo("2008-06-05");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("dueOn").asString()).isEqualTo("2008-06-11");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void what_lacked_a_paper_counts_from_the_day_it_was_complete() {
        office.day("2008-06-05");
        sendIn(List.of("OWNER_ID"));
        office.day("2008-06-06");
        accept(List.of("OWNER_ID")).mustSucceed();
        assertThat(walk.get("").path("status").asString()).isEqualTo("INCOMPLETE");
        walk.submit("cf.kf1", "acceptance", 2, new TreeMap<>(Map.of("receivedOn", "2008-06-06", "documents", Walk.papers(List.of("PROPERTY_CERT")), "guideHandedOver", true)), Map.of()).mustSucceed();
        assertThat(walk.get("").path("summary").path("acceptedOn").asString()).isEqualTo("2008-06-06");
    }

    @Test
    void a_code_proves_the_number_it_was_sent_to_and_once() {
        var phone = "139" + System.nanoTime() % 100_000_000L;
        phone = (phone + "00000000").substring(0, 11);
        assertThat(proving.send("12345", "10.0.0.1")).extracting(violation -> violation.rule()).containsExactly("portal.no-mobile");
        assertThat(proving.send(phone, "10.0.0.1")).isEmpty();
        var code = code(phone);
        for (int i = 0; i < 4; i++) {
            assertThat(proving.prove(phone, code.equals("000000") ? "111111" : "000000")).isInstanceOf(Answer.Refused.class);
        }
        var token = ((Answer.Done<String>) proving.prove(phone, code)).value();
        assertThat(proving.prove(phone, code)).as("a code is good once").isInstanceOf(Answer.Refused.class);
        assertThat(proving.isProven(phone, token)).isTrue();
        assertThat(proving.isProven("13900000000", token)).as("another number").isFalse();
        proving.spend(token);
        assertThat(proving.isProven(phone, token)).isFalse();
    }

    @Test
    void five_wrong_codes_end_it_and_more_than_three_codes_are_not_sent() {
        var phone = "138" + (System.nanoTime() + "00000000").substring(3, 11);
        for (int i = 0; i < 3; i++) {
            assertThat(proving.send(phone, "10.0.0.2")).isEmpty();
        }
        var code = code(phone);
        for (int i = 0; i < 5; i++) {
            proving.prove(phone, code.equals("000000") ? "111111" : "000000");
        }
        assertThat(proving.prove(phone, code)).as("the right one, too late").isInstanceOf(Answer.Refused.class);
        assertThat(proving.send(phone, "10.0.0.2")).extracting(violation -> violation.rule()).containsExactly("portal.codes-too-many");
    }

    private String code(String phone) {
        return messages.shown().orElseThrow().stream().filter(sent -> sent.phone().equals(phone)).findFirst().orElseThrow().text().replaceAll(".*验证码 (\\d{6}).*", "$1");
    }
}
