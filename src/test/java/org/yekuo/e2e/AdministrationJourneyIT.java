package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.yekuo.publishing.PublishingDay;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Numbers;

/** Administration in the browser; days are published, so in the program and database of the tests that publish. */
@TestPropertySource(properties = "yekuo.test=publishing")
class AdministrationJourneyIT extends Day {

    @Test
    void somebody_new_comes_gets_post_and_account_and_chooses_her_password_at_the_first_sign_in() {
        office.day("2009-10-12");
        String password;
        try (var administrator = new Visitor(port, false).signIn("cf.gl1")) {
            var page = administrator.open("/work").page;
            page.click("nav a[href='/work/admin']");
            page.click(".doors a[href='/work/admin/staff']");
            page.click("a[href^='/work/admin/staff/new']");
            page.fill("#no", "340121-x9");
            page.fill("#name", "");
            page.check("[name=unit][value='340121']");
            page.click(".stage-form .btn-primary");
            assertThat(page.innerText("#faults")).contains("姓名");
            assertThat(page.inputValue("#no")).isEqualTo("340121-x9");
            page.fill("#name", "新来人");
            page.click(".stage-form .btn-primary");
            assertThat(page.innerText("h1")).isEqualTo("新来人");
            page.check("[name='post.unit'][value='340121']");
            page.selectOption("[id='post.department']", "CUSTOMER_SERVICE");
            page.selectOption("[id='post.role']", "SURVEYOR");
            page.click("form[action$='/post'] .btn-primary");
            assertThat(administrator.text()).contains("已任命").contains("勘查员");
            page.fill("#login", "cf.x9");
            page.click("form[action$='/password'] button");
            password = page.innerText("#issued-password");
            assertThat(password).hasSize(12);
            page.click("main a.btn-primary");
            assertThat(administrator.text()).contains("待改一次性密码").contains("开通登录账号 cf.x9").contains("蒋雯").doesNotContain(password);
            administrator.shot("admin-person-wide");
        }
        try (var newcomer = new Visitor(port, false)) {
            var page = newcomer.open("/sign-in").page;
            page.fill("#login", "cf.x9");
            page.fill("#password", password);
            page.click("main form button.btn-primary");
            assertThat(page.url()).endsWith("/work/me/password");
            newcomer.open("/work");
            assertThat(page.url()).as("nothing else is open").endsWith("/work/me/password");
            page.fill("#now", password);
            page.fill("#fresh", "my-own-secret");
            page.fill("#again", "my-own-secret");
            page.click(".stage-form .btn-primary");
            assertThat(newcomer.text()).contains("密码已修改").contains("勘查员");
            assertThat(page.locator("nav a[href='/work/admin']").count()).as("no door she may not open").isZero();
            newcomer.open("/work");
            assertThat(page.url()).endsWith("/work");
        }
    }

    @Test
    void a_day_off_is_previewed_and_proposed_by_one_and_confirmed_by_another() {
        office.day("2009-10-12");
        walk.apply(walk.machineWorks()).mustSucceed();
        try (var first = new Visitor(port, false).signIn("sheng.yx1")) {
            var page = first.open("/work/admin/calendar?year=2009").page;
            page.click("summary:has-text('调整一天')");
            page.fill("[id='day.date']", "2009-10-14");
            page.check("[name='day.rule'][value=REST]");
            page.fill("[id='day.occasion']", "抗旱停工");
            page.fill("[id='day.title']", "关于停工一天的通知");
            page.fill("[id='day.number']", "皖政办明电〔2009〕9号");
            page.click("form[action$='/2009/day'] .btn-primary");
            assertThat(first.text()).contains("发布后会怎样").contains("2009-10-14").containsPattern("[1-9]\\d* 个在途案件的");
            first.shot("admin-calendar-preview-wide");
            page.click("form[action$='/2009/day'] .btn-primary");
            assertThat(first.text()).contains("等待另一人确认");
            assertThat(page.locator("form[action$='/confirm']").count()).as("not by herself").isZero();
        }
        assertThat(office.get(null, "/calendar/due?from=2009-10-13&days=1").body().path("due").asString()).isEqualTo("2009-10-14");
        try (var second = new Visitor(port, false).signIn("sheng.gl1")) {
            var page = second.open("/work/admin/calendar?year=2009").page;
            page.click("form[action$='/confirm'] button");
            assertThat(second.text()).contains("已确认发布").contains("抗旱停工");
            assertThat(page.locator(".cal-day.HOLIDAY[title*='抗旱停工']").innerText()).contains("14");
        }
        assertThat(office.get(null, "/calendar/due?from=2009-10-13&days=1").body().path("due").asString()).isEqualTo("2009-10-15");
    }

