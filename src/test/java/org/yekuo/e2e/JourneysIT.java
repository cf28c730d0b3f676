package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Numbers;
import org.yekuo.scenario.Walk;

/** The ways people go through the pages, in the browser. */
class JourneysIT extends Day {

    private Visitor at(String login) {
        return new Visitor(port, false).signIn(login);
    }

    @Test
    void a_clerk_meets_a_missing_paper_and_the_customer_is_told_once() {
        office.day("2008-06-16");
        try (var clerk = at("cf.kf1")) {
            clerk.open("/work/intake").fill("", Map.of("business", "NEW_INSTALL", "channel", "COUNTER", "applicantKind", "PERSON",
                    "applicant", Map.of("name", "页面客户甲", "idType", "RESIDENT_ID", "idNumber", Numbers.resident().substring(0, 17) + "?", "phone", "13955101234"),
                    "premises", Map.of("address", "长丰县水湖镇页面路1号"), "project", Map.of("nature", "RESIDENTIAL"), "load", Map.of("demandKw", "8", "phase", "SINGLE")));
            clerk.page.click("button[name=_preview]");
            assertThat(clerk.text()).contains("低压居民").contains("工作日").contains("今日受理，最迟").contains("任交一件");
            assertThat(clerk.page.locator("main section:first-of-type input[type=text]:visible").count()).as("what a resident's clerk types").isLessThanOrEqualTo(12);
            assertThat(clerk.page.locator("[name='load.sources']").isVisible()).as("asked of works, not of a home").isFalse();
            clerk.shot("intake-wide");
            clerk.page.click(".stage-form .btn-primary");
            clerk.shot("intake-missing-wide");
            assertThat(clerk.page.locator("#faults").innerText()).contains("证件号码");
            assertThat(clerk.page.inputValue("[name='applicant.name']")).isEqualTo("页面客户甲");
            clerk.page.fill("[name='applicant.idNumber']", Numbers.resident());
            clerk.page.click(".stage-form .btn-primary");
            assertThat(clerk.text()).contains("资料待补").contains("页面客户甲");
            clerk.shot("case-incomplete-wide");
        }
    }

    @Test
    void two_people_submit_the_same_stage_and_the_second_keeps_what_she_typed_and_sees_who_was_first() {
        office.day("2008-06-17");
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch("2008-06-18").mustSucceed();
        office.day("2008-06-18");
        try (var second = at("cf.kc2")) {
            second.open("/work/cases/" + walk.no + "/stages/survey").fill("result", Map.of("conclusion", "CAN_SUPPLY", "route", "沿墙敷设",
                    "load", Map.of("capacityKva", "8.89"), "points", List.of(Map.of("feeder", "L34012107", "distanceM", "35"))));
            walk.survey("2008-06-18", 8.89, "L34012107").mustSucceed();
            second.page.click(".stage-form .btn-primary");
            assertThat(second.page.locator("#faults").innerText()).contains("袁健");
            second.shot("second-hand-in-wide");
        }
    }

    @Test
    void what_lies_with_the_team_is_taken_or_given_from_the_list() {
        office.day("2008-06-17");
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch("2008-06-18").mustSucceed();
        try (var second = at("cf.kc2")) {
            var list = "/work?view=team&q=" + walk.no;
            second.open(list).page.check("input[name=pick]");
            second.page.click("text=勾选的我来办");
            assertThat(second.open(list).text()).contains("袁健");
            second.page.check("input[name=pick]");
            second.page.click("button[name=give]");
            assertThat(second.page.locator("#faults").innerText()).as("who assigns surveys may give them away").contains("派工");
        }
    }

    @Test
    void a_suspension_is_shown_before_it_is_confirmed() {
        office.day("2008-06-19");
        walk.apply(walk.resident()).mustSucceed();
        try (var manager = at("cf.jl1")) {
            manager.open("/work/cases/" + walk.no + "/acts/suspension").fill("", Map.of("kind", "PAUSE", "reason", "CUSTOMER_HOLD",
                    "evidence", List.of(Map.of("kind", "CUSTOMER_LETTER", "note", "客户 6 月 19 日来函，要求暂缓"))));
            manager.page.click(".stage-form .btn-primary");
            assertThat(manager.text()).contains("确认后会怎样").contains("停表");
            manager.shot("suspension-wide");
            manager.page.click(".stage-form .btn-primary");
            assertThat(manager.page.url()).endsWith("?done=act.suspension");
            assertThat(manager.text()).contains("自 2008-06-19 起");
        }
    }

    @Test
    void a_send_back_says_what_it_will_do_and_the_surveyor_starts_from_what_was_there() {
        office.day("2008-06-25");
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch("2008-06-26").mustSucceed();
        office.day("2008-06-26");
        walk.survey("2008-06-26", 8.89, "L34012107").mustSucceed();
        try (var specialist = at("cf.zz1"); var surveyor = at("cf.kc1")) {
            specialist.open("/work/cases/" + walk.no + "/acts/send-back").fill("", Map.of("to", "survey", "cause", "COMPANY", "reason", "接入点距离填错", "fields", List.of("距离")));
            specialist.page.click(".stage-form .btn-primary");
            assertThat(specialist.text()).contains("确认后会怎样").contains("打开：现场勘查").contains("不再待办：供电方案拟定");
            specialist.shot("send-back-wide");
            specialist.page.click(".stage-form .btn-primary");
            assertThat(specialist.page.url()).endsWith("?done=act.send-back");
            surveyor.open("/work/cases/" + walk.no + "/stages/survey");
            assertThat(surveyor.text()).contains("第 2 次");
            assertThat(surveyor.page.inputValue("[name='result.points[0].distanceM']")).isEqualTo("350");
        }
    }

