package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** Cases of today walked from the counter to the archive: 35 kV through every link there is, by the city's people; and a resident within five days. */
class WholeWayTodayScenarioIT extends Day {

    private static final Map<String, Object> LICENCE = Map.of("company", "客户自选安装公司", "licenceNo", "6-1-00012", "classes", List.of("ERECT", "REPAIR", "TEST"),
            "grade", 4, "validUntil", "2029-12-31");

    private final long unique = Numbers.unique();

    @BeforeEach
    void capacityOfToday() {
        for (var feeder : new String[] {"L34012101", "L34012107", "L34010005"}) {
            capacity.declare(new UnitCode("3401"), feeder, YearMonth.of(2024, 1), YearMonth.of(2026, 12), BigDecimal.valueOf(1_000_000), Actor.system("test"));
        }
    }

    private void expect(String limit, String standard, int used) {
        var found = walk.limit(limit, standard);
        assertThat(found.path("used").asInt()).as(limit + ": " + found.path("explained").path("zh").asString()).isEqualTo(used);
        assertThat(found.path("verdict").asString("")).as(limit).isEqualTo("IN_TIME");
    }

    private void agree(String stage, Map<String, String> parts) {
        parts.forEach((part, login) -> walk.opine(login, stage, part, 1, "AGREE").mustSucceed());
    }

    private Office.Reply serving(String login, String stage, Map<String, Object> result) {
        return walk.submit(login, stage, 1, result, Map.of("service", Map.of("manner", "COUNTER")));
    }