    @Test
    void closed_cases_of_an_old_system_are_tried_first_and_taken_over_when_it_is_said_that_they_were() {
        office.day("2010-05-24");
        var original = "SG186-J-" + Numbers.unique();
        var lines = new FilePayload("old.ndjson", "application/x-ndjson", ("""
                {"originalNo":"%1$s","originalSystem":"SG186","unit":"340121","business":"NEW_INSTALL","acceptedOn":"2008-04-24","applicant":{"name":"长丰旧档机械厂","idType":"OTHER",\
                "idNumber":"%1$s","contact":"赵经理","phone":"13805517788"},"address":"长丰县双凤开发区%1$s","load":{"nature":"INDUSTRIAL","capacityKva":630,"voltageKv":10},\
                "stages":[{"stage":"acceptance","openedOn":"2008-04-24","closedOn":"2008-04-24","by":"王师傅","servedOn":"2008-04-24"}],"ended":{"how":"WITHDRAWN","on":"2008-05-09"}}
                {broken
                """.formatted(original)).getBytes(StandardCharsets.UTF_8));
        try (var administrator = new Visitor(port, false).signIn("cf.gl1")) {
            var page = administrator.open("/work/admin/closed-cases").page;
            page.setInputFiles("#file", lines);
            page.click("button[name=trial]");
            page.waitForSelector("text=已读2行：可接收1件");
            assertThat(administrator.text()).contains("未接收的行");
            administrator.open("/work/admin/closed-cases");
            page.setInputFiles("#file", lines);
            page.click(".stage-form .btn-primary");
            assertThat(page.innerText("#faults")).contains("接收后不能撤销");
            page.setInputFiles("#file", lines);
            page.check("[name=_confirmed]");
            page.click(".stage-form .btn-primary");
            page.waitForSelector("text=已读2行：接收1件");
            administrator.shot("admin-closed-cases-wide");
            administrator.open("/work/find?q=" + original);
            assertThat(administrator.text()).contains("长丰旧档机械厂");
        }
    }

    private static FilePayload pack(Map<String, String> limits) {
        var files = PublishingDay.pack("anhui-2008", "anhui-2010-06", Map.of("limits.yaml", limits,
                "pack.yaml", Map.of("effectiveFrom: 2005-12-01", "effectiveFrom: 2005-12-01\neffectiveUntil: 2010-06-30")));
        return new FilePayload("anhui-2010-06.zip", "application/zip", PublishingDay.zip("", files));
    }

    @Test
    void a_pack_is_uploaded_with_its_faults_mended_compared_tried_proposed_and_confirmed_by_another() {
        office.day("2010-05-24");
        String draft;
        try (var first = new Visitor(port, false).signIn("sheng.yx1")) {
            var page = first.open("/work/admin/packs").page;
            page.setInputFiles("#file", pack(Map.of("starts: [accepted]", "starts: [accepted-by-nobody]")));
            page.click(".stage-form .btn-primary");
            assertThat(first.text()).contains("检查发现的问题").contains("limits.yaml").contains("accepted-by-nobody");
            assertThat(page.locator("form[action$='/proposal']").count()).as("a broken pack is proposed by nobody").isZero();
            first.shot("admin-draft-faults-wide");
            page.click("main a[href='/work/admin/packs']");
            page.setInputFiles("#file", pack(Map.of("amount: 15", "amount: 14")));
            page.click(".stage-form .btn-primary");
            draft = page.url().replaceAll("\\?.*", "").replaceAll(".*(/work/)", "$1");
            page.click("a[href*='/differences']");
            assertThat(first.text()).contains("15").contains("14");
            first.shot("admin-differences-wide");
            page.goBack();
            page.click("a[href*='trial=true']");
            assertThat(page.innerText("main [role=status]")).contains("试算");
            first.shot("admin-draft-trial-wide");
            page.fill("#effectiveFrom", "2010-06-01");
            page.fill("#note", "省公司文件");
            page.click("form[action$='/proposal'] .btn-primary");
            assertThat(first.text()).contains("省公司文件").contains("2010-06-01");
            assertThat(page.locator("form[action$='/confirm']").count()).as("not by herself").isZero();
            first.shot("admin-draft-proposed-wide");
        }
        assertThat(office.get(null, "/regulations").body().toString()).doesNotContain("anhui-2010-06");
        try (var second = new Visitor(port, true).signIn("sheng.gl1")) {
            var page = second.open(draft).page;
            assertThat(second.findings()).isEmpty();
            page.click("form[action$='/confirm'] button");
            assertThat(second.text()).contains("已确认发布");
            second.shot("admin-draft-confirmed-phone");
        }
        assertThat(office.get(null, "/regulations").body().toString()).contains("anhui-2010-06");
    }
}
