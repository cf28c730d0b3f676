package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.Arrears;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** More capacity for an account there is (增容): the account is named, its own, and changed; there is no second one. */
class IncreaseScenarioIT extends Day {

    @Autowired
    private Accounts accounts;
    @Autowired
    private Arrears arrears;

    /** A resident with power, and the form with which she asks for more. */
    private Map<String, Object> resident(Map<String, Object> form) {
        office.day("2008-06-05");
        walk.apply(form).mustSucceed();
        supply(form, "2008-06-05", "2008-06-06", 8.89, walk.residentPlan(), walk.residentMeter("2008-06-06"));
        var more = new LinkedHashMap<>(form);
        more.put("business", "CAPACITY_INCREASE");
        more.put("account", account());
        more.put("load", Map.of("demandKw", 9, "phase", "SINGLE"));
        return more;
    }

    private void supply(Map<String, Object> form, String accepted, String day, Object kva, Map<String, Object> plan, Map<String, Object> meter) {
        walk.dispatch(day).mustSucceed();
        office.day(day);
        walk.survey(day, kva, "L34012107").mustSucceed();
        walk.submit("cf.kc1", "plan-draft", plan).mustSucceed();
        walk.reply().mustSucceed();
        walk.sign("PLAN_REPLY").mustSucceed();
        walk.opine("cf.jl2", "contract", "draft", 1, "AGREE").mustSucceed();
        walk.submit("cf.jl2", "contract", Map.of("signedOn", day, "customer", Map.of("name", "王小明", "capacity", "SELF"),
                "company", Map.of("name", "程玲", "capacity", "AUTHORISED", "authorityNo", "SQ-1"), "annexes", List.of(Map.of("code", "DEMARCATION")))).mustSucceed();
        walk.opine("cf.jd1", "metering", "verify", 1, "AGREE").mustSucceed();
        walk.opine("cf.zc1", "metering", "issue", 1, "AGREE").mustSucceed();
        walk.submit("cf.zj1", "metering", meter).mustSucceed();
        walk.submit("cf.zj1", "energisation", walk.residentEnergised(day)).mustSucceed();
    }

    private String account() {
        var summary = walk.get("").path("summary");
        return accounts.ofCustomer(new UnitCode("3401"), summary.path("customerId").asLong()).getFirst().consumerNo().value();
    }

    @Test
    void an_increase_changes_the_account_there_is_and_keeps_what_it_was() {
        var first = walk;
        var more = resident(first.resident());
        var number = String.valueOf(more.get("account"));
        assertThat(office.get("cf.kf1", "/accounts/" + number).mustSucceed().body().path("account").path("capacityKva").decimalValue()).isEqualByComparingTo("8.89");

        walk = new Walk(office);
        office.day("2008-07-01");
        var facts = walk.apply(more).mustSucceed().body().path("summary").path("facts");
        assertThat(facts.path("account").asString()).isEqualTo(number);
        assertThat(facts.path("existingKva").decimalValue()).isEqualByComparingTo("8.89");
        assertThat(facts.path("capacityKva").decimalValue()).isEqualByComparingTo("10");
        var plan = new LinkedHashMap<>(walk.residentPlan());
        plan.put("capacityKva", 10);
        plan.put("circuits", List.of(enlarged(((List<?>) plan.get("circuits")).getFirst())));
        supply(more, "2008-07-01", "2008-07-02", 10, plan, walk.residentMeter("2008-07-02"));

        var read = office.get("cf.kf1", "/accounts/" + number).mustSucceed().body();
        assertThat(read.path("account").path("capacityKva").decimalValue()).isEqualByComparingTo("10");
        assertThat(read.path("changes").size()).isEqualTo(1);
        assertThat(read.path("changes").get(0).path("capacityKva").decimalValue()).isEqualByComparingTo("8.89");
        assertThat(accounts.ofCustomer(new UnitCode("3401"), walk.get("").path("summary").path("customerId").asLong())).hasSize(1);
        assertThat(office.get("fd.kf1", "/accounts/" + number).status()).as("another county's").isEqualTo(404);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> enlarged(Object circuit) {
        var larger = new LinkedHashMap<>((Map<String, Object>) circuit);
        larger.put("capacityKva", 10);
        return larger;
    }

    @Test
    void the_capacity_after_the_increase_decides_the_voltage() {
        var more = resident(walk.resident());
        more.put("load", Map.of("demandKw", 12, "phase", "SINGLE"));
        walk = new Walk(office);
        office.day("2008-07-01");
        var facts = walk.apply(more).mustSucceed().body().path("summary").path("facts");
        assertThat(facts.path("existingKva").decimalValue()).isEqualByComparingTo("8.89");
        assertThat(facts.path("voltageKv").decimalValue()).isEqualByComparingTo("0.38");
    }

    @Test
    void what_is_owed_is_named_and_paying_it_opens_the_way() {
        var more = resident(walk.resident());
        var number = ConsumerNo.parse(String.valueOf(more.get("account"))).orElseThrow();
        arrears.record(number, new BigDecimal("236.50"), LocalDate.of(2008, 6, 20), Actor.system("test"));
        walk = new Walk(office);
        office.day("2008-07-01");
        var refused = walk.apply(more);
        assertThat(refused.rules()).containsExactly("acceptance.arrears");
        assertThat(refused.sentences().getFirst()).contains("236.50").contains(number.value());
        arrears.clear(number, Actor.system("test"));
        walk.apply(more).mustSucceed();
    }

    @Test
    void the_account_must_be_named_ones_own_at_the_place_and_smaller() {
        var more = resident(walk.resident());
        office.day("2008-07-01");
        assertThat(refusedWith(more, "account", null)).containsExactly("acceptance.account-missing");
        assertThat(refusedWith(more, "account", "12345")).containsExactly("acceptance.account-unknown");
        assertThat(refusedWith(more, "load", Map.of("demandKw", 7, "phase", "SINGLE"))).containsExactly("acceptance.not-an-increase");
        assertThat(refusedWith(more, "premises", Map.of("address", "长丰县水湖镇别处路9号"))).containsExactly("acceptance.account-elsewhere");
        assertThat(refusedWith(more, "applicant", new Walk(office).resident().get("applicant"))).containsExactly("acceptance.account-unknown");
        assertThat(refusedWith(more, "business", "NEW_INSTALL")).contains("acceptance.account-needless");
    }

    private List<String> refusedWith(Map<String, Object> form, String field, @org.jspecify.annotations.Nullable Object value) {
        var other = new LinkedHashMap<>(form);
        if (value == null) {
            other.remove(field);
        } else {
            other.put(field, value);
        }
        return new Walk(office).apply(other).rules();
    }
}
