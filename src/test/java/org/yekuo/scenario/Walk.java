package org.yekuo.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yekuo.scenario.Office.Reply;
import tools.jackson.databind.JsonNode;

/** One case walked through its procedure in 长丰县, each step by the person whose it is. Every step answers what the program answered. */
public class Walk {

    private static final List<String> HV_PAPERS = List.of("APP_REPORT", "PROPERTY_CERT", "EQUIP_LIST", "BUSINESS_LICENSE", "LEGAL_ID", "SITE_PLAN",
            "PROJECT_APPROVAL", "SITE_OPINION");

    public static final List<String> DRAWINGS = List.of("DESIGN_DRAWINGS", "LOAD_MAP", "LOAD_COMPOSITION", "DISTURBING_EQUIPMENT", "MAIN_EQUIPMENT",
            "PROCESS_LOAD", "SINGLE_LINE", "POWER_FACTOR_CALC", "PROTECTION", "HIDDEN_WORKS", "DISTRIBUTION_LAYOUT", "OWN_GENERATION", "DESIGN_UNIT_CERT");

    public static final List<String> COMPLETION_PAPERS = List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT", "AS_BUILT", "INSTALLATION_RECORDS",
            "TEST_REPORT", "SAFETY_TOOLS_REPORT", "EQUIPMENT_CERTS", "HIDDEN_RECORDS", "OPERATION_RULES", "OPERATORS", "METERING_REPORT");

    public static final Map<String, Object> CONTRACTOR = Map.of("company", "客户自选安装公司", "licenceNo", "6-1-00012", "classes",
            List.of("ERECT", "REPAIR", "TEST"), "grade", 4, "validUntil", "2012-01-01");

    public final Office office;
    public String no = "";
    private final long unique = Numbers.unique();

    public Walk(Office office) {
        this.office = office;
    }

    /** 630 kVA at 10 kV, one source: scenario T05. */
    public Map<String, Object> machineWorks() {
        return new LinkedHashMap<>(Map.of(
                "hall", "340121-01", "business", "NEW_INSTALL", "channel", "COUNTER", "applicantKind", "ORGANISATION",
                "applicant", Map.of("name", "长丰机械厂" + unique, "idType", "USCC", "idNumber", Numbers.organisation(), "contact", "赵经理", "phone", "13905510002"),
                "premises", Map.of("address", "长丰县双凤开发区金梅路" + unique + "号", "area", "开发区"),
                "project", Map.of("name", "机械加工厂房", "nature", "INDUSTRIAL", "industry", "机械制造", "products", "齿轮箱"),
                "load", Map.of("capacityKva", 630, "phase", "THREE", "voltageWish", 10, "sources", 1, "circuits", 1, "importance", "NONE"),
                "requiredBy", "2009-12-01", "documents", papers(HV_PAPERS)));
    }

    /** 8 kW, single phase: scenario T01. */
    public Map<String, Object> resident() {
        return new LinkedHashMap<>(Map.of(
                "hall", "340121-01", "business", "NEW_INSTALL", "channel", "COUNTER", "applicantKind", "PERSON",
                "applicant", Map.of("name", "王小明", "idType", "RESIDENT_ID", "idNumber", Numbers.resident(), "phone", "13805510001"),
                "premises", Map.of("address", "长丰县水湖镇幸福路" + unique + "号2栋301室", "area", "城关一区"),
                "project", Map.of("nature", "RESIDENTIAL"), "load", Map.of("demandKw", 8, "phase", "SINGLE"),
                "requiredBy", "2009-06-20", "documents", papers(List.of("PROPERTY_CERT", "OWNER_ID"))));
    }

    public static List<Map<String, Object>> papers(List<String> types) {
        return types.stream().map(type -> Map.<String, Object>of("type", type, "number", type + "-1", "original", true)).toList();
    }

    public Reply apply(Map<String, Object> form) {
        var reply = office.post("cf.kf1", "/applications", form);
        if (reply.ok()) {
            no = reply.caseNo();
        }
        return reply;
    }

    public Reply submit(String login, String stage, Map<String, Object> result) {
        return submit(login, stage, 1, result, Map.of());
    }

    public Reply submit(String login, String stage, int round, Map<String, Object> result, Map<String, Object> more) {
        var body = new TreeMap<String, Object>(more);
        body.put("round", round);
        body.put("result", result);
        return office.post(login, "/cases/" + no + "/stages/" + stage, body);
    }

    public Reply opine(String login, String stage, String part, int round, String opinion) {
        return office.post(login, "/cases/" + no + "/stages/" + stage + "/parts/" + part, Map.of("round", round, "opinion", opinion, "text", "经办意见"));
    }

    public Reply request(String stage, List<String> papers) {
        return office.post("cf.kf1", "/cases/" + no + "/stages/" + stage + "/request", Map.of("documents", papers));
    }

    public Reply act(String login, String path, Object body) {
        return office.post(login, "/cases/" + no + path, body);
    }

    public JsonNode get(String what) {
        return office.get("cf.kf1", "/cases/" + no + what).mustSucceed().body();
    }

    // The steps, as they go when nothing goes wrong.

    public Reply dispatch(String day) {
        return submit("cf.zz1", "dispatch", Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "appointmentOn", day, "slot", "MORNING"));
    }

    public Reply survey(String day, Object capacityKva, String feeder) {
        return survey(1, day, capacityKva, feeder, Map.of("conclusion", "CAN_SUPPLY"));
    }

    public Reply survey(int round, String day, Object capacityKva, String feeder, Map<String, Object> more) {
        for (var part : Map.of("distribution", "cf.pd1", "planning", "hf.fc1", "production", "hf.sc1").entrySet()) {
            if (open("survey", part.getKey())) {
                opine(part.getValue(), "survey", part.getKey(), round, "AGREE").mustSucceed();
            }
        }
        var result = new TreeMap<String, Object>(Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "visitedOn", day,
                "load", Map.of("capacityKva", capacityKva), "points", List.of(Map.of("feeder", feeder, "distanceM", 350))));
        result.putAll(more);
        return submit("cf.kc1", "survey", round, result, Map.of());
    }

    public boolean open(String stage, String part) {
        return get("/stages").path("stages").valueStream().filter(run -> run.path("stage").asString().equals(stage) && run.path("live").asBoolean())
                .flatMap(run -> run.path("parts").valueStream())
                .anyMatch(one -> one.path("part").asString().equals(part) && one.path("state").asString().equals("OPEN"));
    }

    public Map<String, Object> machineWorksPlan() {
        return new TreeMap<>(Map.of("capacityKva", 630, "voltageKv", 10, "loads", Map.of("equipmentKw", 560, "calculatedKw", 420),
                "circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340121B", "feeder", "L34012102", "laying", "OVERHEAD",
                        "capacityKva", 630, "selfBuilt", false, "demarcation", "双凤开发区线15号杆跌落式熔断器下桩头")),
                "receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", 630, "count", 1)), "wiring", "单母线")),
                "meteringPoints", List.of(Map.of("no", "1", "location", "高压计量柜", "mode", "HIGH_HIGH", "meteringClass", "III",
                        "wiring", "THREE_PHASE_THREE_WIRE", "ctRatio", "50/5", "ptRatio", "10000/100")),
                "tariff", Map.of("scheme", "TWO_PART", "category", "大工业用电", "basis", "CAPACITY", "powerFactor", 0.9),
                "compensationKvar", 190));
    }

    /** 45 kW, three phases: scenario T02. */
    public Map<String, Object> shop() {
        return new LinkedHashMap<>(Map.of(
                "hall", "340121-01", "business", "NEW_INSTALL", "channel", "COUNTER", "applicantKind", "PERSON",
                "applicant", Map.of("name", "王小明", "idType", "RESIDENT_ID", "idNumber", Numbers.resident(), "phone", "13805510001"),
                "premises", Map.of("address", "长丰县水湖镇长寿路" + unique + "号", "area", "城关一区"),
                "project", Map.of("nature", "COMMERCIAL", "name", "便民超市"), "load", Map.of("demandKw", 45, "phase", "THREE"),
                "requiredBy", "2009-06-20", "documents", papers(List.of("BUSINESS_LICENSE", "OWNER_ID", "LEASE"))));
    }

    public Map<String, Object> shopPlan() {
        return new TreeMap<>(Map.of("capacityKva", 50, "voltageKv", 0.38,
                "circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340121A", "feeder", "L34012107", "laying", "OVERHEAD",
                        "capacityKva", 50, "selfBuilt", false, "demarcation", "接户线与进户线连接处")),
                "receivingPoints", List.of(Map.of("name", "店内配电箱")),
                "meteringPoints", List.of(Map.of("no", "1", "location", "店外表箱", "mode", "LOW_LOW", "meteringClass", "IV", "wiring", "THREE_PHASE_FOUR_WIRE", "ctRatio", "100/5")),
                "tariff", Map.of("scheme", "SINGLE_PART", "category", "一般工商业用电")));
    }

    public Map<String, Object> residentPlan() {
        return new TreeMap<>(Map.of("capacityKva", 8.89, "voltageKv", 0.22,
                "circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340121A", "feeder", "L34012107", "laying", "OVERHEAD",
                        "capacityKva", 8.89, "selfBuilt", false, "demarcation", "接户线与进户线连接处")),
                "receivingPoints", List.of(Map.of("name", "户内配电箱")),
                "meteringPoints", List.of(Map.of("no", "1", "location", "楼道表箱", "mode", "LOW_LOW", "meteringClass", "V", "wiring", "SINGLE_PHASE")),
                "tariff", Map.of("scheme", "SINGLE_PART", "category", "居民生活用电")));
    }

    /** From acceptance to the approved plan, all on the days given. */
    public Walk machineWorksUntilPlanApproved(String accepted, String surveyed, String approved) {
        office.day(accepted);
        apply(machineWorks()).mustSucceed();
        dispatch(surveyed).mustSucceed();
        office.day(surveyed);
        survey(surveyed, 630, "L34012102").mustSucceed();
        submit("cf.zz1", "plan-draft", machineWorksPlan()).mustSucceed();
        office.day(approved);
        opine("cf.pd1", "plan-approval", "distribution", 1, "AGREE").mustSucceed();
        opine("cf.dd1", "plan-approval", "dispatch", 1, "AGREE").mustSucceed();
        submit("cf.yx1", "plan-approval", Map.of("decision", "APPROVED")).mustSucceed();
        return this;
    }

    /** Replies and serves at once. */
    public Reply reply() {
        return submit("cf.jl2", "plan-reply", 1, Map.of(), Map.of("service", Map.of("manner", "COUNTER")));
    }

    public Reply sign(String kind) {
        return act("cf.kf1", "/receipts/" + receipt(kind).path("rno").asInt() + "/acknowledgement", Map.of("signature", "PAPER", "signer", "赵经理"));
    }

    public Reply serve(String kind) {
        return act("cf.kf1", "/receipts/" + receipt(kind).path("rno").asInt() + "/service", Map.of("manner", "COUNTER"));
    }

    /** The last receipt of a kind. */
    public JsonNode receipt(String kind) {
        return get("/receipts").path("receipts").valueStream().filter(receipt -> receipt.path("kind").asString().equals(kind)).reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError("no receipt " + kind));
    }

    public Reply review(int round, boolean agreed) {
        opine("cf.pd1", "design-review", "distribution", round, "AGREE").mustSucceed();
        var result = new TreeMap<String, Object>(Map.of(
                "designer", Map.of("company", "客户自选设计院", "licenceNo", "A2340001", "licenceClass", "乙级", "validUntil", "2012-01-01", "chosenBy", "CUSTOMER"),
                "drawings", List.of(Map.of("discipline", "SUBSTATION", "sheets", 12)), "conclusion", agreed ? "AGREED" : "NOT_AGREED", "hiddenWorks", true));
        if (!agreed) {
            result.put("opinions", List.of(Map.of("text", "进线柜未设防误闭锁", "article", "GB 50060 第3.0.5条")));
        }
        return submit("cf.yx1", "design-review", round, result, Map.of("service", Map.of("manner", "COUNTER")));
    }

    public Reply inspectHidden(String day) {
        return submit("cf.jc1", "mid-inspection", 1, new TreeMap<>(Map.of("arrivedOn", day, "inspectors", List.of("340121-jc1"), "contractor", CONTRACTOR,
                "items", items("mid-inspection"), "conclusion", "QUALIFIED")), Map.of());
    }

    public Reply inspectCompletion(int round, String day, Map<String, Object> more) {
        opine("cf.zj1", "completion-inspection", "metering", round, "AGREE").mustSucceed();
        opine("cf.pd1", "completion-inspection", "distribution", round, "AGREE").mustSucceed();
        var result = new TreeMap<String, Object>(Map.of("arrivedOn", day, "inspectors", List.of("340121-jc1", "340121-jc2"), "testUnit", CONTRACTOR,
                "items", items("completion-inspection"), "found", Map.of("installedKva", 630, "earthingOhm", 3.2), "conclusion", "QUALIFIED"));
        result.putAll(more);
        return submit("cf.jc1", "completion-inspection", round, result, Map.of("service", Map.of("manner", "COUNTER")));
    }

    public Reply inspectLowVoltage(String day) {
        opine("cf.zj1", "completion-inspection", "metering", 1, "AGREE").mustSucceed();
        var items = List.of("LINES", "SWITCHGEAR", "ROOM_EARTHING", "SAFETY", "METERING").stream()
                .map(code -> Map.<String, Object>of("item", code, "verdict", "PASS")).toList();
        return submit("cf.jc1", "completion-inspection", 1, new TreeMap<>(Map.of("arrivedOn", day, "inspectors", List.of("340121-jc1"), "contractor", CONTRACTOR,
                "items", items, "found", Map.of("installedKva", 50), "conclusion", "QUALIFIED")), Map.of("service", Map.of("manner", "COUNTER")));
    }

    /** Every item there is to look at, passed. */
    public static List<Map<String, Object>> items(String stage) {
        var codes = stage.equals("mid-inspection")
                ? List.of("CABLE_LAYING", "EARTHING_LAYING", "MAIN_SWITCH", "SOURCE_INTERLOCK", "CABLE_TRENCH", "FOUNDATIONS")
                : List.of("LINES", "SWITCHGEAR", "PROTECTION", "ROOM_EARTHING", "TRANSFORMERS", "MID_RECORDS", "EQUIPMENT_TESTS", "RULES_AND_STAFF", "SAFETY",
                        "METERING", "SOURCE_INTERLOCK");
        return codes.stream().map(code -> Map.<String, Object>of("item", code, "verdict", "PASS")).toList();
    }

    public Reply contractDraft() {
        return opine("cf.jl2", "contract", "draft", 1, "AGREE");
    }

    public Reply contract(String day, String login) {
        var organisation = Map.of("name", "赵经理", "capacity", "LEGAL_REPRESENTATIVE");
        return submit(login, "contract", new TreeMap<>(Map.of("signedOn", day, "customer", organisation,
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-2008-01"), "customerStamp", "OFFICIAL_SEAL",
                "annexes", List.of(Map.of("code", "DEMARCATION"), Map.of("code", "SETTLEMENT")))));
    }

    public Reply meters(String day) {
        opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        return submit("cf.zj1", "metering", highVoltageMeters(day));
    }

    public Map<String, Object> highVoltageMeters(String day) {
        var certificate = certificate(day);
        return new TreeMap<>(Map.of("installedOn", day, "installers", List.of("340121-zj1"), "customerSigner", "赵经理",
                "devices", List.of(
                        Map.of("point", "1", "kind", "METER", "assetNo", "DB" + unique, "spec", "DSZ 3×100V 1.5(6)A", "accuracy", "0.5S",
                                "reactiveAccuracy", "2.0", "activeKwh", 0, "reactiveKvarh", 0, "certificate", certificate),
                        Map.of("point", "1", "kind", "CT", "assetNo", "CT" + unique, "spec", "LZZBJ9-10", "accuracy", "0.5S", "ratio", "50/5", "certificate", certificate),
                        Map.of("point", "1", "kind", "PT", "assetNo", "PT" + unique, "spec", "JDZ9-10", "accuracy", "0.5", "ratio", "10000/100", "certificate", certificate)),
                "seals", List.of(Map.of("sealNo", "FA" + unique, "position", "METER", "assetNo", "DB" + unique), Map.of("sealNo", "FB" + unique, "position", "TERMINAL_BOX"),
                        Map.of("sealNo", "FC" + unique, "position", "CABINET_DOOR"))));
    }

    /** Verified a month before. */
    private static Map<String, Object> certificate(String day) {
        return Map.of("no", "JD-1", "verifiedOn", LocalDate.parse(day).minusMonths(1).toString(), "validUntil", LocalDate.parse(day).plusYears(5).toString());
    }

    public Map<String, Object> residentMeter(String day) {
        return new TreeMap<>(Map.of("installedOn", day, "installers", List.of("340121-zj1"), "customerSigner", "王小明",
                "devices", List.of(Map.of("point", "1", "kind", "METER", "assetNo", "DB" + unique, "spec", "DDS 220V 10(40)A", "accuracy", "2.0", "activeKwh", 0,
                        "certificate", certificate(day))),
                "seals", List.of(Map.of("sealNo", "FA" + unique, "position", "METER", "assetNo", "DB" + unique))));
    }

    public Map<String, Object> threePhaseMeter(String day) {
        return new TreeMap<>(Map.of("installedOn", day, "installers", List.of("340121-zj1"), "customerSigner", "王小明",
                "devices", List.of(
                        Map.of("point", "1", "kind", "METER", "assetNo", "DB" + unique, "spec", "DTZ 3×220/380V 1.5(6)A", "accuracy", "1.0",
                                "reactiveAccuracy", "2.0", "activeKwh", 0, "certificate", certificate(day)),
                        Map.of("point", "1", "kind", "CT", "assetNo", "CT" + unique, "spec", "LMZ 100/5", "accuracy", "0.5S", "ratio", "100/5", "certificate", certificate(day))),
                "seals", List.of(Map.of("sealNo", "FA" + unique, "position", "METER", "assetNo", "DB" + unique), Map.of("sealNo", "FB" + unique, "position", "TERMINAL_BOX"))));
    }

    public Map<String, Object> energised(String day, boolean electricians) {
        var declarations = new TreeMap<String, Object>(Map.of("startUpPlan", "QD-2008-17", "safetyMeasures", true, "tappingOrder", "JH-2008-09",
                "dispatchNumbers", "双凤102-15", "relaySettings", "DZ-88", "outage", "NOT_NEEDED"));
        if (electricians) {
            declarations.put("electricians", List.of(Map.of("name", "陈电工", "certificateNo", "340121T", "validUntil", LocalDate.parse(day).plusYears(2).toString())));
        }
        return Map.of("outcome", "ENERGISED", "declarations", declarations, "switchedOn", Map.of("day", day, "time", "10:20", "customerSigner", "赵经理",
                "transformers", List.of(Map.of("name", "1号变", "capacityKva", 630, "startedAt", "10:25")),
                "readings", List.of(Map.of("assetNo", "DB" + unique, "activeKwh", 0, "reactiveKvarh", 0))));
    }

    public Map<String, Object> residentEnergised(String day) {
        return Map.of("outcome", "ENERGISED", "switchedOn", Map.of("day", day, "time", "10:20", "customerSigner", "王小明",
                "readings", List.of(Map.of("assetNo", "DB" + unique, "activeKwh", 0))));
    }

    /** Billing, call-back and archive, all on one day. */
    public Reply finish(String day, String firstReading) {
        opine("cf.cb1", "billing", "reading", 1, "AGREE").mustSucceed();
        submit("cf.df1", "billing", Map.of("book", "B" + unique % 100000, "sequence", 1, "readingDay", 5, "cycle", "MONTHLY", "firstReadingOn", firstReading)).mustSucceed();
        submit("cf.hf1", "callback", Map.of("tries", List.of(Map.of("day", day, "time", "15:00", "reached", true)), "answer", "SATISFIED")).mustSucceed();
        return submit("cf.da1", "archive", Map.of("shelf", "A-01-01", "volumes", 1, "originals", List.of("PLAN_REPLY", "SUPPLY_CONTRACT")));
    }

    /** The last round of a limit. */
    public JsonNode limit(String limit, String standard) {
        return get("/limits").path("limits").valueStream()
                .filter(row -> row.path("limit").asString().equals(limit) && row.path("standard").asString().equals(standard))
                .reduce((one, other) -> other.path("round").asInt() >= one.path("round").asInt() ? other : one)
                .orElseThrow(() -> new AssertionError("no limit " + limit + "/" + standard));
    }

    public boolean ledgerIntact() {
        return get("/events").path("intact").asBoolean();
    }
}
