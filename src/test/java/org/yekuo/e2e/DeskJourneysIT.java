package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.outbox.DispatchingOutbox;
import org.yekuo.scenario.Day;

/** What heads and clerks do around the work, in the browser. */
class DeskJourneysIT extends Day {

    @Autowired
    private DispatchingOutbox outbox;

    private Visitor at(String login) {
        return new Visitor(port, false).signIn(login);
    }

    private void surveyIsLate(String applied, String today) {
        office.day(applied);
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch(applied).mustSucceed();
        office.day(today);
    }

    @Test
    void a_head_supervises_from_the_risk_page_the_county_answers_and_she_closes_it() {
        surveyIsLate("2009-05-04", "2009-05-12");
        try (var city = at("hf.yx1"); var county = at("cf.yx1")) {
            city.open("/work/risk?show=overdue&unit=340121");
            var row = city.page.locator("a[href='/work/cases/" + walk.no + "/acts/supervision']");
            while (row.count() == 0) {
                city.open(city.page.getAttribute("a[href*='cursor=']", "href"));
            }
            row.click();
            city.fill("", Map.of("demand", "答复已逾期，请说明原因和办结日期", "answerInDays", "2"));
            city.page.click(".stage-form .btn-primary");
            assertThat(city.page.url()).endsWith("?done=act.supervision");
            outbox.dispatchDue(() -> true);

            county.open("/work");
            assertThat(county.page.locator(".me .count").innerText()).isNotEqualTo("0");
            county.page.click("a[href='/work/notices']");
            assertThat(county.text()).contains("请最迟 2009-05-14 答复");
            assertThat(county.findings()).isEmpty();
            county.shot("notices-wide");
            county.page.locator("main li button").first().click();
            assertThat(county.text()).contains("答复已逾期，请说明原因和办结日期").contains("待答复");
            county.page.click("text=答复督办");
            county.fill("", Map.of("measures", "勘查员今日上门，5 月 13 日答复客户"));
            county.page.click(".stage-form .btn-primary");
            assertThat(county.page.url()).endsWith("?done=act.supervision-answer");

            city.open("/work/supervision?state=answered");
            assertThat(city.page.locator("a[href='/work/supervision/" + walk.no + "/1']").count()).isEqualTo(1);
            city.page.click("a[href='/work/supervision/" + walk.no + "/1']");
            city.shot("supervised-wide");
            city.page.click("text=督办销号");
            city.page.click(".stage-form .btn-primary");
            assertThat(city.open("/work/supervision/" + walk.no + "/1").text()).contains("已销号").contains("勘查员今日上门");
        }
    }

    @Test
    void what_a_surveyor_typed_is_there_in_another_browser_until_she_hands_it_in_or_throws_it_away() {
        surveyIsLate("2009-05-18", "2009-05-18");
        var form = "/work/cases/" + walk.no + "/stages/survey";
        try (var office1 = at("cf.kc1")) {
            office1.open(form);
            office1.page.fill("[name='result.route']", "沿河堤架空");
            office1.page.check("[name='result.conclusion'][value=CAN_SUPPLY]");
            office1.page.click("button[name=_more] >> nth=0");
            office1.page.fill("[name='result.route']", "沿河堤架空两档");
            office1.page.waitForResponse(response -> response.url().endsWith("/work/drafts") && response.status() == 204, () -> office1.page.dispatchEvent("[name='result.route']", "input"));
        }
        try (var truck = at("cf.kc1"); var colleague = at("cf.kc2")) {
            truck.open(form).page.waitForSelector(".notice.draft");
            assertThat(truck.page.innerText(".notice.draft")).contains("已恢复").contains("的草稿");
            assertThat(truck.page.inputValue("[name='result.route']")).isEqualTo("沿河堤架空两档");
            assertThat(truck.page.isChecked("[name='result.conclusion'][value=CAN_SUPPLY]")).isTrue();
            truck.shot("draft-wide");
            colleague.open(form).page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(colleague.page.inputValue("[name='result.route']")).as("a draft is hers alone").isEmpty();
            truck.page.waitForNavigation(() -> truck.page.click(".notice.draft button"));
            truck.page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(truck.page.inputValue("[name='result.route']")).as("thrown away").isEmpty();
        }
    }

    @Test
    void all_a_leaver_has_is_given_to_a_colleague_after_it_was_shown() {
        surveyIsLate("2009-05-20", "2009-05-20");
        try (var surveyor = at("cf.kc1"); var head = at("cf.yx1"); var heir = at("cf.kc2")) {
            surveyor.open("/work?q=" + walk.no).page.check("input[name=pick]");
            surveyor.page.click("text=勾选的我来办");
            head.open("/work/hand-over?from=340121-kc1").page.check("input[name=to][value='340121-kc2']");
            head.page.click("text=看怎么分");
            assertThat(head.text()).contains(walk.no).contains("李刚");
            assertThat(head.findings()).isEmpty();
            head.shot("hand-over-wide");
            head.page.click("text=确认交接");
            assertThat(head.text()).contains("已交接");
            assertThat(surveyor.open("/work?q=" + walk.no).page.innerText("#list")).doesNotContain("王小明");
            assertThat(heir.open("/work?q=" + walk.no).page.innerText("#list")).contains("李刚");
        }
    }

    @Test
    void the_customer_sees_whose_turn_it_is_urges_once_and_reads_the_answer() {
        surveyIsLate("2009-05-25", "2009-05-26");
        try (var customer = new Visitor(port, true); var surveyor = at("cf.kc1")) {
            customer.open("/open/track").page.fill("#no", walk.no);
            customer.page.fill("#tail", "0001");
            customer.page.click("main .btn-primary");
            assertThat(customer.text()).contains("供电公司正在办：现场勘查").contains("最迟 2009-05-31").contains("12398");
            customer.shot("my-case-phone");
            customer.page.fill("#urge", "哪天上门？");
            customer.page.click("form.urge button");
            assertThat(customer.text()).contains("已收到").contains("您催办过");
            customer.page.click("form.urge button");
            assertThat(customer.page.locator("#faults").innerText()).contains("每个工作日催一次");
            surveyor.open("/work");
            assertThat(surveyor.page.locator("#urged").count()).isEqualTo(1);
            surveyor.page.click("a[href^='/work/cases/" + walk.no + "/acts/urging-answer']");
            surveyor.fill("", Map.of("answer", "明天上午九点上门"));
            surveyor.page.click(".stage-form .btn-primary");
            assertThat(customer.open("/open/case").text()).contains("明天上午九点上门");
            assertThat(customer.open("/open/case/limits").text()).contains("供电方案答复").contains("逐日说明");
            assertThat(customer.findings()).isEmpty();
            customer.shot("my-limits-phone");
        }
    }
}
