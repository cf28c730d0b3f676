package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;
import tools.jackson.databind.JsonNode;

/** A residential community applied for as a whole, built in two phases; the city handles it because it is large. */
class CommunityScenarioIT extends Day {

    private static final Map<String, Object> COUNTER = Map.of("service", Map.of("manner", "COUNTER"));

    private Map<String, Object> community() {
        var form = walk.machineWorks();
        form.put("project", Map.of("name", "水湖花园", "nature", "RESIDENTIAL", "community", true, "supplyManagement", "一户一表，供电公司直抄到户"));
        form.put("load", Map.of("capacityKva", 3200, "phase", "THREE", "voltageWish", 10, "sources", 1, "circuits", 1, "importance", "NONE"));
        form.put("documents", Walk.papers(List.of("APP_REPORT", "BUSINESS_LICENSE", "LEGAL_ID", "PLANNING_PERMIT", "SITE_PLAN", "PROJECT_APPROVAL", "LAND_CERT",
                "HOUSEHOLD_LIST")));
        return form;
    }

    private void agree(String stage, int phase, Map<String, String> parts) {
        parts.forEach((part, login) -> office.post(login, "/cases/" + walk.no + "/stages/" + stage + "/parts/" + part,
                Map.of("round", 1, "phase", phase, "opinion", "AGREE", "text", "同意")).mustSucceed());
    }

    private Office.Reply submit(String login, String stage, int phase, Map<String, Object> result) {
        var more = new TreeMap<String, Object>(COUNTER);
        more.put("phase", phase);
        return walk.submit(login, stage, 1, result, more);
    }

    private Office.Reply request(String stage, int phase, List<String> papers) {
        return office.post("hf.jl1", "/cases/" + walk.no + "/stages/" + stage + "/request", Map.of("documents", papers, "phase", phase));
    }

    private JsonNode limit(String limit, int phase) {
        return walk.get("/limits").path("limits").valueStream().filter(row -> row.path("limit").asString().equals(limit)
                && row.path("standard").asString().equals("ASSESSED") && row.path("phase").asInt() == phase).findFirst().orElseThrow();
    }

    @Test
    void how_the_supply_is_managed_afterwards_is_part_of_the_report() {
        office.day("2008-03-03");
        var form = community();
        form.put("project", Map.of("name", "水湖花园", "nature", "RESIDENTIAL", "community", true));
        var reply = walk.apply(form).mustSucceed();
        assertThat(reply.caseStatus()).isEqualTo("INCOMPLETE");
        assertThat(reply.body().path("summary").path("facts").path("class").asString()).isEqualTo("RESIDENTIAL_COMMUNITY");
    }

