package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.document.CasePapers;
import org.yekuo.document.PaperPrints;
import org.yekuo.scenario.PapersOf.Golden;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** What letters of cases accepted today say: the law in force, validity from the signature, no drawings to be looked at where none are, no fee but the one there is. */
class TodaysPapersScenarioIT extends Day {

    private static final Map<String, Object> LICENCE = Map.of("company", "客户自选安装公司", "licenceNo", "6-1-00012", "classes", List.of("ERECT", "REPAIR", "TEST"),
            "grade", 4, "validUntil", "2029-12-31");

    @Autowired PaperPrints prints;
    @Autowired CasePapers papers;

    @BeforeEach
    void capacityOfToday() {
        for (var feeder : new String[] {"L34012101", "L34012102", "L34012104", "L34012107"}) {
            capacity.declare(new UnitCode("3401"), feeder, YearMonth.of(2024, 1), YearMonth.of(2026, 12), BigDecimal.valueOf(1_000_000), Actor.system("test"));
        }
    }

    private void agree(String stage, Map<String, String> parts) {
        parts.forEach((part, login) -> {
            if (walk.open(stage, part)) {
                walk.opine(login, stage, part, 1, "AGREE").mustSucceed();
            }
        });
    }

    private void reply(int circuits, List<Map<String, Object>> ways) {
        office.day("2025-03-03");
        var form = walk.machineWorks();
        form.put("load", Map.of("capacityKva", 630, "phase", "THREE", "voltageWish", 10, "sources", 1, "circuits", circuits, "importance", "NONE"));
        form.put("requiredBy", "2026-06-01");
        form.put("documents", Walk.papers(List.of("APP_REPORT", "BUSINESS_LICENSE", "PROPERTY_CERT", "EQUIP_LIST", "LEGAL_ID")));
        walk.apply(form).mustSucceed();
        walk.dispatch("2025-03-04").mustSucceed();
        office.day("2025-03-04");
        walk.survey("2025-03-04", 630, "L34012102").mustSucceed();
        var plan = walk.machineWorksPlan();
        plan.put("circuits", ways);
        plan.put("receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", 630, "count", 1)), "wiring", "单母线", "interlock", "MECHANICAL")));
        walk.submit("cf.zz1", "plan-draft", plan).mustSucceed();
        office.day("2025-03-06");
        agree("plan-approval", Map.of("distribution", "cf.pd1", "dispatch", "cf.dd1", "production", "hf.sc1", "planning", "hf.fc1"));
        walk.submit("cf.yx1", "plan-approval", Map.of("decision", "APPROVED")).mustSucceed();
        walk.reply().mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
    }

    private static Map<String, Object> way(String role, String feeder, String demarcation) {
        return Map.of("source", 1, "role", role, "substation", "B340121B", "feeder", feeder, "laying", "OVERHEAD", "capacityKva", 630, "selfBuilt", false, "demarcation", demarcation);
    }

    @Test
    void an_ordinary_customer_is_told_that_no_drawings_are_looked_at_and_signs_under_the_civil_code() {
        reply(1, List.of(way("MAIN", "L34012102", "双凤开发区线15号杆跌落式熔断器下桩头")));
        office.day("2025-04-07");
        walk.request("completion-inspection", List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT", "AS_BUILT", "TEST_REPORT")).mustSucceed();
        office.day("2025-04-08");
        walk.inspectCompletion(1, "2025-04-08", Map.of("contractor", LICENCE, "testUnit", LICENCE)).mustSucceed();
        walk.contractDraft().mustSucceed();
        walk.contract("2025-04-08", "cf.jl2").mustSucceed();
        walk.request("energisation", List.of()).mustSucceed();
        walk.meters("2025-04-08").mustSucceed();
        office.day("2025-04-09");
        agree("energisation", Map.of("dispatch", "cf.dd1"));
        walk.submit("cf.jl2", "energisation", walk.energised("2025-04-09", true)).mustSucceed();
        assertThat(walk.finish("2025-04-09", "2025-05-05").mustSucceed().caseStatus()).isEqualTo("ARCHIVED");

        new PapersOf(prints, papers, walk.no).areAs(walk.get("").path("summary").path("application").path("customerName").asString(), Map.ofEntries(
                Map.entry("receipt:ACCEPTANCE", Golden.on(1, "用电业务受理回执", "10 个工作日", "2025年3月17日", "12398（能源监管热线）")),
                Map.entry("receipt:PLAN_REPLY", Golden.on(1, "供电方案答复回执", "10 kV", "630 kVA", "竣工检验")),
                Map.entry("receipt:COMPLETION_INSPECTION", Golden.on(1, "竣工检验回执", "合格")),
                Map.entry("APPLICATION_FORM", Golden.on(1, "用电申请表", "630 kVA", "申请人声明")),
                Map.entry("DISPATCH_SHEET", Golden.on(1, "现场勘查派工单", "上午")),
                Map.entry("SURVEY_SHEET", Golden.on(1, "现场勘查工作单", "10千伏双凤开发区线（L34012102）")),
                Map.entry("PLAN_REPLY", Golden.on(2, "高压供电方案答复单", "110千伏双墩变", "10千伏双凤开发区线", "自您签收之日起 1 年内有效", "请在期满 10 日前申请",
                        "不需图纸审查和中间检查", "国能发监管〔2020〕65号")),
                Map.entry("COMPLETION_INSPECTION_SHEET", Golden.on(1, "受电工程竣工检验意见单", "3.2 Ω", "合格")),
                Map.entry("SUPPLY_CONTRACT", Golden.on(2, "高压供用电合同", "110千伏双墩变", "《中华人民共和国民法典》", "《供电营业规则》（国家发展改革委令第14号，2024）",
                        "能源监管机构", "自2025年4月8日起至2028年4月7日止")),
                Map.entry("METER_SLIP", Golden.on(1, "电能计量装置装拆单", "10000/100", "封印")),
                Map.entry("ENERGISATION_SLIP", Golden.on(1, "送电任务单", "630 kVA", "2025年4月9日")),
                Map.entry("CALLBACK_SHEET", Golden.on(1, "业扩报装客户回访单")),
                Map.entry("ARCHIVE_COVER", Golden.on(1, "客户用电档案", "高压供电方案答复单", "高压供用电合同"))));
    }

    @Test
    void a_second_circuit_costs_the_one_fee_there_is_and_the_notice_says_that_nothing_else_is_asked() throws Exception {
        reply(2, List.of(way("MAIN", "L34012102", "双凤开发区线15号杆"), way("STANDBY", "L34012104", "下塘工业线3号杆")));
        var no = new CaseNo(walk.no);
        var notice = papers.lettersOf(no.unit(), no).stream().filter(letter -> letter.kind().equals("FEE_NOTICE")).findFirst().orElseThrow();
        try (var pdf = Loader.loadPDF(prints.letter(no, notice.lno()).orElseThrow().pdf())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", "")).contains("高可靠性供电费用", "132,300.00", "皖价服〔2004〕223号", "供电公司不再收取其他业扩费用（国办函〔2020〕129号）",
                    "供电公司不代收");
        }
    }

    @Test
    void a_shop_is_told_that_the_company_builds_its_connection() throws Exception {
        office.day("2025-03-03");
        var form = new TreeMap<>(walk.shop());
        form.put("requiredBy", "2026-06-01");
        form.put("documents", Walk.papers(List.of("BUSINESS_LICENSE", "APP_REPORT", "PROPERTY_CERT", "LEGAL_ID")));
        walk.apply(form).mustSucceed();
        walk.dispatch("2025-03-04").mustSucceed();
        office.day("2025-03-04");
        walk.survey("2025-03-04", 50, "L34012107").mustSucceed();
        walk.submit("cf.kc1", "plan-draft", walk.shopPlan()).mustSucceed();
        walk.submit("cf.jl1", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER"))).mustSucceed();
        var no = new CaseNo(walk.no);
        var reply = papers.lettersOf(no.unit(), no).stream().filter(letter -> letter.kind().equals("PLAN_REPLY")).findFirst().orElseThrow();
        try (var pdf = Loader.loadPDF(prints.letter(no, reply.lno()).orElseThrow().pdf())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", "")).contains("供电接入工程由供电公司投资建设", "自您签收之日起3个月内有效").doesNotContain("图纸");
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }
}
