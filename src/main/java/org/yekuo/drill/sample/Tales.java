package org.yekuo.drill.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yekuo.appointment.Slot;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.casework.LoggingContact.Kind;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.CaseNo;

/**
 * The tales of the sample province (示范案件脚本): residents, shops and works of today, told from some working days before today on, so that some are
 * filed, some on their way, some late; and a few of 2008, under the rules of that time.
 */
final class Tales {

    private final SampleDesk desk;
    private final WorkCalendar calendar;
    private final LocalDate today;
    private final List<Tale> tales = new ArrayList<>();

    Tales(SampleDesk desk, WorkCalendar calendar, LocalDate today) {
        this.desk = desk;
        this.calendar = calendar;
        this.today = today;
    }

    List<Tale> all() {
        residents();
        shops();
        works();
        special();
        otherBusiness();
        of2008();
        return tales;
    }

    /** The working day so many working days before today. */
    private LocalDate ago(int workingDays) {
        var day = today;
        for (int left = workingDays; left > 0; day = day.minusDays(1)) {
            left -= calendar.isWorking(day) ? 1 : 0;
        }
        return calendar.isWorking(day) ? day : calendar.next(day);
    }

    private Tale add(Tale tale) {
        tales.add(tale);
        return tale;
    }

    /** Books are read on the fifth and the twentieth; whichever comes first lies within a month of the energising. */
    private static LocalDate nextReading(LocalDate day) {
        return day.getDayOfMonth() <= 5 ? day.withDayOfMonth(5) : day.getDayOfMonth() <= 20 ? day.withDayOfMonth(20) : day.plusMonths(1).withDayOfMonth(5);
    }

    // Low voltage

    private void residents() {
        int[] begun = {0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 13, 18, 25, 33, 42, 55, 70, 90, 110};
        for (int i = 0; i < begun.length; i++) {
            var place = i % 3 == 0 ? Place.CHANGFENG : Place.COUNTIES.get(i % Place.COUNTIES.size());
            resident(place, 100 + i, ago(begun[i]), List.of("OWNER_ID", i % 4 == 3 ? "COMMITMENT" : "PROPERTY_CERT"));
        }
        // Applied yesterday afternoon, nobody is sent yet.
        resident(Place.CHANGFENG, 134, ago(1), List.of("OWNER_ID", "PROPERTY_CERT")).notYet();
        incomplete(Place.CHANGFENG, 130, ago(2));
        incomplete(Place.COUNTIES.get(1), 131, ago(6));
        // Nobody came to survey: late, and nobody has said why.
        resident(Place.CHANGFENG, 132, ago(9), List.of("OWNER_ID", "PROPERTY_CERT")).endingWith("dispatch");
        resident(Place.COUNTIES.get(2), 133, ago(8), List.of("OWNER_ID", "PROPERTY_CERT")).endingWith("survey");
    }