    private void bothPhasesRequested() {
        capacity.declare(new UnitCode("3401"), "L34010003", YearMonth.of(2008, 1), YearMonth.of(2009, 12), BigDecimal.valueOf(1_000_000), Actor.system("test"));
        office.day("2008-03-03");
        var accepted = walk.apply(community()).mustSucceed();
        assertThat(accepted.body().path("summary").path("procedure").asString()).isEqualTo("residential-community");
        assertThat(accepted.body().path("summary").path("handledBy").asString()).isEqualTo("3401");
        walk.submit("hf.zz1", "dispatch", Map.of("surveyors", List.of("3401-kc1", "3401-kc2"), "appointmentOn", "2008-03-05", "slot", "MORNING")).mustSucceed();
        office.day("2008-03-05");
        agree("survey", 0, Map.of("distribution", "hf.pd1", "planning", "hf.fc1", "production", "hf.sc1"));
        walk.submit("hf.kc1", "survey", new TreeMap<>(Map.of("surveyors", List.of("3401-kc1", "3401-kc2"), "visitedOn", "2008-03-05", "conclusion", "CAN_SUPPLY",
                "load", Map.of("capacityKva", 3200), "points", List.of(Map.of("feeder", "L34010003", "distanceM", 500))))).mustSucceed();
        var plan = walk.machineWorksPlan();
        plan.put("capacityKva", 3200);
        plan.put("circuits", List.of(Map.of("source", 1, "role", "MAIN", "substation", "B340100A", "feeder", "L34010003", "laying", "CABLE", "capacityKva", 3200,
                "selfBuilt", false, "demarcation", "小区开闭所进线柜")));
        plan.put("receivingPoints", List.of(Map.of("name", "1号配电房", "transformers", List.of(Map.of("capacityKva", 800, "count", 2)), "wiring", "单母线"),
                Map.of("name", "2号配电房", "transformers", List.of(Map.of("capacityKva", 800, "count", 2)), "wiring", "单母线")));
        plan.put("meteringPoints", List.of(Map.of("no", "1", "location", "高压计量柜", "mode", "HIGH_HIGH", "meteringClass", "II",
                "wiring", "THREE_PHASE_THREE_WIRE", "ctRatio", "200/5", "ptRatio", "10000/100")));
        plan.put("tariff", Map.of("scheme", "SINGLE_PART", "category", "居民生活用电"));
        plan.put("phases", List.of(Map.of("name", "一期", "capacityKva", 1600), Map.of("name", "二期", "capacityKva", 1600)));
        walk.submit("hf.zz1", "plan-draft", plan).mustSucceed();
        agree("plan-approval", 0, Map.of("production", "hf.sc1", "dispatch", "hf.dd1", "planning", "hf.fc1"));
        walk.submit("hf.yx1", "plan-approval", Map.of("decision", "APPROVED")).mustSucceed();
        submit("hf.jl1", "plan-reply", 0, Map.of()).mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        for (int phase : new int[] {1, 2}) {
            request("design-review", phase, Walk.DRAWINGS).mustSucceed();
            agree("design-review", phase, Map.of("distribution", "hf.pd1"));
            submit("hf.yx1", "design-review", phase, new TreeMap<>(Map.of("designer", Map.of("company", "客户自选设计院", "licenceNo", "A1", "licenceClass", "乙级",
                    "validUntil", "2012-01-01", "chosenBy", "CUSTOMER"), "drawings", List.of(Map.of("discipline", "SUBSTATION", "sheets", 9)), "conclusion", "AGREED",
                    "hiddenWorks", false))).mustSucceed();
        }

        office.day("2008-08-01");
        request("completion-inspection", 1, Walk.COMPLETION_PAPERS).mustSucceed();
        assertThat(limit("COMPLETION_INSPECTION", 1).path("dueOn").asString()).isEqualTo("2008-08-08");
        agree("completion-inspection", 1, Map.of("metering", "hf.zj1", "distribution", "hf.pd1"));
        submit("hf.jc1", "completion-inspection", 1, new TreeMap<>(Map.of("arrivedOn", "2008-08-01", "inspectors", List.of("3401-jc1"), "contractor", Walk.CONTRACTOR,
                "testUnit", Walk.CONTRACTOR, "items", Walk.items("completion-inspection"), "found", Map.of("installedKva", 1600), "conclusion", "QUALIFIED"))).mustSucceed();
        office.day("2008-11-03");
        request("completion-inspection", 2, Walk.COMPLETION_PAPERS).mustSucceed();
        assertThat(limit("COMPLETION_INSPECTION", 2).path("dueOn").asString()).isEqualTo("2008-11-10");
    }

