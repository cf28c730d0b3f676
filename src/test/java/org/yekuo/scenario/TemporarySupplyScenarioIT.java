package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.stage.temporary.WatchingTemporarySupplies;
import org.yekuo.vocabulary.CaseNo;

/** A supply for a building site (临时用电): for a term, watched to its end, prolonged once, removed or made permanent. */
class TemporarySupplyScenarioIT extends Day {

    private static final String PATH = "/temporary-supply";

    @Autowired
    private WatchingTemporarySupplies watching;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_building_site_is_supplied_for_six_months_reminded_of_thrice_and_reported_when_it_runs_out() {
        energise();
        var contract = jdbc.sql("select type, ends_on::text as until from supply_contract where case_no = ?").param(walk.no).query().singleRow();
        assertThat(contract).containsEntry("type", "TEMPORARY").containsEntry("until", "2008-12-05");
        assertThat(supply().path("supply").path("state").asString()).isEqualTo("RUNNING");

        for (var day : new String[] {"2008-11-04", "2008-11-05", "2008-11-05", "2008-11-25", "2008-12-02", "2008-12-03", "2008-12-05"}) {
            office.day(day);
            watching.watch(500);
        }
        assertThat(sent("temporary-supply.ends-soon")).as("30, 10 and 3 days before, once each").isEqualTo(3);
        assertThat(sent("temporary-supply.expired")).isZero();
        office.day("2008-12-08");
        watching.watch(500);
        watching.watch(500);
        assertThat(sent("temporary-supply.expired")).isEqualTo(1);
        var supply = supply().path("supply");
        assertThat(supply.path("state").asString()).isEqualTo("EXPIRED");
        assertThat(supply.path("taskFor").asString()).as("a task for the account manager").startsWith("340121-jl");
        assertThat(office.get("ds.jl1", "/temporary-supplies?state=EXPIRED&size=100").mustSucceed().body().path("items").valueStream()
                .noneMatch(item -> item.path("supply").path("caseNo").asString().equals(walk.no))).as("another county does not see it").isTrue();

        assertThat(walk.act("cf.jl1", PATH + "/prolongation", prolongation("2009-03-01")).rules()).containsExactly("temporary.not-running");
        assertThat(walk.act("cf.kc1", PATH + "/removal", Map.of("removedOn", "2008-12-08", "slipNo", "CC-1")).status()).isEqualTo(403);
        walk.act("cf.jl1", PATH + "/removal", Map.of("removedOn", "2008-12-08", "slipNo", "CC-2008-12")).mustSucceed();
        assertThat(supply().path("supply").path("state").asString()).isEqualTo("REMOVED");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void it_is_prolonged_once_by_the_customers_application_and_reminded_of_anew() {
        energise();
        office.day("2008-11-28");
        watching.watch(500);
        assertThat(walk.act("cf.jl1", PATH + "/prolongation", prolongation("2009-06-30")).rules()).containsExactly("temporary.prolonged-too-far");
        walk.act("cf.jl1", PATH + "/prolongation", prolongation("2009-03-05")).mustSucceed();
        assertThat(jdbc.sql("select ends_on::text from supply_contract where case_no = ?").param(walk.no).query(String.class).single()).isEqualTo("2009-03-05");
        assertThat(walk.act("cf.jl1", PATH + "/prolongation", prolongation("2009-04-05")).rules()).containsExactly("temporary.prolonged-already");
        office.day("2008-12-08");
        watching.watch(500);
        assertThat(supply().path("supply").path("state").asString()).isEqualTo("RUNNING");
        office.day("2009-02-04");
        watching.watch(500);
        assertThat(sent("temporary-supply.ends-soon")).isEqualTo(2);
    }

    @Test
    void it_is_made_permanent_by_a_linked_application_that_asks_nothing_twice() {
        energise();
        var temporary = walk.no;
        var form = site();
        form.put("business", "CAPACITY_INCREASE");
        form.remove("temporary");
        form.put("applicant", applicant);
        form.put("premises", premises);
        var account = supply().path("supply").path("consumerNo");
        form.put("account", account.isObject() ? account.path("value").asString() : account.asString());
        var increase = office.post("cf.kf1", "/applications", form);
        assertThat(increase.rules()).contains("acceptance.temporary-unalterable");

        office.day("2008-11-10");
        var made = walk.act("cf.kf1", PATH + "/permanent", Map.of("documents", Walk.papers(List.of("PROPERTY_CERT")))).mustSucceed();
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.caseStatus()).isEqualTo("ACCEPTED");
        var summary = made.body().path("summary");
        assertThat(summary.path("predecessor").toString()).contains(temporary);
        assertThat(summary.path("application").path("business").asString()).isEqualTo("NEW_INSTALL");
        assertThat(summary.path("application").path("project").path("name").asString()).isEqualTo("金梅路工地");
        assertThat(walk.get("").path("summary").path("successors").toString()).contains(made.caseNo());
        assertThat(supply().path("supply").path("state").asString()).as("watched until the new supply is on").isEqualTo("RUNNING");

        var permanent = new Walk(office);
        permanent.no = made.caseNo();
        throughToPower(permanent, "2008-11-12");
        assertThat(supply().path("supply").path("state").asString()).isEqualTo("PERMANENT");
    }