    private Tale resident(Place place, int n, LocalDate first, List<String> codes) {
        var signer = Applicants.person(n);
        return add(new Tale("resident-" + n, first, calendar, () -> desk.apply(Papers.resident(place, n, first, codes))))
                .on(0, 15, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.next(day))))
                .on(0, 17, "answer", (no, day) -> answer(no, n, day))
                .on(1, 10, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, new BigDecimal("8.89"), place.area(n), 60)))
                .on(1, 14, "plan-draft", (no, day) -> desk.close(no, "plan-draft", Papers.residentPlan(place, n)))
                .on(1, 16, "plan-reply", (no, day) -> desk.close(no, "plan-reply", Map.of()))
                .on(2, 9, "sign", (no, day) -> signLowVoltage(no, day, signer, codes, List.of("DEMARCATION")))
                .on(2, 16, "meter-visit", (no, day) -> desk.visit(no, "metering", Role.METER_INSTALLER, calendar.next(day), Slot.MORNING))
                .on(3, 9, "metering", (no, day) -> desk.close(no, "metering", Papers.meter(day, desk.staff(no, Role.METER_INSTALLER), signer, n, true)))
                .on(3, 11, "energisation", (no, day) -> desk.close(no, "energisation", Papers.lowVoltageOn(day, signer, n)))
                .on(4, 10, "billing", (no, day) -> desk.close(no, "billing", Papers.billing(n, nextReading(day))))
                .on(6, 10, "callback", (no, day) -> desk.close(no, "callback", Papers.callback(day, n % 5 != 0)))
                .on(9, 14, "archive", (no, day) -> desk.close(no, "archive", Papers.archive(n)));
    }

    /** Two of three say the time suits them; a few would like another. */
    private void answer(CaseNo no, int n, LocalDate day) {
        if (n % 7 == 0) {
            desk.ask(no, calendar.add(day, 2), calendar.add(day, 3));
        } else if (n % 3 != 0) {
            desk.agree(no);
        }
    }

    private void signLowVoltage(CaseNo no, LocalDate day, String signer, List<String> codes, List<String> annexes) {
        desk.sign(no, "PLAN_REPLY", signer);
        if (codes.contains("COMMITMENT")) {
            desk.hand(no, List.of("PROPERTY_CERT"));
        }
        desk.close(no, "contract", Papers.contract(day, signer, true, annexes));
    }

    private void incomplete(Place place, int n, LocalDate first) {
        add(new Tale("incomplete-" + n, first, calendar, () -> desk.apply(Papers.resident(place, n, first, List.of("OWNER_ID")))))
                .on(1, 10, "call", (no, day) -> desk.contact(no, Kind.CALL, "电话告知缺房屋权属证明或承诺书，客户称三日内送来", null));
    }

    private void shops() {
        int[] begun = {0, 1, 2, 3, 4, 6, 9, 12, 16, 22, 30, 45, 60, 85};
        for (int i = 0; i < begun.length; i++) {
            var place = i % 3 == 1 ? Place.CHANGFENG : Place.COUNTIES.get((i + 2) % Place.COUNTIES.size());
            shop(place, 200 + i, ago(begun[i]));
        }
        shop(Place.CHANGFENG, 220, ago(15)).endingWith("plan-reply");
        shop(Place.COUNTIES.get(3), 221, ago(20)).endingWith("survey").on(3, 15, "withdrawn", (no, day) -> desk.withdraw(no, "NOT_NEEDED", "客户另租店面，不再需要"));
        shop(Place.HEFEI, 222, ago(7)).on(1, 17, "hold", (no, day) -> desk.suspend(no, true, "CUSTOMER_NOT_READY")).endingWith("survey")
                .on(1, 17, "hold", (no, day) -> desk.suspend(no, true, "CUSTOMER_NOT_READY"));
        shop(Place.WUHU, 223, ago(11)).endingWith("dispatch").on(2, 9, "terminated", (no, day) -> desk.terminate(no, "DUPLICATE", "与先前的申请为同一需求，客户口头确认"));
    }

    private Tale shop(Place place, int n, LocalDate first) {
        var codes = List.of("BUSINESS_LICENSE", "COMMITMENT");
        return shopFrom("shop-" + n, place, n, first, Papers.shop(place, n, first, codes), codes);
    }

    private Tale shopFrom(String key, Place place, int n, LocalDate first, Map<String, Object> form, List<String> codes) {
        var signer = Applicants.person(n);
        return add(new Tale(key, first, calendar, () -> desk.apply(form)))
                .on(0, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.next(day))))
                .on(1, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, new BigDecimal("40"), place.area(n), 120)))
                .on(2, 10, "plan-draft", (no, day) -> desk.close(no, "plan-draft", Papers.shopPlan(place, n)))
                .on(2, 15, "plan-reply", (no, day) -> desk.close(no, "plan-reply", Map.of()))
                .on(4, 9, "sign", (no, day) -> signLowVoltage(no, day, signer, codes, List.of("DEMARCATION", "SETTLEMENT")))
                .on(5, 9, "metering", (no, day) -> desk.close(no, "metering", Papers.meter(day, desk.staff(no, Role.METER_INSTALLER), signer, n, false)))
                .on(5, 14, "energisation", (no, day) -> desk.close(no, "energisation", Papers.lowVoltageOn(day, signer, n)))
                .on(7, 10, "billing", (no, day) -> desk.close(no, "billing", Papers.billing(n, nextReading(day))))
                .on(8, 10, "callback", (no, day) -> desk.close(no, "callback", Papers.callback(day, true)))
                .on(12, 14, "archive", (no, day) -> desk.close(no, "archive", Papers.archive(n)));
    }

    // High voltage

    private void works() {
        int[] begun = {1, 2, 4, 6, 8, 10, 14, 20, 32, 40, 43, 45, 60, 75, 100, 130};
        for (int i = 0; i < begun.length; i++) {
            var place = i % 3 == 0 ? Place.CHANGFENG : Place.COUNTIES.get(i % Place.COUNTIES.size());
            works(place, 300 + i, ago(begun[i]), i % 2 == 0 ? 400 : 630);
        }
    }

    private Tale works(Place place, int n, LocalDate first, int kva) {
        var signer = Applicants.person(n);
        var circuit = Papers.circuit(1, "MAIN", place.lineSubstation(n), place.line(n), kva);
        return add(new Tale("works-" + n, first, calendar, () -> desk.apply(Papers.works(place, n, first, Papers.load(kva, 10, 1, "NONE"),
                        List.of("APP_REPORT", "BUSINESS_LICENSE", "COMMITMENT")))))
                .on(0, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.add(day, 2))))
                .on(2, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, kva, place.line(n), 350)))
                .on(3, 10, "plan-draft", (no, day) -> {
                    desk.hand(no, List.of("EQUIP_LIST"));
                    desk.close(no, "plan-draft", Papers.worksPlan(kva, 10, List.of(circuit), "10000/100", "50/5"));
                })
                .on(6, 11, "plan-approval", (no, day) -> desk.close(no, "plan-approval", Map.of("decision", "APPROVED")))
                .on(8, 15, "plan-reply", (no, day) -> desk.close(no, "plan-reply", Map.of()))
                .on(10, 10, "sign", (no, day) -> desk.sign(no, "PLAN_REPLY", signer))
                .on(12, 9, "construction", (no, day) -> desk.contact(no, Kind.CONSTRUCTION_STARTED, "客户自选单位进场施工", null))
                .on(13, 10, "contract", (no, day) -> {
                    desk.hand(no, List.of("LEGAL_ID"));
                    desk.close(no, "contract", Papers.contract(day, signer, false, List.of("DEMARCATION", "SETTLEMENT")));
                })
                .on(38, 10, "completion-request", (no, day) -> {
                    desk.hand(no, List.of("PROPERTY_CERT"));
                    desk.request(no, "completion-inspection", Papers.COMPLETION);
                })
                .on(39, 15, "inspection-visit", (no, day) -> desk.visit(no, "completion-inspection", Role.INSPECTOR, calendar.next(day), Slot.AFTERNOON))
                .on(40, 10, "completion-inspection", (no, day) -> desk.close(no, "completion-inspection", Papers.completion(day, desk.staff(no, Role.INSPECTOR), kva, false, true)))
                .on(41, 15, "energisation-request", (no, day) -> desk.request(no, "energisation", List.of()))
                .on(43, 9, "metering", (no, day) -> desk.close(no, "metering", Papers.highVoltageMeters(day, desk.staff(no, Role.METER_INSTALLER), signer, n, "50/5", "10000/100")))
                .on(43, 15, "energisation", (no, day) -> desk.close(no, "energisation", Papers.highVoltageOn(day, signer, n, kva)))
                .on(45, 10, "billing", (no, day) -> desk.close(no, "billing", Papers.billing(n, nextReading(day))))
                .on(46, 10, "callback", (no, day) -> desk.close(no, "callback", Papers.callback(day, true)))
                .on(50, 14, "archive", (no, day) -> desk.close(no, "archive", Papers.archive(n)));
    }

    /** What goes otherwise than it should, and the large ones. */
    private void special() {
        // Late, with the reason told to the customer before the last day.
        works(Place.CHANGFENG, 330, ago(16), 630).endingWith("plan-draft").on(8, 16, "explained",
                (no, day) -> desk.explain(no, "PLAN_REPLY", "线路改造方案需与市公司会商", calendar.add(day, 6)));
        // Late, and nobody said a word.
        works(Place.COUNTIES.get(1), 331, ago(18), 400).endingWith("survey");
        // Replied long ago, not signed.
        works(Place.CHANGFENG, 332, ago(28), 400).endingWith("plan-reply").on(20, 10, "call", (no, day) -> desk.contact(no, Kind.CALL_NO_ANSWER, "催签方案答复单，无人接听", null));
        // The inspection found fault; the second one passed.
        works(Place.COUNTIES.get(2), 333, ago(64), 630).endingWith("completion-request")
                .on(40, 10, "defects", (no, day) -> desk.close(no, "completion-inspection", Papers.completion(day, desk.staff(no, Role.INSPECTOR), 630, false, false)))
                .on(52, 10, "again", (no, day) -> desk.request(no, "completion-inspection", List.of()))
                .on(54, 10, "passed", (no, day) -> desk.close(no, "completion-inspection", Papers.completion(day, desk.staff(no, Role.INSPECTOR), 630, false, true)));
        // Waiting for the second inspection.
        works(Place.CHANGFENG, 334, ago(46), 400).endingWith("completion-request")
                .on(40, 11, "defects", (no, day) -> desk.close(no, "completion-inspection", Papers.completion(day, desk.staff(no, Role.INSPECTOR), 400, false, false)));
        // The whole case rests at the customer's wish; another had its clock stopped for a permit and went on.
        works(Place.COUNTIES.get(3), 335, ago(26), 630).endingWith("sign").on(15, 9, "hold", (no, day) -> desk.suspend(no, true, "LAND_OR_DEMOLITION"));
        works(Place.COUNTIES.get(4), 336, ago(9), 400).endingWith("survey").on(3, 9, "pause", (no, day) -> desk.suspend(no, false, "CUSTOMER_HOLD"));
        // The approver sends the draft back.
        works(Place.CHANGFENG, 337, ago(7), 630).endingWith("plan-draft")
                .on(5, 10, "sent-back", (no, day) -> desk.sendBack(no, "plan-draft", "APPROVAL_REFUSED", List.of("circuits")));
        constrained();
        dual();
        thirtyFive();
        hundredTen();
    }

    private void constrained() {
        var place = Place.CHANGFENG;
        var first = ago(24);
        add(new Tale("constrained-340", first, calendar, () -> desk.apply(Papers.works(place, 340, first, Papers.load(1000, 10, 1, "NONE"),
                        List.of("APP_REPORT", "BUSINESS_LICENSE", "COMMITMENT")))))
                .on(0, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.add(day, 2))))
                .on(2, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.noCapacity(desk.surveyors(no), day, 1000, day.plusMonths(4))))
                .on(5, 10, "reply", (no, day) -> desk.close(no, "constrained-reply", Map.of("promisedOn", day.plusMonths(4).toString())));
    }

    /** Two sources of the first importance: the city's, drawings and hidden works looked at. */
    private void dual() {
        var place = Place.HEFEI;
        var first = ago(30);
        var signer = Applicants.person(350);
        var circuits = List.of(Papers.circuit(1, "MAIN", place.substation("A"), place.feeder(3), 1600), Papers.circuit(2, "STANDBY", place.substation("B"), place.feeder(4), 1600));
        add(new Tale("dual-350", first, calendar, () -> desk.apply(Papers.works(place, 350, first, Papers.load(1600, 10, 2, "SECOND"),
                        List.of("APP_REPORT", "BUSINESS_LICENSE", "PROPERTY_CERT", "EQUIP_LIST", "LEGAL_ID")))))
                .on(0, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.add(day, 2))))
                .on(2, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, 1600, place.feeder(3), 800)))
                .on(8, 10, "plan-draft", (no, day) -> {
                    var plan = Papers.worksPlan(1600, 10, circuits, "10000/100", "100/5");
                    plan.put("ownSupply", Map.of("securityLoadKw", 300, "emergencySourceKw", 400, "otherMeasures", "应急照明与手动泄压"));
                    plan.put("receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", 800, "count", 2)), "wiring", "单母线分段",
                            "interlock", "BOTH")));
                    desk.close(no, "plan-draft", plan);
                })
                .on(14, 11, "plan-approval", (no, day) -> desk.close(no, "plan-approval", Map.of("decision", "APPROVED")))
                .on(17, 15, "plan-reply", (no, day) -> desk.close(no, "plan-reply", Map.of()))
                .on(19, 10, "sign", (no, day) -> desk.sign(no, "PLAN_REPLY", signer))
                .on(27, 10, "drawings", (no, day) -> desk.request(no, "design-review", Papers.DRAWINGS));
    }

    private void thirtyFive() {
        var place = Place.SUZHOU;
        var first = ago(22);
        add(new Tale("works-35-kv-360", first, calendar, () -> desk.apply(Papers.works(place, 360, first, Papers.load(8000, 35, 1, "NONE"),
                        List.of("APP_REPORT", "BUSINESS_LICENSE", "PROPERTY_CERT", "EQUIP_LIST", "LEGAL_ID")))))
                .on(0, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.add(day, 2))))
                .on(2, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, 8000, place.feeder(5), 2600)))
                .on(5, 10, "plan-draft", (no, day) -> desk.close(no, "plan-draft", Papers.worksPlan(8000, 35,
                        List.of(Papers.circuit(1, "MAIN", place.substation("A"), place.feeder(5), 8000)), "35000/100", "150/5")))
                .on(7, 11, "plan-approval", (no, day) -> desk.close(no, "plan-approval", Map.of("decision", "APPROVED")))
                .on(9, 15, "plan-reply", (no, day) -> desk.close(no, "plan-reply", Map.of()))
                .on(11, 10, "sign", (no, day) -> desk.sign(no, "PLAN_REPLY", Applicants.person(360)))
                .on(18, 10, "drawings", (no, day) -> desk.request(no, "design-review", Papers.DRAWINGS))
                .on(20, 10, "refused", (no, day) -> desk.close(no, "design-review", Papers.review(day, false)));
    }

    /** 110 kV: the province approves, and has it on its desk. */
    private void hundredTen() {
        var place = Place.HEFEI;
        var first = ago(9);
        add(new Tale("works-110-kv-370", first, calendar, () -> desk.apply(Papers.works(place, 370, first, Papers.load(31500, 110, 1, "NONE"),
                        List.of("APP_REPORT", "BUSINESS_LICENSE", "PROPERTY_CERT", "EQUIP_LIST", "LEGAL_ID")))))
                .on(0, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.add(day, 2))))
                .on(2, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, 31500, place.feeder(7), 5200)))
                .on(6, 10, "plan-draft", (no, day) -> desk.close(no, "plan-draft", Papers.worksPlan(31500, 110,
                        List.of(Papers.circuit(1, "MAIN", place.substation("C"), place.feeder(7), 31500)), "110000/100", "300/5")));
    }

    // Other business

    private void otherBusiness() {
        var changfeng = Place.CHANGFENG;
        // Given up and applied for again within the month: one need, linked.
        shop(changfeng, 224, ago(8)).endingWith("dispatch").on(2, 9, "withdrawn", (no, day) -> desk.withdraw(no, "NOT_NEEDED", "客户暂缓开店"))
                .on(5, 10, "again", (no, day) -> desk.apply(Papers.shop(changfeng, 224, day, List.of("BUSINESS_LICENSE", "COMMITMENT"))));
        // A building site for a year, and one whose time is nearly up.
        temporary(changfeng, 230, ago(20), 365);
        temporary(Place.COUNTIES.get(1), 231, ago(30), 50);
        // Pumps against the flood get power first, papers follow.
        resident(changfeng, 135, ago(2), List.of("OWNER_ID", "COMMITMENT")).endingWith("survey").on(1, 15, "hurried", (no, day) -> desk.hurry(no, "FLOOD_OR_DROUGHT", "排涝泵站用电"));
        // A resident who has power wants more of it.
        resident(changfeng, 136, ago(40), List.of("OWNER_ID", "PROPERTY_CERT")).on(38, 10, "more", (no, day) -> desk.apply(Papers.more(changfeng, 136, day, desk.account(no))));
        community();
    }

    private void temporary(Place place, int n, LocalDate first, int days) {
        var form = Papers.shop(place, n, first, List.of("BUSINESS_LICENSE", "COMMITMENT"));
        form.put("business", "TEMPORARY");
        form.put("requiredBy", first.plusDays(10).toString());
        form.put("temporary", Map.of("purpose", "建筑工地施工", "until", first.plusDays(days).toString()));
        shopFrom("temporary-" + n, place, n, first, form, List.of("BUSINESS_LICENSE", "COMMITMENT"));
    }

    /** A community of 300 households, and the linked case of their meters. */
    private void community() {
        var place = Place.HEFEI;
        var first = ago(21);
        add(new Tale("community-380", first, calendar, () -> desk.apply(Papers.community(place, 380, first))))
                .on(0, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.add(day, 2))))
                .on(2, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, 2000, place.line(380), 400)))
                .on(5, 10, "plan-draft", (no, day) -> {
                    var plan = Papers.worksPlan(2000, 10, List.of(Papers.circuit(1, "MAIN", place.lineSubstation(380), place.line(380), 2000)), "10000/100", "150/5");
                    plan.put("receivingPoints", List.of(Map.of("name", "小区配电房", "transformers", List.of(Map.of("capacityKva", 1000, "count", 2)), "wiring", "单母线分段")));
                    plan.put("tariff", Map.of("scheme", "SINGLE_PART", "category", "居民生活用电"));
                    desk.hand(no, List.of("LOAD_TABLE"));
                    desk.close(no, "plan-draft", plan);
                })
                .on(8, 11, "plan-approval", (no, day) -> desk.close(no, "plan-approval", Map.of("decision", "APPROVED")))
                .on(10, 15, "plan-reply", (no, day) -> desk.close(no, "plan-reply", Map.of()))
                .on(12, 10, "sign", (no, day) -> desk.sign(no, "PLAN_REPLY", Applicants.person(380)))
                .on(15, 10, "households", (no, day) -> desk.households(no, "水湖花园", 300));
    }

    // 2008

    private void of2008() {
        var place = Place.CHANGFENG;
        var resident = LocalDate.of(2008, 6, 5);
        var signer = Applicants.person(400);
        add(new Tale("resident-2008", resident, calendar, () -> desk.apply(Papers.resident(place, 400, resident, List.of("PROPERTY_CERT", "OWNER_ID")))))
                .on(1, 9, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), day)))
                .on(1, 11, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, new BigDecimal("8.89"), place.area(0), 60)))
                .on(1, 15, "plan-draft", (no, day) -> desk.close(no, "plan-draft", Papers.residentPlan(place, 0)))
                .on(2, 10, "plan-reply", (no, day) -> desk.close(no, "plan-reply", Map.of()))
                .on(2, 11, "sign", (no, day) -> signLowVoltage(no, day, signer, List.of(), List.of("DEMARCATION")))
                .on(3, 9, "metering", (no, day) -> desk.close(no, "metering", Papers.meter(day, desk.staff(no, Role.METER_INSTALLER), signer, 400, true)))
                .on(3, 11, "energisation", (no, day) -> desk.close(no, "energisation", Papers.lowVoltageOn(day, signer, 400)))
                .on(4, 10, "billing", (no, day) -> desk.close(no, "billing", Papers.billing(400, nextReading(day))))
                .on(4, 14, "callback", (no, day) -> desk.close(no, "callback", Papers.callback(day, true)))
                .on(8, 14, "archive", (no, day) -> desk.close(no, "archive", Papers.archive(400)));
        machineWorks(LocalDate.of(2008, 4, 24));
        machineWorksDual(LocalDate.of(2008, 9, 10));
    }

    /** The machine works of 630 kVA that every one of the rules of 2008 is at work on. */
    private void machineWorks(LocalDate first) {
        var place = Place.CHANGFENG;
        var signer = Applicants.person(410);
        var circuit = Papers.circuit(1, "MAIN", place.substation("B"), place.feeder(2), 630);
        add(new Tale("works-2008", first, calendar, () -> desk.apply(Papers.works(place, 410, first, Papers.load(630, 10, 1, "NONE"),
                        List.of("APP_REPORT", "PROPERTY_CERT", "EQUIP_LIST", "BUSINESS_LICENSE", "LEGAL_ID", "SITE_PLAN", "PROJECT_APPROVAL", "SITE_OPINION")))))
                .on(1, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.next(day))))
                .on(2, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, 630, place.feeder(2), 350)))
                .on(6, 10, "plan-draft", (no, day) -> desk.close(no, "plan-draft", Papers.worksPlan(630, 10, List.of(circuit), "10000/100", "50/5")))
                .on(13, 11, "plan-approval", (no, day) -> desk.close(no, "plan-approval", Map.of("decision", "APPROVED")))
                .on(15, 15, "plan-reply", (no, day) -> desk.close(no, "plan-reply", Map.of()))
                .on(15, 16, "sign", (no, day) -> desk.sign(no, "PLAN_REPLY", signer))
                .on(29, 10, "drawings", (no, day) -> desk.request(no, "design-review", Papers.DRAWINGS_2008))
                .on(37, 10, "design-review", (no, day) -> desk.close(no, "design-review", Papers.review(day, true)))
                .on(69, 10, "hidden-works", (no, day) -> desk.request(no, "mid-inspection", List.of("CONTRACTOR_LICENCE")))
                .on(73, 10, "mid-inspection", (no, day) -> desk.close(no, "mid-inspection", Papers.hiddenWorks(day, desk.staff(no, Role.INSPECTOR))))
                .on(97, 10, "completion-request", (no, day) -> desk.request(no, "completion-inspection", Papers.COMPLETION_2008))
                .on(101, 10, "completion-inspection", (no, day) -> desk.close(no, "completion-inspection", Papers.completion(day, desk.staff(no, Role.INSPECTOR), 630, false, true)))
                .on(103, 10, "contract", (no, day) -> desk.close(no, "contract", Papers.contract(day, signer, false, List.of("DEMARCATION", "SETTLEMENT"))))
                .on(104, 9, "metering", (no, day) -> desk.close(no, "metering", Papers.highVoltageMeters(day, desk.staff(no, Role.METER_INSTALLER), signer, 410, "50/5", "10000/100")))
                .on(104, 15, "energisation-request", (no, day) -> desk.request(no, "energisation", List.of()))
                .on(107, 10, "energisation", (no, day) -> desk.close(no, "energisation", Papers.highVoltageOn(day, signer, 410, 630)))
                .on(108, 10, "billing", (no, day) -> desk.close(no, "billing", Papers.billing(410, nextReading(day))))
                .on(109, 10, "callback", (no, day) -> desk.close(no, "callback", Papers.callback(day, true)))
                .on(112, 14, "archive", (no, day) -> desk.close(no, "archive", Papers.archive(410)));
    }

    /** The chemical works with two sources of the first importance: the city has thirty days. It gave up before its plan was approved. */
    private void machineWorksDual(LocalDate first) {
        var place = Place.CHANGFENG;
        add(new Tale("chemical-works-2008", first, calendar, () -> desk.apply(Papers.works(place, 420, first, Papers.load(3200, 10, 2, "FIRST"),
                        List.of("APP_REPORT", "PROPERTY_CERT", "EQUIP_LIST", "BUSINESS_LICENSE", "LEGAL_ID", "SITE_PLAN", "PROJECT_APPROVAL", "SITE_OPINION")))))
                .on(1, 16, "dispatch", (no, day) -> desk.close(no, "dispatch", Papers.dispatch(desk.surveyors(no), calendar.next(day))))
                .on(3, 9, "survey", (no, day) -> desk.close(no, "survey", Papers.survey(desk.surveyors(no), day, 3200, place.feeder(3), 900)))
                .on(20, 10, "withdrawn", (no, day) -> desk.withdraw(no, "NOT_NEEDED", "项目缓建"));
    }
}
