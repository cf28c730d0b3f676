package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yekuo.ArchiveVerifier;
import org.yekuo.document.PlainPdf;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Numbers;

/** Papers on their way in through two browsers, looked at, and out again as a file. */
class EvidenceIT extends Day {

    @Test
    void papers_come_from_the_desk_and_from_the_customers_telephone_are_looked_at_and_leave_as_a_file_that_verifies() throws IOException {
        office.day("2008-06-27");
        try (var clerk = new Visitor(port, false).signIn("cf.kf1"); var phone = new Visitor(port, true); var manager = new Visitor(port, false).signIn("cf.jl1")) {
            clerk.open("/work/intake").fill("", Map.of("business", "NEW_INSTALL", "channel", "COUNTER", "applicantKind", "PERSON",
                    "applicant", Map.of("name", "扫码客户", "idType", "RESIDENT_ID", "idNumber", Numbers.resident(), "phone", "13955101235"),
                    "premises", Map.of("address", "长丰县水湖镇扫码路1号"), "project", Map.of("nature", "RESIDENTIAL"), "load", Map.of("demandKw", "8", "phase", "SINGLE")));
            clerk.page.click("button[name=_phone]");
            assertThat(clerk.findings()).isEmpty();
            clerk.shot("intake-phone-wide");

            // At the desk: chosen and there, before anything is handed in.
            var deed = clerk.page.locator(".paperitem:has([id='tick-PROPERTY_CERT'])");
            deed.locator("summary").click();
            deed.locator("input[type=file]").setInputFiles(new FilePayload("../房产证.pdf".replace("../", ""), "application/pdf", PlainPdf.of(400_000)));
            deed.locator("p.upload:has-text('已上传')").waitFor();
            assertThat(deed.locator("input[type=checkbox]").first().isChecked()).isTrue();

            // What is wrong is said beside the field, and nothing is lost.
            var other = clerk.page.locator(".paperitem:has([id='tick-OWNER_ID'])");
            other.locator("summary").click();
            other.locator("input[type=file]").setInputFiles(new FilePayload("身份证.jpg", "image/jpeg", PlainPdf.of("a liar")));
            other.locator("p.upload.fault").waitFor();
            assertThat(other.locator("p.upload.fault").innerText()).contains("PDF");

            // From the telephone: the clerk's list ticks itself.
            var link = clerk.page.getAttribute("a.sendlink", "href");
            phone.open(link.substring(link.indexOf("/open/send/")));
            assertThat(phone.findings()).isEmpty();
            assertThat(phone.text()).contains("身份证").doesNotContain("扫码客户");
            var form = phone.page.locator("form.send:has(input[value=OWNER_ID])");
            form.locator("input[type=file]").setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", photo()));
            form.locator("button").click();
            assertThat(phone.text()).contains("已传到柜台");
            phone.shot("send-phone");
            clerk.page.waitForFunction("() => document.getElementById('tick-OWNER_ID').checked");

            // What she takes off the list again stays off, also when the list is made anew.
            clerk.page.uncheck("#tick-OWNER_ID");
            clerk.page.waitForResponse(answer -> answer.url().endsWith("/work/intake/preview"), () -> {
                clerk.page.fill("[name='premises.area']", "水湖");
                clerk.page.press("[name='premises.area']", "Tab");
            });
            clerk.page.waitForTimeout(500);
            assertThat(clerk.page.isChecked("#tick-OWNER_ID")).isFalse();
            clerk.page.check("#tick-OWNER_ID");
            clerk.page.click(".stage-form .btn-primary:visible");
            assertThat(clerk.text()).contains("扫码客户").contains("受理");
            var no = clerk.page.url().replaceAll(".*/work/cases/(\\d+).*", "$1");
            assertThat(office.get("cf.jl1", "/cases/" + no).caseStatus()).isEqualTo("ACCEPTED");

            // Looked at: both are pictures made by the program.
            var shown = clerk.page.locator("a[href*='/work/files/']");
            assertThat(shown.count()).isEqualTo(2);
            for (int i = 0; i < 2; i++) {
                manager.open(shown.nth(i).getAttribute("href"));
                manager.page.waitForFunction("() => { var i = document.querySelector('.sheet img'); return i && i.complete && i.naturalWidth > 100; }");
            }
            assertThat(manager.findings()).isEmpty();
            manager.shot("file-wide");

            // Taken along: what comes down verifies.
            manager.open("/work/cases/" + no + "/file");
            assertThat(manager.findings()).isEmpty();
            manager.shot("case-file-wide");
            var zip = manager.page.waitForDownload(() -> manager.page.click("form[action$='/file'] button")).path();
            assertThat(ArchiveVerifier.verify(zip, "")).isEmpty();
            assertThat(clerk.open("/work/cases/" + no).text()).contains("导出档案");
        }
    }

    @Test
    void a_code_made_up_or_over_says_so_and_shows_nothing() {
        try (var phone = new Visitor(port, true)) {
            phone.open("/open/send/" + "A".repeat(43));
            assertThat(phone.text()).contains("二维码已过期");
            assertThat(phone.page.locator("form.send").count()).isZero();
        }
    }

    @Test
    void papers_that_follow_come_by_telephone_onto_the_file_of_a_case() throws IOException {
        office.day("2008-06-27");
        walk.apply(walk.resident()).mustSucceed();
        try (var manager = new Visitor(port, false).signIn("cf.jl1"); var phone = new Visitor(port, true)) {
            manager.open("/work/cases/" + walk.no + "/phone");
            assertThat(manager.findings()).isEmpty();
            manager.page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/screenshots/case-phone-wide.png")));
            var link = manager.page.getAttribute("a.sendlink", "href");
            phone.open(link.substring(link.indexOf("/open/send/")));
            var form = phone.page.locator("form.send:has(input[value=OWNER_ID])");
            form.locator("input[type=file]").setInputFiles(new FilePayload("IMG_2.jpg", "image/jpeg", photo()));
            form.locator("button").click();
            manager.page.locator("#arrived a").first().waitFor();
            manager.page.click("form[action$='/phone'] .btn-primary");
            assertThat(manager.text()).contains("已办理").contains("查看文件");
        }
    }

    private static byte[] photo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }
}
