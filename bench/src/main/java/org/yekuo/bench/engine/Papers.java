package org.yekuo.bench.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What is filled in at each stage of the shop's case; the same documents go into the program and, as JSON, into the engines' variables. */
public final class Papers {

    public static final LocalDate DAY = LocalDate.of(2008, 3, 5);
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 10_000_000);

    private Papers() {}

    public static long unique() {
        return NEXT.incrementAndGet();
    }

    /** A number nobody has, with the check digit it would have (GB 11643). */
    public static String residentId(long n) {
        var body = "340121" + "19" + (50 + n / 1000 % 50) + "%02d".formatted(1 + n / 50_000 % 12) + "%02d".formatted(1 + n / 600_000 % 28) + "%03d".formatted(n % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** @param area a transformer area of 长丰 */
    public static Map<String, Object> of(String act, long n, String area, LocalDate date) {
        var day = date.toString();
        return switch (act) {
            case "acceptance" -> new TreeMap<>(Map.of(
                    "hall", "340121-01", "business", "NEW_INSTALL", "channel", "COUNTER", "applicantKind", "PERSON",
                    "applicant", Map.of("name", "王小明", "idType", "RESIDENT_ID", "idNumber", residentId(n), "phone", "13805510001"),
                    "premises", Map.of("address", "长丰县水湖镇长寿路" + n + "号", "area", "城关一区"),
                    "project", Map.of("nature", "COMMERCIAL", "name", "便民超市"), "load", Map.of("demandKw", 45, "phase", "THREE"),
                    "requiredBy", date.plusMonths(3).toString(), "documents", List.of("BUSINESS_LICENSE", "OWNER_ID", "LEASE").stream()
                            .map(type -> Map.of("type", type, "number", type + "-1", "original", true)).toList()));
            case "dispatch" -> Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "appointmentOn", day, "slot", "MORNING");
            case "survey" -> Map.of("surveyors", List.of("340121-kc1", "340121-kc2"), "visitedOn", day, "conclusion", "CAN_SUPPLY",
                    "load", Map.of("capacityKva", 50), "points", List.of(Map.of("feeder", area, "distanceM", 350)));
            case "plan_draft" -> Map.of("capacityKva", 50, "voltageKv", 0.38,
                    "circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340121A", "feeder", area, "laying", "OVERHEAD",
                            "capacityKva", 50, "selfBuilt", false, "demarcation", "接户线与进户线连接处")),
                    "receivingPoints", List.of(Map.of("name", "店内配电箱")),
                    "meteringPoints", List.of(Map.of("no", "1", "location", "店外表箱", "mode", "LOW_LOW", "meteringClass", "IV",
                            "wiring", "THREE_PHASE_FOUR_WIRE", "ctRatio", "100/5")),
                    "tariff", Map.of("scheme", "SINGLE_PART", "category", "一般工商业用电"));
            case "completion_inspection" -> Map.of("arrivedOn", day, "inspectors", List.of("340121-jc1"),
                    "contractor", Map.of("company", "客户自选安装公司", "licenceNo", "6-1-00012", "classes", List.of("ERECT", "REPAIR", "TEST"), "grade", 4,
                            "validUntil", date.plusYears(3).toString()),
                    "items", List.of("LINES", "SWITCHGEAR", "ROOM_EARTHING", "SAFETY", "METERING").stream()
                            .map(code -> Map.of("item", code, "verdict", "PASS")).toList(),
                    "found", Map.of("installedKva", 50), "conclusion", "QUALIFIED");
            case "contract" -> Map.of("signedOn", day, "customer", Map.of("name", "王小明", "capacity", "SELF"),
                    "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"),
                    "annexes", List.of(Map.of("code", "DEMARCATION"), Map.of("code", "SETTLEMENT")));
            case "metering" -> Map.of("installedOn", day, "installers", List.of("340121-zj1"), "customerSigner", "王小明",
                    "devices", List.of(
                            Map.of("point", "1", "kind", "METER", "assetNo", "DB" + n, "spec", "DTZ 3×220/380V 1.5(6)A", "accuracy", "1.0",
                                    "reactiveAccuracy", "2.0", "activeKwh", 0, "certificate", certificate(date)),
                            Map.of("point", "1", "kind", "CT", "assetNo", "CT" + n, "spec", "LMZ 100/5", "accuracy", "0.5S", "ratio", "100/5", "certificate", certificate(date))),
                    "seals", List.of(Map.of("sealNo", "FA" + n, "position", "METER", "assetNo", "DB" + n), Map.of("sealNo", "FB" + n, "position", "TERMINAL_BOX")));
            case "energisation" -> Map.of("outcome", "ENERGISED", "switchedOn", Map.of("day", day, "time", "10:20", "customerSigner", "王小明",
                    "readings", List.of(Map.of("assetNo", "DB" + n, "activeKwh", 0))));
            case "billing" -> Map.of("book", "B" + n, "sequence", 1, "readingDay", 5, "cycle", "MONTHLY", "firstReadingOn", date.plusMonths(1).toString());
            case "callback" -> Map.of("tries", List.of(Map.of("day", day, "time", "09:00", "reached", true)), "answer", "SATISFIED");
            case "archive" -> Map.of("shelf", "A-01-01", "volumes", 1, "originals", List.of("PLAN_REPLY", "SUPPLY_CONTRACT"));
            default -> Map.of();
        };
    }

    private static Map<String, Object> certificate(LocalDate date) {
        return Map.of("no", "JD-1", "verifiedOn", date.minusMonths(1).toString(), "validUntil", date.plusYears(5).toString());
    }
}