    @Test
    void T26_an_ordinary_customer_at_35_kv_takes_sixteen_of_the_twenty_two_days_promised() {
        plan();
        expect("PLAN_REPLY", "COMMITTED", 9);
        expect("PLAN_REPLY", "STATUTORY", 9);

        office.day("2025-04-07");
        assertThat(walk.request("mid-inspection", List.of("CONTRACTOR_LICENCE")).status()).as("nothing is inspected before the drawings were looked at").isEqualTo(409);
        walk.request("design-review", List.of("DESIGN_DRAWINGS", "LOAD_COMPOSITION", "SINGLE_LINE", "PROTECTION", "DESIGN_UNIT_CERT")).mustSucceed();
        assertThat(walk.limit("DESIGN_REVIEW", "COMMITTED").path("dueOn").asString()).isEqualTo("2025-04-10");
        office.day("2025-04-09");
        agree("design-review", Map.of("production", "hf.sc1", "dispatch", "hf.dd1", "relay", "hf.jb1"));
        serving("hf.yx1", "design-review", new TreeMap<>(Map.of("designer", Map.of("company", "客户自选设计院", "licenceNo", "A2340001", "licenceClass", "乙级",
                "validUntil", "2029-12-31", "chosenBy", "CUSTOMER"), "drawings", List.of(Map.of("discipline", "SUBSTATION", "sheets", 24)), "conclusion", "AGREED",
                "hiddenWorks", true))).mustSucceed();
        expect("DESIGN_REVIEW", "COMMITTED", 2);

        office.day("2025-05-12");
        walk.request("mid-inspection", List.of("CONTRACTOR_LICENCE")).mustSucceed();
        office.day("2025-05-13");
        walk.submit("hf.jc1", "mid-inspection", new TreeMap<>(Map.of("arrivedOn", "2025-05-13", "inspectors", List.of("3401-jc1"), "contractor", LICENCE,
                "items", Walk.items("mid-inspection"), "conclusion", "QUALIFIED"))).mustSucceed();
        expect("MID_INSPECTION", "COMMITTED", 1);

        office.day("2025-06-16");
        walk.request("completion-inspection", List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT", "AS_BUILT", "TEST_REPORT")).mustSucceed();
        office.day("2025-06-18");
        agree("completion-inspection", Map.of("metering", "hf.zj1", "distribution", "hf.pd1", "relay", "hf.jb1", "dispatch", "hf.dd1"));
        serving("hf.jc1", "completion-inspection", new TreeMap<>(Map.of("arrivedOn", "2025-06-18", "inspectors", List.of("3401-jc1", "3401-jc2"), "testUnit", LICENCE,
                "items", Walk.items("completion-inspection"), "found", Map.of("installedKva", 6300, "earthingOhm", 0.5), "conclusion", "QUALIFIED"))).mustSucceed();
        expect("COMPLETION_INSPECTION", "COMMITTED", 2);

        connect();
        expect("CONNECTION", "COMMITTED", 2);
        expect("COMPANY_TOTAL", "COMMITTED", 9 + 2 + 1 + 2 + 2);
        assertThat(walk.limit("COMPANY_TOTAL", "COMMITTED").path("amount").asInt()).isEqualTo(22);
        finish();
    }

    private void plan() {
        office.day("2025-03-03");
        var form = walk.machineWorks();
        form.put("load", Map.of("capacityKva", 6300, "phase", "THREE", "voltageWish", 35, "sources", 1, "circuits", 1, "importance", "NONE"));
        form.put("requiredBy", "2026-06-01");
        form.put("documents", Walk.papers(List.of("APP_REPORT", "BUSINESS_LICENSE", "PROPERTY_CERT", "EQUIP_LIST", "LEGAL_ID")));
        var accepted = walk.apply(form).mustSucceed();
        assertThat(accepted.body().path("summary").path("handledBy").asString()).as("a key account is the city's").isEqualTo("3401");
        walk.submit("hf.zz1", "dispatch", Map.of("surveyors", List.of("3401-kc1", "3401-kc2"), "appointmentOn", "2025-03-05", "slot", "MORNING")).mustSucceed();
        office.day("2025-03-05");
        agree("survey", Map.of("distribution", "hf.pd1", "planning", "hf.fc1", "production", "hf.sc1"));
        walk.submit("hf.kc1", "survey", Map.of("surveyors", List.of("3401-kc1", "3401-kc2"), "visitedOn", "2025-03-05", "conclusion", "CAN_SUPPLY",
                "load", Map.of("capacityKva", 6300), "points", List.of(Map.of("feeder", "L34010005", "distanceM", 2400)))).mustSucceed();
        office.day("2025-03-07");
        walk.submit("hf.zz1", "plan-draft", new TreeMap<>(Map.of("capacityKva", 6300, "voltageKv", 35, "loads", Map.of("equipmentKw", 5600, "calculatedKw", 4200),
                "circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340100A", "feeder", "L34010005", "laying", "OVERHEAD",
                        "capacityKva", 6300, "selfBuilt", true, "demarcation", "35千伏合肥东线21号杆")),
                "receivingPoints", List.of(Map.of("name", "35千伏总降", "transformers", List.of(Map.of("capacityKva", 6300, "count", 1)), "wiring", "线路变压器组")),
                "meteringPoints", List.of(Map.of("no", "1", "location", "35千伏计量柜", "mode", "HIGH_HIGH", "meteringClass", "III",
                        "wiring", "THREE_PHASE_THREE_WIRE", "ctRatio", "150/5", "ptRatio", "35000/100")),
                "tariff", Map.of("scheme", "TWO_PART", "category", "大工业用电", "basis", "DEMAND", "powerFactor", 0.9),
                "compensationKvar", 1890))).mustSucceed();
        office.day("2025-03-12");
        agree("plan-approval", Map.of("production", "hf.sc1", "dispatch", "hf.dd1", "planning", "hf.fc1", "relay", "hf.jb1"));
        walk.submit("hf.fz1", "plan-approval", Map.of("decision", "APPROVED")).mustSucceed();
        office.day("2025-03-14");
        serving("hf.jl1", "plan-reply", Map.of()).mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        assertThat(walk.limit("REPLY_VALIDITY", "STATUTORY").path("dueOn").asString()).isEqualTo("2026-03-14");
    }

    private void connect() {
        office.day("2025-06-20");
        agree("contract", Map.of("draft", "hf.jl1", "review", "hf.yx1"));
        walk.submit("hf.jl1", "contract", new TreeMap<>(Map.of("signedOn", "2025-06-20", "customer", Map.of("name", "赵经理", "capacity", "LEGAL_REPRESENTATIVE"),
                "company", Map.of("name", "尹莉", "capacity", "AUTHORISED", "authorityNo", "SQ-2025-01"), "customerStamp", "OFFICIAL_SEAL",
                "annexes", List.of(Map.of("code", "DEMARCATION"), Map.of("code", "SETTLEMENT"), Map.of("code", "DISPATCH_AGREEMENT"))))).mustSucceed();
        walk.request("energisation", List.of()).mustSucceed();
        agree("metering", Map.of("verify", "hf.jd1", "issue", "hf.zc1"));
        var certificate = Map.of("no", "JD-1", "verifiedOn", "2025-05-20", "validUntil", "2031-05-19");
        walk.submit("hf.zj1", "metering", new TreeMap<>(Map.of("installedOn", "2025-06-20", "installers", List.of("3401-zj1"), "customerSigner", "赵经理",
                "devices", List.of(
                        Map.of("point", "1", "kind", "METER", "assetNo", "DC" + unique, "spec", "DSZ 3×100V 1.5(6)A", "accuracy", "0.5S",
                                "reactiveAccuracy", "2.0", "activeKwh", 0, "reactiveKvarh", 0, "certificate", certificate),
                        Map.of("point", "1", "kind", "CT", "assetNo", "CC" + unique, "spec", "LZZBJ-35", "accuracy", "0.5S", "ratio", "150/5", "certificate", certificate),
                        Map.of("point", "1", "kind", "PT", "assetNo", "PC" + unique, "spec", "JDZX-35", "accuracy", "0.5", "ratio", "35000/100", "certificate", certificate)),
                "seals", List.of(Map.of("sealNo", "FD" + unique, "position", "METER", "assetNo", "DC" + unique), Map.of("sealNo", "FE" + unique, "position", "TERMINAL_BOX"),
                        Map.of("sealNo", "FF" + unique, "position", "CABINET_DOOR"))))).mustSucceed();
        office.day("2025-06-24");
        agree("energisation", Map.of("dispatch", "hf.dd1"));
        walk.submit("hf.jl1", "energisation", new TreeMap<>(Map.of("outcome", "ENERGISED",
                "declarations", Map.of("startUpPlan", "QD-2025-3", "safetyMeasures", true, "tappingOrder", "JH-2025-2", "dispatchNumbers", "合东301", "relaySettings", "DZ-2025-9",
                        "outage", "NOT_NEEDED", "electricians", List.of(Map.of("name", "陈电工", "certificateNo", "340100T", "validUntil", "2027-12-31"))),
                "switchedOn", Map.of("day", "2025-06-24", "time", "10:20", "customerSigner", "赵经理",
                        "transformers", List.of(Map.of("name", "1号主变", "capacityKva", 6300, "startedAt", "10:25")),
                        "readings", List.of(Map.of("assetNo", "DC" + unique, "activeKwh", 0, "reactiveKvarh", 0)))))).mustSucceed();
    }

    private void finish() {
        office.day("2025-06-26");
        agree("billing", Map.of("reading", "hf.cb1"));
        walk.submit("hf.df1", "billing", Map.of("book", "C" + unique % 100000, "sequence", 1, "readingDay", 5, "cycle", "MONTHLY", "firstReadingOn", "2025-07-05")).mustSucceed();
        walk.submit("hf.hf1", "callback", Map.of("tries", List.of(Map.of("day", "2025-06-26", "time", "09:30", "reached", true)), "answer", "SATISFIED")).mustSucceed();
        assertThat(walk.submit("hf.da1", "archive", Map.of("shelf", "C-35-01", "volumes", 2, "originals", List.of("PLAN_REPLY", "SUPPLY_CONTRACT"))).mustSucceed()
                .caseStatus()).isEqualTo("ARCHIVED");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void a_resident_has_power_on_the_fourth_of_the_five_days_and_had_to_deal_with_two_links_only() {
        office.day("2025-03-03");
        var form = walk.resident();
        form.put("requiredBy", "2025-06-01");
        form.put("documents", Walk.papers(List.of("OWNER_ID", "PURCHASE_CONTRACT")));
        var accepted = walk.apply(form).mustSucceed();
        assertThat(accepted.caseStatus()).as("a contract of purchase needs no letter of commitment beside it").isEqualTo("ACCEPTED");
        var next = walk.receipt("ACCEPTANCE").path("content").path("next");
        assertThat(next.path("name").asString()).isEqualTo("装表接电");
        assertThat(next.path("amount").asInt()).isEqualTo(5);
        assertThat(next.path("latestOn").asString()).isEqualTo("2025-03-10");

        walk.dispatch("2025-03-04").mustSucceed();
        office.day("2025-03-04");
        walk.survey("2025-03-04", 8.89, "L34012107").mustSucceed();
        walk.submit("cf.kc1", "plan-draft", walk.residentPlan()).mustSucceed();
        serving("cf.jl1", "plan-reply", Map.of()).mustSucceed();
        walk.opine("cf.jl1", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        walk.submit("cf.jl1", "contract", Map.of("signedOn", "2025-03-04", "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION")))).mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        office.day("2025-03-07");
        walk.submit("cf.zj1", "metering", walk.residentMeter("2025-03-07")).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised("2025-03-07")).mustSucceed();
        expect("WHOLE_PROCESS", "COMMITTED", 4);
        assertThat(walk.finish("2025-03-07", "2025-04-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");
    }

    @Test
    void the_day_a_case_is_accepted_on_decides_its_pack_and_an_open_one_goes_on_under_the_old_one() {
        office.day("2024-05-31");
        walk.apply(open(walk)).mustSucceed();
        office.day("2024-06-03");
        var later = new Walk(office);
        var form = open(later);
        form.put("documents", Walk.papers(List.of("APP_REPORT", "BUSINESS_LICENSE", "COMMITMENT")));
        later.apply(form).mustSucceed();

        assertThat(walk.get("").path("summary").path("pack").asString()).isEqualTo("anhui-2008");
        assertThat(walk.limit("PLAN_REPLY", "COMMITTED").path("amount").asInt()).isEqualTo(15);
        assertThat(later.get("").path("summary").path("pack").asString()).isEqualTo("anhui-2024");
        assertThat(later.limit("PLAN_REPLY", "COMMITTED").path("amount").asInt()).isEqualTo(10);
        walk.dispatch("2024-06-04").mustSucceed();
        office.day("2024-06-04");
        walk.survey("2024-06-04", 630, "L34012101").mustSucceed();
        assertThat(walk.get("/stages").path("stages").valueStream().filter(run -> run.path("state").asString().equals("SKIPPED")).map(run -> run.path("stage").asString()))
                .as("drawings of every high-voltage customer are looked at under the old pack").doesNotContain("design-review");
    }

    @Test
    void papers_that_follow_must_be_of_the_list_and_one_that_has_run_out_closes_no_gap() {
        office.day("2025-03-03");
        var form = open(walk);
        form.put("documents", Walk.papers(List.of("APP_REPORT", "BUSINESS_LICENSE", "COMMITMENT")));
        walk.apply(form).mustSucceed();
        assertThat(walk.act("cf.jl2", "/documents", Map.of("documents", List.of())).rules()).containsExactly("casework.no-papers");
        var unknown = walk.act("cf.jl2", "/documents", Map.of("documents", Walk.papers(List.of("EQUIP_LIST", "TREASURE_MAP"))));
        assertThat(unknown.rules()).containsExactly("casework.paper-unknown");
        assertThat(unknown.fields()).containsExactly("documents[1].type");
        assertThat(walk.act("cf.dd1", "/documents", Map.of("documents", Walk.papers(List.of("EQUIP_LIST")))).status()).as("a dispatcher takes no papers").isEqualTo(403);
        assertThat(walk.act("fd.kf1", "/documents", Map.of("documents", Walk.papers(List.of("EQUIP_LIST")))).status()).as("another county does not see it").isEqualTo(404);

        walk.dispatch("2025-03-04").mustSucceed();
        office.day("2025-03-04");
        walk.survey("2025-03-04", 630, "L34012101").mustSucceed();
        walk.act("cf.jl2", "/documents", Map.of("documents", List.of(Map.of("type", "EQUIP_LIST", "original", true, "validUntil", "2025-03-03")))).mustSucceed();
        var stillShort = walk.submit("cf.zz1", "plan-draft", walk.machineWorksPlan());
        assertThat(stillShort.rules()).contains("casework.paper-due");
        walk.act("cf.jl2", "/documents", Map.of("documents", Walk.papers(List.of("EQUIP_LIST")))).mustSucceed();
        assertThat(walk.submit("cf.zz1", "plan-draft", walk.machineWorksPlan()).rules()).doesNotContain("casework.paper-due");
    }

    @Test
    void a_resident_of_today_gets_power_in_one_visit_but_not_before_the_promised_title_is_there() {
        office.day("2025-03-03");
        var form = walk.resident();
        form.put("requiredBy", "2025-06-01");
        form.put("documents", Walk.papers(List.of("OWNER_ID", "COMMITMENT")));
        walk.apply(form).mustSucceed();
        walk.dispatch("2025-03-04").mustSucceed();
        office.day("2025-03-04");
        var visit = Map.of(
                "survey", Map.of("surveyors", List.of("340121-tq1"), "visitedOn", "2025-03-04", "load", Map.of("capacityKva", 8.89),
                        "points", List.of(Map.of("feeder", "L34012107", "distanceM", 350)), "conclusion", "CAN_SUPPLY"),
                "plan", walk.residentPlan(), "metering", walk.residentMeter("2025-03-04"), "energisation", walk.residentEnergised("2025-03-04"),
                "contract", Map.of("signedOn", "2025-03-04", "customer", Map.of("name", "王小明", "capacity", "SELF"),
                        "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION"))),
                "beforehand", List.of(before("issue", "340121-zc1"), before("verify", "340121-jd1")));
        var tooSoon = walk.act("cf.tq1", "/one-visit", visit);
        assertThat(tooSoon.rules()).containsExactly("casework.paper-due");
        assertThat(tooSoon.fields()).containsExactly("contract");

        walk.act("cf.jl1", "/documents", Map.of("documents", Walk.papers(List.of("HOMESTEAD_CERT")))).mustSucceed();
        assertThat(walk.act("cf.tq1", "/one-visit", visit).mustSucceed().turns()).containsExactlyInAnyOrder("billing", "callback");
        expect("WHOLE_PROCESS", "COMMITTED", 1);
    }

    private static Map<String, Object> before(String part, String by) {
        return Map.of("stage", "metering", "part", part, "by", by, "on", "2025-03-03", "paper", "领用单 LY-2025-021");
    }

    @Test
    void a_refusal_cites_the_rules_the_case_runs_under() {
        office.day("2024-05-31");
        walk.apply(open(walk)).mustSucceed();
        walk.dispatch("2024-06-03").mustSucceed();
        office.day("2024-06-03");
        var later = new Walk(office);
        var form = open(later);
        form.put("documents", Walk.papers(List.of("APP_REPORT", "BUSINESS_LICENSE", "COMMITMENT")));
        later.apply(form).mustSucceed();
        later.dispatch("2024-06-03").mustSucceed();

        assertThat(clauseOfSurveyByOne(walk)).isEqualTo("细则 2.1");
        assertThat(clauseOfSurveyByOne(later)).isEqualTo("国家电网有限公司业扩报装管理规则（国家电网企管〔2019〕431号）");
    }

    private static String clauseOfSurveyByOne(Walk walk) {
        return walk.survey(1, "2024-06-03", 630, "L34012101", Map.of("conclusion", "CAN_SUPPLY", "surveyors", List.of("340121-kc1"))).body().path("violations").valueStream()
                .filter(violation -> violation.path("rule").asString().equals("survey.two-surveyors")).findFirst().orElseThrow().path("clause").asString();
    }

    private static Map<String, Object> open(Walk walk) {
        var form = walk.machineWorks();
        form.put("requiredBy", "2025-12-01");
        return form;
    }
}