    @Test
    void A10_each_phase_is_inspected_when_it_is_ready_and_nothing_is_filed_before_the_second_has_power() {
        bothPhasesRequested();
        var turns = walk.get("").path("summary").path("turns").valueStream().map(turn -> turn.path("stage").asString() + turn.path("phase").asInt()).toList();
        assertThat(turns).contains("metering1", "energisation1", "completion-inspection2").doesNotContain("metering2", "archive0");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void A10_of_480_households_two_are_refused_by_name_and_478_get_meter_account_and_card() {
        bothPhasesRequested();
        var community = walk.no;
        assertThat(office.post("cf.kf1", "/cases/" + community + "/household-batches", Map.of("phase", 3, "largestKw", 8)).rules()).containsExactly("household.phase-unknown");
        var opened = office.post("cf.kf1", "/cases/" + community + "/household-batches", Map.of("phase", 1, "largestKw", 8)).mustSucceed();
        var batch = opened.body().path("caseNo").asString();
        assertThat(opened.body().path("summary").path("procedure").asString()).isEqualTo("household-batch");
        assertThat(opened.body().path("summary").path("predecessor").asString()).isEqualTo(community);

        var used = usedMeter();
        var list = list(480, used);
        var trial = office.raw("cf.kf1", "/cases/" + batch + "/households?dryRun=true", list).mustSucceed().body();
        assertThat(trial.path("taken").asInt()).isEqualTo(478);
        assertThat(office.get("cf.kf1", "/cases/" + batch + "/households").body().path("households").size()).as("a trial keeps nothing").isZero();
        var taken = office.raw("cf.kf1", "/cases/" + batch + "/households", list).mustSucceed().body();
        assertThat(taken.path("taken").asInt()).isEqualTo(478);
        var refused = taken.path("rows").valueStream().filter(row -> !row.path("taken").asBoolean()).toList();
        assertThat(refused).extracting(row -> row.path("n").asInt()).containsExactly(113, 377);
        assertThat(refused).extracting(row -> row.path("violations").get(0).path("rule").asString()).containsExactly("household.meter-in-use", "household.no-address");
        assertThat(refused.getFirst().path("violations").get(0).path("sentence").asString()).contains(used);
        assertThat(office.raw("cf.kf1", "/cases/" + batch + "/households", list).mustSucceed().body().path("count").path("listed").asInt()).as("again").isEqualTo(478);
        assertThat(office.raw("fd.kf1", "/cases/" + batch + "/households", list).status()).as("another county's").isEqualTo(404);

        walk.no = batch;
        walk.submit("cf.kf1", "household-list", Map.of("customerSigner", "赵经理")).mustSucceed();
        assertThat(office.raw("cf.kf1", "/cases/" + batch + "/households", list).rules()).containsExactly("household.list-closed");
        agree("household-metering", 0, Map.of("issue", "hf.zc1", "verify", "hf.jd1"));
        walk.submit("hf.zj1", "household-metering", new TreeMap<>(Map.of("installedOn", "2008-11-03", "installers", List.of("3401-zj1"), "spec", "DDS 220V 10(40)A",
                "accuracy", "2.0", "certificateNo", "JD-PL-1", "certifiedUntil", "2013-11-01", "customerSigner", "赵经理"))).mustSucceed();
        var energised = new TreeMap<String, Object>(Map.of("day", "2008-11-03", "time", "15:00", "customerSigner", "赵经理"));
        assertThat(walk.submit("hf.zj1", "household-energisation", energised).rules()).containsExactly("household.community-without-power");

        walk.no = community;
        energiseFirstPhase();
        assertThat(walk.get("").path("summary").path("successors").valueStream().map(JsonNode::asString)).contains(batch);
        walk.no = batch;
        energised.put("leftOut", List.of(Map.of("n", 480, "reason", "户内未装修，业主要求缓接")));
        walk.submit("hf.zj1", "household-energisation", energised).mustSucceed();
        agree("household-billing", 0, Map.of("reading", "hf.cb1"));
        walk.submit("hf.df1", "household-billing", Map.of("book", "SH" + System.nanoTime() % 100000, "firstPlace", 1, "readingDay", 5, "cycle", "MONTHLY",
                "firstReadingOn", "2008-11-05")).mustSucceed();
        walk.submit("hf.da1", "archive", Map.of("shelf", "A-02-01", "volumes", 2, "originals", List.of())).mustSucceed();
        var supplied = office.get("cf.kf1", "/cases/" + batch + "/households?after=475&size=10").body();
        assertThat(supplied.path("count").path("supplied").asInt()).isEqualTo(477);
        assertThat(supplied.path("households").get(0).path("consumerNo").asString()).hasSize(13);
        assertThat(supplied.path("households").valueStream().filter(row -> row.path("state").asString().equals("OUT")).map(row -> row.path("n").asInt())).containsExactly(480);
        assertThat(walk.ledgerIntact()).isTrue();
    }

    /** A meter that hangs in a resident's house. */
    private String usedMeter() {
        var resident = new Walk(office);
        office.day("2008-11-03");
        resident.apply(resident.resident()).mustSucceed();
        resident.dispatch("2008-11-03").mustSucceed();
        resident.survey("2008-11-03", 8.89, "L34012107").mustSucceed();
        resident.submit("cf.kc1", "plan-draft", resident.residentPlan()).mustSucceed();
        resident.reply().mustSucceed();
        resident.sign("PLAN_REPLY").mustSucceed();
        resident.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        resident.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        var meter = resident.residentMeter("2008-11-03");
        resident.submit("cf.zj1", "metering", meter).mustSucceed();
        return String.valueOf(((Map<?, ?>) ((List<?>) meter.get("devices")).getFirst()).get("assetNo"));
    }

    /** So many households, the 113th with a meter that is in use, the 377th without an address. */
    private static String list(int households, String used) {
        var stamp = System.nanoTime() % 1_000_000;
        var list = new StringBuilder();
        for (int n = 1; n <= households; n++) {
            list.append("{\"n\":").append(n).append(n == 377 ? "" : ",\"address\":\"水湖花园" + stamp + " " + (n / 40 + 1) + "栋" + (n % 40 / 20 + 1) + "单元" + (n % 20 + 101) + "室\"")
                    .append(",\"areaM2\":").append(n % 5 == 0 ? 135 : 100)
                    .append(",\"assetNo\":\"").append(n == 113 ? used : "HB" + stamp + "-" + n).append("\",\"sealNo\":\"HF").append(stamp).append('-').append(n).append("\"}\n");
        }
        return list.toString();
    }

    private void energiseFirstPhase() {
        agree("contract", 0, Map.of("draft", "hf.jl1", "review", "hf.yx1"));
        walk.submit("hf.jl1", "contract", new TreeMap<>(Map.of("signedOn", "2008-11-03", "customer", Map.of("name", "赵经理", "capacity", "LEGAL_REPRESENTATIVE"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-2008-01"), "customerStamp", "OFFICIAL_SEAL",
                "annexes", List.of(Map.of("code", "DEMARCATION"), Map.of("code", "SETTLEMENT"))))).mustSucceed();
        submit("hf.jl1", "contract-annex", 1, new TreeMap<>(Map.of("signedOn", "2008-11-03", "customer", Map.of("name", "赵经理", "capacity", "LEGAL_REPRESENTATIVE"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-2008-01")))).mustSucceed();
        agree("metering", 1, Map.of("issue", "hf.zc1", "verify", "hf.jd1"));
        submit("hf.zj1", "metering", 1, classTwo(walk.highVoltageMeters("2008-11-03"))).mustSucceed();
        request("energisation", 1, List.of()).mustSucceed();
        agree("energisation", 1, Map.of("dispatch", "hf.dd1"));
        submit("hf.jl1", "energisation", 1, walk.energised("2008-11-03", true)).mustSucceed();
    }

    /** The ratios of the plan and the accuracy of class II. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> classTwo(Map<String, Object> meters) {
        var better = Map.of("METER", "0.5S", "CT", "0.2S", "PT", "0.2");
        meters.put("devices", ((List<Map<String, Object>>) meters.get("devices")).stream().map(device -> {
            var other = new TreeMap<>(device);
            other.put("accuracy", better.get(String.valueOf(device.get("kind"))));
            other.computeIfPresent("ratio", (key, ratio) -> device.get("kind").equals("CT") ? "200/5" : ratio);
            return other;
        }).toList());
        return meters;
    }

    @Test
    void M07_the_load_of_a_community_follows_from_its_households() {
        office.day("2008-03-03");
        var form = community();
        form.put("load", Map.of("phase", "THREE", "community", Map.of("dwellings", List.of(Map.of("areaM2", 100, "households", 240), Map.of("areaM2", 135, "households", 60)),
                "servicesM2", 800, "shopsM2", 1200)));
        var facts = walk.apply(form).mustSucceed().body().path("summary").path("facts");
        assertThat(facts.path("demandKw").decimalValue()).isEqualByComparingTo("1168");
        assertThat(facts.path("capacityKva").decimalValue()).as("2 × 1000").isEqualByComparingTo("2000");
        assertThat(facts.path("voltageKv").asInt()).isEqualTo(10);
        var load = office.post("cf.kf1", "/regulations/anhui-2008/community-load", ((Map<?, ?>) form.get("load")).get("community")).mustSucceed().body();
        assertThat(load.path("kw").decimalValue()).isEqualByComparingTo("1168");
        assertThat(load.path("kva").decimalValue()).isEqualByComparingTo("1297.8");
        assertThat(load.path("neededKva").decimalValue()).isEqualByComparingTo("1622.2");
        assertThat(load.path("transformers").path("count").asInt()).isEqualTo(2);
        assertThat(load.path("transformers").path("eachKva").asInt()).isEqualTo(1000);
    }
}