    @Test
    void without_purpose_and_term_or_too_long_or_without_a_meter_it_is_refused_and_no_fee_is_invented() {
        office.day("2008-06-05");
        var none = site();
        none.remove("temporary");
        assertThat(walk.apply(none).rules()).containsExactly("acceptance.temporary-missing");
        var wrong = site();
        wrong.put("temporary", Map.of("purpose", "工地施工", "until", "2009-06-05", "metered", false));
        assertThat(walk.apply(wrong).rules()).containsExactlyInAnyOrder("acceptance.temporary-too-long", "acceptance.temporary-unmetered");
        var permitted = site();
        permitted.put("temporary", Map.of("purpose", "工地施工", "until", "2009-06-05", "permittedBy", "长供营〔2008〕15号"));
        assertThat(walk.apply(permitted).mustSucceed().caseStatus()).isEqualTo("ACCEPTED");
        walk.dispatch("2008-06-06").mustSucceed();
        office.day("2008-06-06");
        walk.survey("2008-06-06", 50, "L34012107").mustSucceed();
        assertThat(walk.submit("cf.kc1", "plan-draft", walk.shopPlan()).mustSucceed().body().path("summary").path("facts").path("feeDue").asBoolean(true)).isFalse();
    }

    @Test
    void a_site_at_high_voltage_follows_its_own_procedure() {
        office.day("2008-06-05");
        var form = walk.machineWorks();
        form.put("business", "TEMPORARY");
        form.put("requiredBy", "2008-07-01");
        form.put("temporary", Map.of("purpose", "施工变压器", "until", "2008-12-20"));
        form.put("documents", Walk.papers(List.of("APP_REPORT", "EQUIP_LIST", "LEGAL_ID", "BUILDING_PERMIT", "BUSINESS_LICENSE")));
        var accepted = walk.apply(form).mustSucceed();
        assertThat(accepted.caseStatus()).isEqualTo("ACCEPTED");
        assertThat(accepted.body().path("summary").path("procedure").asString()).isEqualTo("temporary-high-voltage");
    }

    private Map<String, Object> applicant;
    private Map<String, Object> premises;

    private Map<String, Object> site() {
        var form = new LinkedHashMap<>(walk.machineWorks());
        form.put("business", "TEMPORARY");
        form.put("project", Map.of("name", "金梅路工地", "nature", "NON_INDUSTRIAL", "industry", "建筑", "products", "厂房"));
        form.put("load", Map.of("demandKw", 45, "phase", "THREE"));
        form.put("requiredBy", "2008-06-10");
        form.put("temporary", Map.of("purpose", "工地施工", "until", "2008-12-05"));
        form.put("documents", Walk.papers(List.of("APP_REPORT", "LEGAL_ID", "BUILDING_PERMIT", "BUSINESS_LICENSE")));
        return form;
    }

    @SuppressWarnings("unchecked")
    private void energise() {
        office.day("2008-06-05");
        var form = site();
        applicant = (Map<String, Object>) form.get("applicant");
        premises = (Map<String, Object>) form.get("premises");
        assertThat(walk.apply(form).mustSucceed().caseStatus()).isEqualTo("ACCEPTED");
        throughToPower(walk, "2008-06-06");
    }

    private void throughToPower(Walk way, String day) {
        way.dispatch(day).mustSucceed();
        office.day(day);
        way.survey(day, 50, "L34012107").mustSucceed();
        way.submit("cf.kc1", "plan-draft", way.shopPlan()).mustSucceed();
        way.reply().mustSucceed();
        way.sign("PLAN_REPLY").mustSucceed();
        way.request("completion-inspection", List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT")).mustSucceed();
        way.inspectLowVoltage(day).mustSucceed();
        way.contractDraft().mustSucceed();
        way.contract(day, "cf.jl2").mustSucceed();
        way.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        way.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        way.submit("cf.zj1", "metering", way.threePhaseMeter(day)).mustSucceed();
        way.submit("cf.zj1", "energisation", way.residentEnergised(day)).mustSucceed();
    }

    private Map<String, Object> prolongation(String until) {
        return Map.of("until", until, "applicationNo", "YQ-2008-7", "reason", "工期延长");
    }

    private tools.jackson.databind.JsonNode supply() {
        return office.get("cf.jl1", "/temporary-supplies?size=100").mustSucceed().body().path("items").valueStream()
                .filter(item -> item.path("supply").path("caseNo").toString().contains(walk.no)).findFirst().orElseThrow();
    }

    private long sent(String topic) {
        return jdbc.sql("select count(*) from outbox where unit = ? and case_no = ? and topic = ?").params(new CaseNo(walk.no).unit().value(), walk.no, topic)
                .query(Long.class).single();
    }
}
