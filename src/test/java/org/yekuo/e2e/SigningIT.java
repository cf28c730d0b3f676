package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Signature;
import org.yekuo.portal.TextMessages;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Numbers;
import org.yekuo.vocabulary.CaseNo;

/** A receipt is signed in the browser: on the screen at the counter, and at home with a code from the telephone. */
class SigningIT extends Day {

    @Autowired TextMessages messages;
    @Autowired CasePapers papers;

    @Test
    void a_receipt_is_signed_on_the_screen_taken_along_and_verified_by_its_code() throws IOException {
        office.day("2008-06-30");
        walk.apply(walk.resident()).mustSucceed();
        try (var clerk = new Visitor(port, false).signIn("cf.kf1"); var stranger = new Visitor(port, true)) {
            clerk.open("/work/cases/" + walk.no).page.click("a[href*='/acts/acknowledgement']");
            clerk.page.check("input[name=signature][value=SCREEN]");
            clerk.page.fill("#signer", "王小明");
            clerk.page.click(".stage-form .buttons .btn-primary");
            assertThat(clerk.page.innerText("#faults")).contains("没有签名");
            assertThat(clerk.page.inputValue("#signer")).isEqualTo("王小明");
            assertThat(clerk.page.isChecked("input[name=signature][value=SCREEN]")).isTrue();

            draw(clerk.page.locator("[data-sign] canvas"));
            clerk.page.waitForCondition(() -> (Boolean) clerk.page.evaluate("document.getElementById('file-drawing').files.length === 1"));
            assertThat(clerk.findings()).isEmpty();
            clerk.shot("sign-on-screen-wide");
            clerk.page.click(".stage-form .buttons .btn-primary");
            assertThat(clerk.text()).contains("王小明已签收").contains("查看签名");
            assertThat(clerk.page.request().get("http://localhost:" + port + clerk.page.getAttribute("a:text('查看签名')", "href")).ok()).isTrue();

            var pdf = clerk.page.request().get("http://localhost:" + port + clerk.page.getAttribute("a[href*='/papers/receipts/1']", "href"));
            String text;
            try (var paper = Loader.loadPDF(pdf.body())) {
                text = new PDFTextStripper().getText(paper);
            }
            var code = text.replaceAll("(?s).*查验码：\\s*(\\w{4} \\w{4} \\w{4}).*", "$1");
            assertThat(stranger.open("/verify/" + code.replace(" ", "")).text()).contains("真实，现行有效").contains(walk.no + "-HZ01").doesNotContain("王小明");
        }
    }

    @Test
    void at_home_she_signs_with_the_code_sent_to_the_telephone_on_her_file_and_with_no_other() {
        office.day("2008-06-30");
        var form = walk.resident();
        form.put("applicant", Map.of("name", "王小明", "idType", "RESIDENT_ID", "idNumber", Numbers.resident(), "phone", "13855103360"));
        walk.apply(form).mustSucceed();
        try (var customer = new Visitor(port, true)) {
            customer.open("/open/track");
            customer.page.fill("#no", walk.no);
            customer.page.fill("#tail", "3360");
            customer.page.click("main .btn-primary");
            customer.page.click("a[href$='/receipts/1/code']");
            customer.page.fill("#signer", "王小明");
            customer.page.click("button[name=_send]");
            assertThat(customer.text()).contains("验证码已发到您登记的手机").doesNotContain("13855103360");
            var code = messages.shown().orElseThrow().stream().filter(sent -> sent.phone().equals("13855103360")).findFirst().orElseThrow().text()
                    .replaceAll(".*验证码 (\\d{6}).*", "$1");

            customer.page.fill("#code", code.equals("000000") ? "111111" : "000000");
            customer.page.click(".stage-form .btn-primary");
            assertThat(customer.page.innerText("#faults")).contains("验证码不对");
            assertThat(customer.page.inputValue("#signer")).as("what was typed stays").isEqualTo("王小明");
            assertThat(customer.findings()).isEmpty();
            assertThat(customer.shot("sign-by-code-phone").english().open("/open/case/receipts/1/code").findings()).isEmpty();
            customer.english().open("/open/case/receipts/1/code");
            customer.page.fill("#signer", "王小明");

            customer.page.fill("#code", code);
            customer.page.click(".stage-form .btn-primary");
            assertThat(customer.text()).contains("您已签收");
        }
        var no = new CaseNo(walk.no);
        var signed = Objects.requireNonNull(papers.of(no.unit(), no).getFirst().acknowledged());
        assertThat(signed.how()).isEqualTo(Signature.ONE_TIME_CODE);
        assertThat(signed.signer()).isEqualTo("王小明");
        assertThat(walk.ledgerIntact()).isTrue();
        assertThat(walk.act("cf.kf1", "/receipts/1/acknowledgement", Map.of("signature", "ONE_TIME_CODE", "signer", "王小明")).rules())
                .as("not without the code, and not by somebody else").containsExactly("casework.code-not-seen");
    }

    @Test
    void an_administrator_sees_how_every_letter_of_a_pack_looks_as_soon_as_one_was_issued() throws IOException {
        office.day("2008-06-30");
        walk.apply(walk.resident()).mustSucceed();
        try (var administrator = new Visitor(port, false).signIn("cf.gl1")) {
            administrator.open("/work/admin/packs/anhui-2008");
            assertThat(administrator.findings()).isEmpty();
            var previews = administrator.page.locator("#letters a").all().stream().map(link -> link.getAttribute("href")).toList();
            assertThat(previews).hasSizeGreaterThan(25);
            for (var preview : previews) {
                var answer = administrator.page.request().get("http://localhost:" + port + preview);
                assertThat(answer.status()).as(preview).isEqualTo(200);
                if (!answer.headers().get("content-type").startsWith("application/pdf")) {
                    assertThat(answer.text()).as(preview).contains("还没有案件出具过");
                    continue;
                }
                try (var paper = Loader.loadPDF(answer.body())) {
                    assertThat(new PDFTextStripper().getText(paper)).as(preview).contains("样张（不作凭证）");
                }
            }
            assertThat(administrator.page.request().get("http://localhost:" + port + "/work/admin/packs/anhui-2008/letters/receipt-acceptance").headers()).containsEntry("content-type", "application/pdf");
            assertThat(administrator.page.request().get("http://localhost:" + port + "/work/admin/packs/anhui-2008/letters/_style").status()).isEqualTo(404);
            administrator.page.locator("#letters").scrollIntoViewIfNeeded();
        }
    }

    private static void draw(Locator canvas) {
        canvas.scrollIntoViewIfNeeded();
        var box = canvas.boundingBox();
        var mouse = canvas.page().mouse();
        mouse.move(box.x + 30, box.y + 40);
        mouse.down();
        for (int i = 1; i <= 6; i++) {
            mouse.move(box.x + 30 + i * 40, box.y + 40 + (i % 2) * 50);
        }
        mouse.up();
    }
}
