package org.yekuo.drill.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is filled in: the forms of the tales (填单), each as plain as a clerk would fill it in. */
final class Papers {

    static final List<String> DRAWINGS_2008 = List.of("DESIGN_DRAWINGS", "LOAD_MAP", "LOAD_COMPOSITION", "DISTURBING_EQUIPMENT", "MAIN_EQUIPMENT",
            "PROCESS_LOAD", "SINGLE_LINE", "POWER_FACTOR_CALC", "PROTECTION", "HIDDEN_WORKS", "DISTRIBUTION_LAYOUT", "OWN_GENERATION", "DESIGN_UNIT_CERT");
    static final List<String> DRAWINGS = List.of("DESIGN_DRAWINGS", "LOAD_COMPOSITION", "SINGLE_LINE", "PROTECTION", "DESIGN_UNIT_CERT");
    static final List<String> COMPLETION_2008 = List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT", "AS_BUILT", "INSTALLATION_RECORDS",
            "TEST_REPORT", "SAFETY_TOOLS_REPORT", "EQUIPMENT_CERTS", "HIDDEN_RECORDS", "OPERATION_RULES", "OPERATORS", "METERING_REPORT");
    static final List<String> COMPLETION = List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT", "AS_BUILT", "TEST_REPORT");

    private Papers() {}

    private static List<Map<String, Object>> documents(List<String> codes) {
        return codes.stream().map(code -> Map.<String, Object>of("type", code, "number", code + "-1", "original", true)).toList();
    }

    static Map<String, Object> resident(Place place, int n, LocalDate day, List<String> codes) {
        return new TreeMap<>(Map.of(
                "hall", place.hall(), "business", "NEW_INSTALL", "channel", n % 3 == 0 ? "ONLINE" : "COUNTER", "applicantKind", "PERSON",
                "applicant", Map.of("name", Applicants.person(n), "idType", "RESIDENT_ID", "idNumber", Applicants.residentId(n), "phone", Applicants.phone(n)),
                "premises", Map.of("address", Applicants.address(place.town(), n)),
                "project", Map.of("nature", "RESIDENTIAL"), "load", Map.of("demandKw", 8, "phase", "SINGLE"),
                "requiredBy", day.plusDays(40).toString(), "documents", documents(codes)));
    }

    static Map<String, Object> shop(Place place, int n, LocalDate day, List<String> codes) {
        return new TreeMap<>(Map.of(
                "hall", place.hall(), "business", "NEW_INSTALL", "channel", n % 4 == 0 ? "CALL_95598" : "COUNTER", "applicantKind", "PERSON",
                "applicant", Map.of("name", Applicants.person(n), "idType", "RESIDENT_ID", "idNumber", Applicants.residentId(n), "phone", Applicants.phone(n)),
                "premises", Map.of("address", Applicants.address(place.town(), n)),
                "project", Map.of("name", Applicants.person(n) + Applicants.shop(n), "nature", "COMMERCIAL"), "load", Map.of("demandKw", 36, "phase", "THREE"),
                "requiredBy", day.plusDays(60).toString(), "documents", documents(codes)));
    }

    static Map<String, Object> works(Place place, int n, LocalDate day, Map<String, Object> load, List<String> codes) {
        var firm = Applicants.firm(place.town(), n);
        return new TreeMap<>(Map.of(
                "hall", place.hall(), "business", "NEW_INSTALL", "channel", "COUNTER", "applicantKind", "ORGANISATION",
                "applicant", Map.of("name", firm, "idType", "USCC", "idNumber", Applicants.creditCode(n), "contact", Applicants.person(n), "phone", Applicants.phone(n)),
                "premises", Map.of("address", Applicants.address(place.town(), n)),
                "project", Map.of("name", firm + "厂房", "nature", "INDUSTRIAL", "industry", Applicants.trade(n), "products", Applicants.trade(n) + "产品"),
                "load", load, "requiredBy", day.plusDays(300).toString(), "documents", documents(codes)));
    }

    /** More for an account there is. */
    static Map<String, Object> more(Place place, int n, LocalDate day, String account) {
        var form = resident(place, n, day, List.of("OWNER_ID", "PROPERTY_CERT"));
        form.put("business", "CAPACITY_INCREASE");
        form.put("account", account);
        form.put("load", Map.of("demandKw", 14, "phase", "THREE"));
        return form;
    }

    static Map<String, Object> community(Place place, int n, LocalDate day) {
        var form = works(place, n, day, Map.of("phase", "THREE", "community", Map.of(
                "dwellings", List.of(Map.of("areaM2", 100, "households", 240), Map.of("areaM2", 135, "households", 60)), "servicesM2", 800, "shopsM2", 1200)),
                List.of("APP_REPORT", "BUSINESS_LICENSE", "LEGAL_ID", "SITE_PLAN", "PROJECT_APPROVAL", "LAND_CERT", "EQUIP_LIST", "PROPERTY_CERT"));
        form.put("project", Map.of("name", "水湖花园", "nature", "RESIDENTIAL", "community", true, "supplyManagement", "一户一表，供电公司直抄到户"));
        return form;
    }

    static Map<String, Object> load(int kva, int kv, int sources, String importance) {
        return Map.of("capacityKva", kva, "phase", "THREE", "voltageWish", kv, "sources", sources, "circuits", sources, "importance", importance);
    }

    static Map<String, Object> dispatch(List<String> surveyors, LocalDate appointment) {
        return Map.of("surveyors", surveyors, "appointmentOn", appointment.toString(), "slot", "MORNING");
    }

    static Map<String, Object> survey(List<String> surveyors, LocalDate day, Object kva, String feeder, int metres) {
        return new TreeMap<>(Map.of("surveyors", surveyors, "visitedOn", day.toString(), "conclusion", "CAN_SUPPLY", "load", Map.of("capacityKva", kva),
                "points", List.of(Map.of("feeder", feeder, "distanceM", metres))));
    }

    static Map<String, Object> noCapacity(List<String> surveyors, LocalDate day, Object kva, LocalDate expected) {
        return new TreeMap<>(Map.of("surveyors", surveyors, "visitedOn", day.toString(), "conclusion", "CANNOT_SUPPLY_NOW", "load", Map.of("capacityKva", kva),
                "constraint", Map.of("cause", "所在线路已满载，上级主变无可开放容量", "remedy", "新建线路并割接负荷", "expectedOn", expected.toString(), "alternative", "先按 200 千伏安供电，扩建后补足")));
    }

    static Map<String, Object> residentPlan(Place place, int n) {
        return lowVoltagePlan(place, n, new BigDecimal("8.89"), new BigDecimal("0.22"), "SINGLE_PHASE", "V", null, "居民生活用电");
    }

    static Map<String, Object> shopPlan(Place place, int n) {
        return lowVoltagePlan(place, n, new BigDecimal("40"), new BigDecimal("0.38"), "THREE_PHASE_FOUR_WIRE", "IV", "75/5", "一般工商业用电");
    }

    private static Map<String, Object> lowVoltagePlan(Place place, int n, BigDecimal kva, BigDecimal kv, String wiring, String meterClass,
            @org.jspecify.annotations.Nullable String ratio, String category) {
        var point = new TreeMap<String, Object>(Map.of("no", "1", "location", "表箱", "mode", "LOW_LOW", "meteringClass", meterClass, "wiring", wiring));
        if (ratio != null) {
            point.put("ctRatio", ratio);
        }
        return new TreeMap<>(Map.of("capacityKva", kva, "voltageKv", kv,
                "circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", place.areaSubstation(n), "feeder", place.area(n), "laying", "OVERHEAD",
                        "capacityKva", kva, "selfBuilt", false, "demarcation", "接户线与进户线连接处")),
                "receivingPoints", List.of(Map.of("name", "配电箱")), "meteringPoints", List.of(point),
                "tariff", Map.of("scheme", "SINGLE_PART", "category", category)));
    }

    static Map<String, Object> worksPlan(int kva, int kv, List<Map<String, Object>> circuits, String ptRatio, String ctRatio) {
        return new TreeMap<>(Map.of("capacityKva", kva, "voltageKv", kv, "loads", Map.of("equipmentKw", kva * 9 / 10, "calculatedKw", kva * 7 / 10),
                "circuits", circuits,
                "receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", kva, "count", 1)), "wiring", "单母线")),
                "meteringPoints", List.of(Map.of("no", "1", "location", "高压计量柜", "mode", "HIGH_HIGH", "meteringClass", kv >= 66 ? "II" : "III",
                        "wiring", "THREE_PHASE_THREE_WIRE", "ctRatio", ctRatio, "ptRatio", ptRatio)),
                "tariff", Map.of("scheme", "TWO_PART", "category", "大工业用电", "basis", "CAPACITY", "powerFactor", new BigDecimal("0.9")),
                "compensationKvar", kva * 3 / 10));
    }

    static Map<String, Object> circuit(int source, String role, String substation, String feeder, int kva) {
        return Map.of("source", source, "role", role, "substation", substation, "feeder", feeder, "laying", "OVERHEAD", "capacityKva", kva, "selfBuilt", false,
                "demarcation", "公用线路T接杆跌落式熔断器下桩头");
    }

    static Map<String, Object> review(LocalDate day, boolean agreed) {
        var result = new TreeMap<String, Object>(Map.of(
                "designer", Map.of("company", "客户自选设计院", "licenceNo", "A2340001", "licenceClass", "乙级", "validUntil", day.plusYears(3).toString(), "chosenBy", "CUSTOMER"),
                "drawings", List.of(Map.of("discipline", "SUBSTATION", "sheets", 12)), "conclusion", agreed ? "AGREED" : "NOT_AGREED", "hiddenWorks", true));
        if (!agreed) {
            result.put("opinions", List.of(Map.of("text", "进线柜未设防误闭锁", "article", "GB 50060 第3.0.5条")));
        }
        return result;
    }

    static Map<String, Object> licence(LocalDate day) {
        return Map.of("company", "客户自选安装公司", "licenceNo", "6-1-00012", "classes", List.of("ERECT", "REPAIR", "TEST"), "grade", 3, "validUntil", day.plusYears(3).toString());
    }

    private static List<Map<String, Object>> items(List<String> codes, List<String> failed) {
        return codes.stream().map(code -> Map.<String, Object>of("item", code, "verdict", failed.contains(code) ? "FAIL" : "PASS")).toList();
    }

    static Map<String, Object> hiddenWorks(LocalDate day, List<String> inspectors) {
        return new TreeMap<>(Map.of("arrivedOn", day.toString(), "inspectors", inspectors, "contractor", licence(day),
                "items", items(List.of("CABLE_LAYING", "EARTHING_LAYING", "MAIN_SWITCH", "SOURCE_INTERLOCK", "CABLE_TRENCH", "FOUNDATIONS"), List.of()),
                "conclusion", "QUALIFIED"));
    }

    static Map<String, Object> completion(LocalDate day, List<String> inspectors, Object kva, boolean lowVoltage, boolean good) {
        var codes = lowVoltage ? List.of("LINES", "SWITCHGEAR", "ROOM_EARTHING", "SAFETY", "METERING")
                : List.of("LINES", "SWITCHGEAR", "PROTECTION", "ROOM_EARTHING", "TRANSFORMERS", "MID_RECORDS", "EQUIPMENT_TESTS", "RULES_AND_STAFF", "SAFETY", "METERING",
                        "SOURCE_INTERLOCK");
        var result = new TreeMap<String, Object>(Map.of("arrivedOn", day.toString(), "inspectors", inspectors, "contractor", licence(day), "testUnit", licence(day),
                "items", items(codes, good ? List.of() : List.of("ROOM_EARTHING")), "found", Map.of("installedKva", kva, "earthingOhm", good ? 3.2 : 11),
                "conclusion", good ? "QUALIFIED" : "DEFECTS"));
        if (!good) {
            result.put("defects", List.of(Map.of("item", "ROOM_EARTHING", "text", "接地电阻 11 欧，超过 4 欧", "article", "GB 50169 第3.1条", "deadline", day.plusDays(20).toString())));
        }
        return result;
    }

    static Map<String, Object> contract(LocalDate day, String signer, boolean person, List<String> annexes) {
        var contract = new TreeMap<String, Object>(Map.of("signedOn", day.toString(), "customer", Map.of("name", signer, "capacity", person ? "SELF" : "LEGAL_REPRESENTATIVE"),
                "company", Map.of("name", "营销部主任", "capacity", "AUTHORISED", "authorityNo", "SQ-" + day.getYear() + "-01"),
                "annexes", annexes.stream().map(code -> Map.of("code", code)).toList()));
        if (!person) {
            contract.put("customerStamp", "OFFICIAL_SEAL");
        }
        return contract;
    }

    private static Map<String, Object> certificate(LocalDate day) {
        return Map.of("no", "JD-" + day.getYear(), "verifiedOn", day.minusDays(20).toString(), "validUntil", day.plusYears(5).toString());
    }

    static Map<String, Object> meter(LocalDate day, List<String> installers, String signer, int n, boolean singlePhase) {
        var meter = new TreeMap<String, Object>(Map.of("point", "1", "kind", "METER", "assetNo", "B" + n, "spec", singlePhase ? "DDZY 220V 5(60)A" : "DTZY 3×220/380V 1.5(6)A",
                "accuracy", singlePhase ? "2.0" : "1.0", "activeKwh", 0, "certificate", certificate(day)));
        if (!singlePhase) {
            meter.put("reactiveAccuracy", "2.0");
        }
        var ct = singlePhase ? Stream.<Map<String, Object>>empty()
                : Stream.<Map<String, Object>>of(Map.of("point", "1", "kind", "CT", "assetNo", "C" + n, "spec", "LMZ 75/5", "accuracy", "0.5S", "ratio", "75/5", "certificate", certificate(day)));
        var seals = singlePhase ? List.of(seal(n, "A", "METER")) : List.of(seal(n, "A", "METER"), seal(n, "B", "TERMINAL_BOX"));
        return new TreeMap<>(Map.of("installedOn", day.toString(), "installers", installers, "customerSigner", signer,
                "devices", Stream.concat(Stream.<Map<String, Object>>of(meter), ct).toList(), "seals", seals));
    }

    private static Map<String, Object> seal(int n, String letter, String position) {
        return position.equals("METER") ? Map.of("sealNo", "F" + letter + n, "position", position, "assetNo", "B" + n) : Map.of("sealNo", "F" + letter + n, "position", position);
    }

    static Map<String, Object> highVoltageMeters(LocalDate day, List<String> installers, String signer, int n, String ctRatio, String ptRatio) {
        return new TreeMap<>(Map.of("installedOn", day.toString(), "installers", installers, "customerSigner", signer,
                "devices", List.of(
                        Map.of("point", "1", "kind", "METER", "assetNo", "B" + n, "spec", "DSZ 3×100V 1.5(6)A", "accuracy", "0.5S", "reactiveAccuracy", "2.0",
                                "activeKwh", 0, "reactiveKvarh", 0, "certificate", certificate(day)),
                        Map.of("point", "1", "kind", "CT", "assetNo", "C" + n, "spec", "LZZBJ9-10", "accuracy", "0.5S", "ratio", ctRatio, "certificate", certificate(day)),
                        Map.of("point", "1", "kind", "PT", "assetNo", "P" + n, "spec", "JDZ9-10", "accuracy", "0.5", "ratio", ptRatio, "certificate", certificate(day))),
                "seals", List.of(seal(n, "A", "METER"), seal(n, "B", "TERMINAL_BOX"), seal(n, "D", "CABINET_DOOR"))));
    }

    static Map<String, Object> lowVoltageOn(LocalDate day, String signer, int n) {
        return Map.of("outcome", "ENERGISED", "switchedOn", Map.of("day", day.toString(), "time", "10:20", "customerSigner", signer,
                "readings", List.of(Map.of("assetNo", "B" + n, "activeKwh", 0))));
    }

    static Map<String, Object> highVoltageOn(LocalDate day, String signer, int n, int kva) {
        return Map.of("outcome", "ENERGISED",
                "declarations", Map.of("startUpPlan", "QD-" + day.getYear() + "-" + n, "safetyMeasures", true, "tappingOrder", "JH-" + n, "dispatchNumbers", "T" + n + "开关",
                        "relaySettings", "DZ-" + n, "outage", "NOT_NEEDED",
                        "electricians", List.of(Map.of("name", Applicants.person(n + 3), "certificateNo", "T340100-" + n, "validUntil", day.plusYears(2).toString()))),
                "switchedOn", Map.of("day", day.toString(), "time", "10:20", "customerSigner", signer,
                        "transformers", List.of(Map.of("name", "1号变", "capacityKva", kva, "startedAt", "10:25")),
                        "readings", List.of(Map.of("assetNo", "B" + n, "activeKwh", 0, "reactiveKvarh", 0))));
    }

    static Map<String, Object> billing(int n, LocalDate firstReading) {
        return Map.of("book", "S" + n, "sequence", 1, "readingDay", firstReading.getDayOfMonth(), "cycle", "MONTHLY", "firstReadingOn", firstReading.toString());
    }

    static Map<String, Object> callback(LocalDate day, boolean content) {
        return Map.of("tries", List.of(Map.of("day", day.toString(), "time", "09:00", "reached", true)), "answer", content ? "SATISFIED" : "BASICALLY_SATISFIED");
    }

    static Map<String, Object> archive(int n) {
        return Map.of("shelf", "S-%03d".formatted(n), "volumes", 1, "originals", List.of("PLAN_REPLY", "SUPPLY_CONTRACT"));
    }
}
