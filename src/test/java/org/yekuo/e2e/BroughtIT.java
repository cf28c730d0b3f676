package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.casework.Said;
import org.yekuo.casework.TakingPapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.Files;
import org.yekuo.document.PlainPdf;
import org.yekuo.document.StoredFile;
import org.yekuo.portal.TextMessages;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Numbers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;

/** On her telephone the customer looks at what her agent brought, refuses one and confirms the rest; the clerk sees both. */
class BroughtIT extends Day {

    @Autowired Files files;
    @Autowired TakingPapers taking;
    @Autowired TextMessages messages;

    @Test
    void she_refuses_one_with_a_word_and_confirms_the_rest() {
        office.day("2008-06-30");
        var form = walk.resident();
        form.put("applicant", Map.of("name", "王小明", "idType", "RESIDENT_ID", "idNumber", Numbers.resident(), "phone", "13855103361",
                "agent", Map.of("name", "李代办", "idNumber", Numbers.resident(), "phone", "13905557703", "authorisedUntil", "2008-12-31")));
        form.put("documents", List.of());
        walk.apply(form).mustSucceed();
        var no = new CaseNo(walk.no);
        var agent = Actor.agent(no, "李代办");
        var scan = ((Answer.Done<StoredFile>) files.store(no.unit(), "身份证.pdf", "application/pdf", new ByteArrayInputStream(PlainPdf.of("brought " + no)), agent)).value();
        assertThat(taking.take(no, List.of(new DocumentInput("OWNER_ID", "34-1", null, false, 1, scan.fileId()), new DocumentInput("PROPERTY_CERT", null, null, false, 1, null)),
                Said.NOW, agent)).isInstanceOf(Answer.Done.class);

        try (var customer = new Visitor(port, true); var clerk = new Visitor(port, false).signIn("cf.kf1")) {
            customer.open("/open/track");
            customer.page.fill("#no", walk.no);
            customer.page.fill("#tail", "3361");
            customer.page.click("main .btn-primary");
            assertThat(customer.shot("brought-case-phone").findings()).isEmpty();
            customer.page.click("a[href='/open/case/brought']");
            customer.page.click("details.mine summary >> nth=1");
            assertThat(customer.shot("brought-phone").findings()).isEmpty();
            assertThat(clerk.open("/work/cases/" + walk.no).shot("brought-staff-wide").findings()).isEmpty();
            assertThat(clerk.text()).as("why the acceptance is done again, in words").contains("资料不齐，已发缺件通知书").doesNotContain("again-papers-missing");
            customer.english().open("/open/case/brought");
            assertThat(customer.findings()).isEmpty();
            customer.english().open("/open/case/brought");
            customer.page.click("details.mine summary >> nth=1");
            customer.page.fill("#word2", "不是我家的房产证");
            customer.page.click("form[action='/open/case/brought/2/refused'] button");
            customer.open("/open/case/brought").page.click("button[name=_send]");
            assertThat(customer.text()).contains("验证码已发到您登记的手机");
            customer.page.fill("#code", messages.shown().orElseThrow().stream().filter(sent -> sent.phone().equals("13855103361")).findFirst().orElseThrow().text()
                    .replaceAll(".*验证码 (\\d{6}).*", "$1"));
            customer.page.click("form[action='/open/case/brought/confirmed'] .btn-primary");
            assertThat(customer.text()).contains("客户已确认", "客户不认可");
            assertThat(clerk.open("/work/cases/" + walk.no).text()).contains("李代办", "客户已确认", "不是我家的房产证");
        }
        assertThat(walk.ledgerIntact()).isTrue();
    }
}
