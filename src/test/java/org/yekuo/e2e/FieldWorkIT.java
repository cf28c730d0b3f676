package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Day;

/** The work at the customer's, in the browser: placed by keyboard, agreed on by the customer, done on a phone. */
class FieldWorkIT extends Day {

    private static final FilePayload PHOTO = new FilePayload("door.png", "image/png", java.util.Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));

    private Visitor track(Visitor customer) {
        customer.open("/open/track");
        customer.page.fill("#no", walk.no);
        customer.page.fill("#tail", "0001");
        customer.page.click("main .btn-primary");
        return customer;
    }

    @Test
    void a_survey_is_placed_by_keyboard_agreed_by_the_customer_not_kept_with_a_photo_and_then_done() {
        office.day("2008-07-01");
        walk.apply(walk.resident()).mustSucceed();
        try (var dispatcher = new Visitor(port, false).signIn("cf.zz1"); var customer = new Visitor(port, true); var surveyor = new Visitor(port, true).signIn("cf.kc1")) {
            dispatcher.open("/work/calendar?week=2008-07-02&unit=340121");
            dispatcher.page.locator(".jobs li[data-job*='" + walk.no + "'] a.btn").focus();
            dispatcher.page.keyboard().press("Enter");
            dispatcher.page.waitForURL(java.util.regex.Pattern.compile(".*/visits/survey.*"));
            dispatcher.page.locator("input[name=crew][value='340121-kc1']").focus();
            dispatcher.page.keyboard().press("Space");
            dispatcher.page.fill("#day", "2008-07-02");
            dispatcher.page.locator("input[name=slot][value=MORNING]").focus();
            dispatcher.page.keyboard().press("Space");
            dispatcher.page.locator("button[name=_preview]").focus();
            dispatcher.page.keyboard().press("Enter");
            assertThat(dispatcher.page.locator(".text-message").innerText()).contains("2008-07-02").contains("袁健");
            dispatcher.shot("place-preview-wide");
            dispatcher.page.locator("main .buttons .btn-primary").focus();
            dispatcher.page.keyboard().press("Enter");
            dispatcher.page.waitForURL(java.util.regex.Pattern.compile(".*/work/calendar.week=2008-07-02.*"));
            assertThat(dispatcher.page.locator(".stop[data-job*='" + walk.no + "']").innerText()).contains("王小明").contains("待客户确认");

            assertThat(track(customer).text()).contains("我们要上门").contains("2008-07-02").contains("袁健");
            customer.shot("my-visit-phone");
            customer.page.locator("details.mine summary").click();
            customer.fill("", Map.of("firstDay", "2008-06-20", "firstSlot", "AFTERNOON"));
            customer.page.click("details.mine .btn-primary");
            assertThat(customer.page.locator("#faults").innerText()).contains("已经过去");
            assertThat(customer.page.inputValue("#firstDay")).isEqualTo("2008-06-20");
            customer.page.click("form[action$='/agreed'] button");
            assertThat(customer.text()).contains("已约定");

            office.day("2008-07-02");
            assertThat(surveyor.open("/work").page.locator("#beside section").first().innerText()).contains("今天的预约").contains("上午").contains("王小明").contains("打电话");
            surveyor.shot("work-visits-phone");
            surveyor.page.locator("#beside section").first().locator("a[href*='" + walk.no + "/stages/survey']").click();
            surveyor.shot("survey-phone");
            assertThat(surveyor.text()).contains("客户申报").contains("8 kW").contains("L34012107").contains("已约定");
            surveyor.fill("result", Map.of("conclusion", "CANNOT_BE_DONE_TODAY", "notToday", Map.of("why", "NOBODY_HOME", "days", "CUSTOMER", "newDay", "2008-07-03", "newSlot", "AFTERNOON")));
            surveyor.page.setInputFiles("#file-result-notToday-photo", PHOTO);
            surveyor.page.click(".stage-form .btn-primary");
            surveyor.page.waitForURL(java.util.regex.Pattern.compile(".*[?]done=.*"));
            assertThat(surveyor.text()).contains("客户未到场").contains("待客户确认").contains("2008-07-03");
            surveyor.shot("case-no-show-phone");

            office.day("2008-07-03");
            surveyor.open("/work/cases/" + walk.no + "/stages/survey");
            surveyor.page.context().setOffline(true);
            surveyor.fill("result", Map.of("conclusion", "CAN_SUPPLY", "load", Map.of("capacityKva", "8.89", "appliances", List.of(Map.of("name", "空调", "kw", "1.5", "count", "3")))));
            assertThat(surveyor.page.locator(".total").innerText()).contains("4.5 kW");
            surveyor.page.locator("label:has-text('L34012107')").click();
            surveyor.page.fill("[name='result.points[0].distanceM']", "35");
            assertThat(surveyor.page.locator(".offline").isVisible()).isTrue();
            surveyor.page.click(".stage-form .btn-primary");
            assertThat(surveyor.page.url()).as("nothing is sent without a signal").contains("/stages/survey");
            surveyor.shot("survey-offline-phone");
            surveyor.page.context().setOffline(false);
            surveyor.page.click("[id='result.signed'] > summary");
            surveyor.page.fill("[id='result.signed.signer']", "王小明");
            surveyor.page.locator("[data-sign] canvas").hover();
            surveyor.page.mouse().down();
            surveyor.page.mouse().move(120, 300);
            surveyor.page.mouse().up();
            surveyor.page.waitForCondition(() -> (Boolean) surveyor.page.evaluate("document.getElementById('file-result-signed-photo').files.length === 1"));
            surveyor.page.click(".stage-form .btn-primary");
            surveyor.page.waitForURL(java.util.regex.Pattern.compile(".*[?]done=.*"));
            assertThat(surveyor.page.url()).as(surveyor.text()).endsWith("?done=survey");
            assertThat(surveyor.text()).contains("已上门");
            surveyor.page.click("details.contact summary");
            surveyor.page.click("text=打了电话，无人接");
            assertThat(surveyor.text()).contains("打了电话，无人接听。");
        }
    }

    @Test
    void one_person_does_all_of_it_in_one_visit_on_one_page() {
        office.day("2008-07-04");
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch("2008-07-04").mustSucceed();
        try (var visitor = new Visitor(port, true).signIn("cf.tq1"); var surveyor = new Visitor(port, true).signIn("cf.kc1")) {
            assertThat(surveyor.open("/work/cases/" + walk.no).page.locator("a[href$='/one-visit']").count()).as("who lacks a role is not offered it").isZero();
            visitor.open("/work/cases/" + walk.no).page.click("a[href$='/one-visit']");
            assertThat(visitor.page.inputValue("[name='survey.load.capacityKva']")).as("what was applied for is there").isEqualTo("8.89");
            visitor.shot("one-visit-phone");
            visitor.page.click(".one-visit .buttons .btn-primary");
            assertThat(visitor.page.locator("#faults").innerText()).contains("资产号").contains("凭什么单据");
            visitor.page.locator("label:has-text('L34012107')").first().click();
            var meter = walk.residentMeter("2008-07-04");
            var device = new TreeMap<>(row(meter, "devices"));
            device.keySet().removeAll(List.of("point", "kind", "activeKwh"));
            visitor.fill("", Map.of("survey", Map.of("points", List.of(Map.of("distanceM", "35"))),
                    "plan", Map.of("circuits", List.of(Map.of("laying", "OVERHEAD", "demarcation", "接户线与进户线连接处")), "receivingPoints", List.of(Map.of("name", "户内配电箱")),
                            "meteringPoints", List.of(Map.of("location", "楼道表箱", "meteringClass", "V")), "tariff", Map.of("category", "居民生活用电")),
                    "contract", Map.of("company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION"))),
                    "metering", Map.of("devices", List.of(device), "seals", List.of(Map.of("sealNo", row(meter, "seals").get("sealNo")))),
                    "energisation", Map.of("switchedOn", Map.of("time", "10:20")),
                    "beforehand", List.of(Map.of("by", "340121-zc1", "on", "2008-07-03", "paper", "领用单 LY-1"), Map.of("by", "340121-jd1", "on", "2008-07-03", "paper", "领用单 LY-1"))));
            visitor.page.click(".one-visit .buttons .btn-primary");
            assertThat(visitor.page.url()).as(visitor.page.locator("#faults").count() > 0 ? visitor.page.locator("#faults").innerText() : "").endsWith("?done=energisation");
        }
        assertThat(walk.get("").path("summary").path("turns").valueStream().map(turn -> turn.path("stage").asString()).distinct().toList()).containsExactlyInAnyOrder("billing", "callback");
    }

    @Test
    void a_colleague_asked_along_answers_in_one_tap_and_the_lead_sees_who_has_not() {
        office.day("2008-07-07");
        walk.apply(walk.machineWorks()).mustSucceed();
        walk.dispatch("2008-07-08").mustSucceed();
        var survey = "/work/cases/" + walk.no + "/stages/survey";
        try (var planner = new Visitor(port, true).signIn("hf.fc1"); var lead = new Visitor(port, false).signIn("cf.kc1")) {
            planner.open(survey).shot("invitation-phone");
            planner.page.click("text=收到，参加");
            assertThat(planner.page.url()).contains("done=appointment");
            assertThat(lead.open(survey).text()).contains("顾勇").contains("参加").contains("未答复邀请");
            lead.shot("invitations-wide");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Map<String, Object> form, String list) {
        return ((List<Map<String, Object>>) form.get(list)).getFirst();
    }
}