    @Test
    void a_stranger_learns_nothing_from_trying_numbers_and_a_county_clerk_nothing_of_another_countys_case() {
        office.day("2008-06-20");
        walk.apply(walk.resident()).mustSucceed();
        try (var stranger = new Visitor(port, true); var elsewhere = at("fd.kf1")) {
            stranger.open("/open/track");
            var answers = List.of(walk.no, "34010099999999").stream().map(no -> {
                stranger.page.fill("#no", no);
                stranger.page.fill("#tail", "0000");
                stranger.page.click("main .btn-primary");
                return stranger.page.locator("#faults").innerText();
            }).distinct().toList();
            assertThat(answers).hasSize(1);
            stranger.shot("track-refused-phone");
            stranger.page.fill("#no", walk.no);
            stranger.page.fill("#tail", "0001");
            stranger.page.click("main .btn-primary");
            stranger.page.click("a[href='/open/case/acts/withdrawal']");
            stranger.shot("withdraw-phone");
            assertThat(stranger.page.locator("form[action='/open/case/acts/withdrawal']").count()).as("it was her own case after all").isEqualTo(1);
            elsewhere.open("/work/cases/" + walk.no);
            assertThat(elsewhere.page.content()).doesNotContain(walk.no + " ·").contains("404");
        }
    }

    @Test
    void a_resident_goes_from_her_online_application_to_her_rating() {
        office.day("2008-07-07");
        try (var pages = new PageWalk(office, port); var customer = new Visitor(port, true)) {
            pages.applyOnline(customer, "340121");
            pages.dispatch("2008-07-08");
            office.day("2008-07-08");
            pages.survey("2008-07-08", 8.89, "L34012107");
            pages.submit("cf.kc1", "plan-draft", pages.residentPlan());
            pages.reply();
            pages.sign("PLAN_REPLY");
            pages.opine("cf.jl2", "contract", "draft", 1, "AGREE");
            pages.submit("cf.jl2", "contract", Map.of("signedOn", "2008-07-08", "customer", Map.of("name", "王小明", "capacity", "SELF"),
                    "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION"))));
            pages.opine("cf.jd1", "metering", "verify", 1, "AGREE");
            pages.opine("cf.zc1", "metering", "issue", 1, "AGREE");
            office.day("2008-07-09");
            pages.submit("cf.zj1", "metering", pages.residentMeter("2008-07-09"));
            pages.submit("cf.zj1", "energisation", pages.residentEnergised("2008-07-09"));
            pages.at("cf.jl1").open("/work/cases/" + pages.no).shot("case-energised-wide");

            customer.open("/open/track");
            customer.page.fill("#no", pages.no);
            customer.page.fill("#tail", "0001");
            customer.page.click("main .btn-primary");
            assertThat(customer.text()).contains("现在到哪一步").contains("2008-07-09");
            customer.shot("my-case-phone");
            customer.page.check("input[name=score][value=SATISFIED]");
            customer.page.fill("#text", "来得很快");
            customer.page.click("button[value=RATING]");
            assertThat(customer.text()).contains("已收到");
            assertThat(pages.at("cf.jl1").open("/work/cases/" + pages.no).text()).contains("来得很快");
            assertThat(pages.finish("2008-07-09", "2008-08-05").caseStatus()).isEqualTo("ARCHIVED");
        }
    }

    @Test
    void a_factory_of_630_kva_goes_through_every_stage_with_the_right_people_signing_in_and_out() {
        try (var pages = new PageWalk(office, port)) {
            pages.machineWorksUntilPlanApproved("2008-04-25", "2008-04-28", "2008-05-14");
            pages.at("cf.jl2").open("/work/cases/" + pages.no + "/stages/plan-reply").shot("plan-reply-wide");
            pages.reply();
            pages.sign("PLAN_REPLY");
            pages.request("design-review", Walk.DRAWINGS);
            office.day("2008-05-20");
            pages.at("cf.yx1").open("/work/cases/" + pages.no + "/stages/design-review").shot("design-review-wide");
            pages.review(1, true);
            pages.request("mid-inspection", List.of("CONTRACTOR_LICENCE"));
            pages.inspectHidden("2008-05-20");
            office.day("2008-06-02");
            pages.request("completion-inspection", Walk.COMPLETION_PAPERS);
            pages.at("cf.jc1").open("/work/cases/" + pages.no + "/stages/completion-inspection").shot("completion-inspection-wide");
            pages.inspectCompletion(1, "2008-06-02", Map.of());
            pages.contractDraft();
            pages.contract("2008-06-02", "cf.jl2");
            pages.meters("2008-06-02");
            pages.request("energisation", List.of());
            pages.at("cf.jl2").open("/work/cases/" + pages.no + "/stages/energisation").shot("energisation-wide");
            pages.opine("cf.dd1", "energisation", "dispatch", 1, "AGREE");
            var energised = pages.submit("cf.jl2", "energisation", pages.energised("2008-06-02", true));
            assertThat(energised.turns()).contains("billing");
            assertThat(pages.finish("2008-06-02", "2008-06-05").caseStatus()).isEqualTo("ARCHIVED");
            assertThat(pages.ledgerIntact()).isTrue();
        }
    }
}
