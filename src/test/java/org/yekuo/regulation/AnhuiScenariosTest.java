package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Answer;

/** What {@code anhui-2008} says of the applications of the field: given facts, expected class, voltage, limit, approver, metering. */
class AnhuiScenariosTest {

    private static final Pack PACK = PackReader.read(AnhuiPackTest.FOLDER);

    @ParameterizedTest
    @CsvSource({
        "KW, 100, 111.1, COMMERCIAL, LV_NONRES",
        "KW, 100, 111.1, RESIDENTIAL, LV_RES",
        "KW, 101, 112.2, COMMERCIAL, HV",
        "KW, 161, 178.9, RESIDENTIAL, HV",
        "KVA, 45, 50, INDUSTRIAL, LV_NONRES",
        "KVA, 45, 50.01, INDUSTRIAL, HV"
    })
    void up_to_100_kw_or_50_kva_is_low_voltage(String basis, String kw, String kva, String nature, String expected) {
        var found = evaluate("loadBasis=" + basis, "demandKw=" + kw, "capacityKva=" + kva, "nature=" + nature, "phaseKind=THREE");
        assertThat(found.facts()).containsEntry("class", expected);
    }

    @ParameterizedTest
    @CsvSource({"9.9, 0.22", "10, 0.38", "11, 0.38", "13, 0.38"})
    void a_single_phase_supply_is_for_less_than_10_kw(String kw, BigDecimal expected) {
        var found = evaluate("loadBasis=KW", "demandKw=" + kw, "capacityKva=" + kw, "nature=RESIDENTIAL", "phaseKind=SINGLE");
        assertThat(found.tables().get("voltage").getFirst().gives()).containsEntry("voltageKv", expected).containsEntry("preferred", true);
    }

    @Test
    void below_10_kw_three_phases_may_be_chosen_with_a_reason() {
        var found = evaluate("loadBasis=KW", "demandKw=9.9", "capacityKva=11", "nature=RESIDENTIAL", "phaseKind=SINGLE");
        assertThat(found.tables().get("voltage")).extracting(row -> row.gives().get("preferred")).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "630, 1, NONE, CITY, 15, 30, MARKETING_HEAD, CITY, distribution+dispatch",
        "629.99, 1, NONE, CITY, 15, 30, EXPANSION_SPECIALIST, CITY, distribution",
        "1259.99, 1, NONE, COUNTY, 15, 30, MARKETING_HEAD, HANDLER, distribution+dispatch",
        "1260, 1, NONE, COUNTY, 15, 30, MARKETING_HEAD, CITY, production+dispatch+planning",
        "500, 2, NONE, COUNTY, 30, 60, MARKETING_HEAD, CITY, production+dispatch+planning",
        "3200, 2, FIRST, CITY, 30, 60, MARKETING_HEAD, CITY, production+dispatch+planning",
        "500, 1, SECOND, CITY, 15, 30, MARKETING_HEAD, CITY, production+dispatch+planning"
    })
    void a_10_kv_plan_is_promised_and_approved_by_size_sources_and_importance(
            String kva, String sources, String importance, String area, int committed, int statutory, Role approver, Level level, String countersigns) {
        var found = evaluate("loadBasis=KVA", "capacityKva=" + kva, "nature=INDUSTRIAL", "voltageKv=10", "sources=" + sources, "importance=" + importance, "area=" + area);
        assertThat(found.procedure()).isEqualTo("high-voltage");
        assertThat(amount(found, "PLAN_REPLY", Standard.COMMITTED)).isEqualTo(committed);
        assertThat(amount(found, "PLAN_REPLY", Standard.STATUTORY)).isEqualTo(statutory);
        var approval = approval(found, "PLAN");
        assertThat(approval.approver()).isEqualTo(approver);
        assertThat(approval.level()).isEqualTo(level);
        assertThat(approval.countersigns()).extracting(ApprovalRow.Countersign::key).containsExactly(countersigns.split("\\+"));
        assertThat(approval.standingDelegation()).isFalse();
    }

    @Test
    void from_110_kv_the_province_approves_and_the_access_design_may_stop_the_clock() {
        var found = evaluate("loadBasis=KVA", "capacityKva=31500", "nature=INDUSTRIAL", "voltageKv=110", "importance=FIRST");
        assertThat(approval(found, "PLAN").level()).isEqualTo(Level.PROVINCE);
        assertThat(approval(found, "PLAN").countersigns()).extracting(ApprovalRow.Countersign::level).containsOnly(Level.PROVINCE);
        assertThat(approval(found, "ENERGISATION").approver()).isEqualTo(Role.MARKETING_HEAD);
        assertThat(limit(found, "PLAN_REPLY", Standard.COMMITTED).pauses()).contains("ACCESS_DESIGN");
        var unimportant = evaluate("loadBasis=KVA", "capacityKva=31500", "nature=INDUSTRIAL", "voltageKv=110");
        assertThat(approval(unimportant, "ENERGISATION").approver()).isEqualTo(Role.ACCOUNT_MANAGER);
        var lower = evaluate("loadBasis=KVA", "capacityKva=31500", "nature=INDUSTRIAL", "voltageKv=35");
        assertThat(limit(lower, "PLAN_REPLY", Standard.COMMITTED).pauses()).doesNotContain("ACCESS_DESIGN");
    }

    @ParameterizedTest
    @CsvSource({"LV_RES, RESIDENTIAL, 3, 5, 3", "LV_NONRES, COMMERCIAL, 7, 10, 5"})
    void low_voltage_has_its_promises_and_a_standing_delegation(String customer, String nature, int reply, int statutory, int connection) {
        var found = evaluate("loadBasis=KW", "demandKw=45", "capacityKva=50", "nature=" + nature, "phaseKind=THREE");
        assertThat(found.facts()).containsEntry("class", customer);
        assertThat(amount(found, "PLAN_REPLY", Standard.COMMITTED)).isEqualTo(reply);
        assertThat(amount(found, "PLAN_REPLY", Standard.STATUTORY)).isEqualTo(statutory);
        assertThat(amount(found, "CONNECTION", Standard.COMMITTED)).isEqualTo(connection);
        assertThat(approval(found, "PLAN").standingDelegation()).isTrue();
        assertThat(found.limits()).extracting(LimitRow::limit).doesNotContain("DESIGN_REVIEW", "MID_INSPECTION");
    }

    @ParameterizedTest
    @CsvSource({
        "630, INDUSTRIAL, III, HIGH_HIGH, TWO_PART, 0.9",
        "630, NON_INDUSTRIAL, III, HIGH_HIGH, SINGLE_PART, 0.85",
        "250, INDUSTRIAL, IV, HIGH_LOW, SINGLE_PART, 0.9",
        "2500, INDUSTRIAL, II, HIGH_HIGH, TWO_PART, 0.9",
        "12500, INDUSTRIAL, I, HIGH_HIGH, TWO_PART, 0.9",
        "160, INDUSTRIAL, IV, HIGH_LOW, SINGLE_PART, 0.85",
        "160.01, INDUSTRIAL, IV, HIGH_LOW, SINGLE_PART, 0.9",
        "100, AGRICULTURAL, IV, HIGH_LOW, SINGLE_PART, 0.8",
        "80, NON_INDUSTRIAL, IV, HIGH_LOW, SINGLE_PART, "
    })
    void metering_tariff_and_power_factor_follow_capacity_and_nature(
            String kva, String nature, String meterClass, String mode, String scheme, BigDecimal powerFactor) {
        var found = evaluate("loadBasis=KVA", "capacityKva=" + kva, "nature=" + nature, "voltageKv=10");
        assertThat(one(found, "meter-class")).containsEntry("meterClass", meterClass);
        assertThat(one(found, "metering-mode")).containsEntry("mode", mode);
        assertThat(one(found, "tariff-scheme")).containsEntry("scheme", scheme);
        assertThat(one(found, "power-factor")).containsEntry("applies", powerFactor != null);
        if (powerFactor != null) {
            assertThat((BigDecimal) one(found, "power-factor").get("standard")).isEqualByComparingTo(powerFactor);
        }
    }

    @Test
    void a_single_phase_meter_is_of_class_v() {
        var found = evaluate("loadBasis=KW", "demandKw=8", "capacityKva=8.9", "nature=RESIDENTIAL", "phaseKind=SINGLE");
        assertThat(one(found, "meter-class")).containsEntry("meterClass", "V");
    }

    @ParameterizedTest
    @CsvSource({"KW, 8, 8.9, RESIDENTIAL", "KVA, 600, 630, INDUSTRIAL"})
    void the_reply_names_the_validity_that_the_limit_enforces(String basis, String kw, String kva, String nature) {
        var found = evaluate("loadBasis=" + basis, "demandKw=" + kw, "capacityKva=" + kva, "nature=" + nature, "phaseKind=THREE");
        var limit = limit(found, "REPLY_VALIDITY", Standard.STATUTORY);
        var extension = limit.extension();
        assertThat(extension).isNotNull();
        assertThat(one(found, "reply-validity"))
                .containsEntry("amount", BigDecimal.valueOf(limit.amount()))
                .containsEntry("unit", limit.unit().name())
                .containsEntry("extendBeforeDays", BigDecimal.valueOf(extension.applyDaysBefore()));
        assertThat(limit.onExpiry()).isEqualTo(LimitRow.OnExpiry.END_CASE);
    }

    @Test
    void assessed_connection_adds_the_wait_for_our_contract_draft() {
        var found = evaluate("loadBasis=KVA", "capacityKva=630", "nature=INDUSTRIAL", "voltageKv=10");
        assertThat(limit(found, "CONNECTION", Standard.ASSESSED).sumOf()).containsExactly("CONNECTION/COMMITTED", "CONTRACT_DRAFT/ASSESSED");
        assertThat(limit(found, "CONTRACT_DRAFT", Standard.ASSESSED).stops()).containsExactly("contract.draft.closed");
    }

    @Test
    void the_temporary_fee_ends_on_the_last_of_november_2017() {
        var fee = PACK.fee("TEMPORARY_CONNECTION").orElseThrow();
        assertThat(fee.chargeableOn(LocalDate.of(2017, 11, 30))).isTrue();
        assertThat(fee.chargeableOn(LocalDate.of(2017, 12, 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECONNECTION", "RENAME_TRANSFER", "LOAD_TERMINAL", "TIEFEI"})
    void an_abolished_fee_is_never_charged(String code) {
        assertThat(PACK.fee(code).orElseThrow().chargeableOn(LocalDate.of(2019, 1, 2))).isFalse();
    }

    @Test
    void the_fees_that_apply_are_part_of_an_evaluation() {
        var one = evaluate("loadBasis=KVA", "capacityKva=630", "nature=INDUSTRIAL", "voltageKv=10");
        var two = evaluate("loadBasis=KVA", "capacityKva=630", "nature=INDUSTRIAL", "voltageKv=10", "circuits=2");
        assertThat(one.fees()).isEmpty();
        assertThat(two.fees()).extracting(FeeItem::code).containsExactly("HIGH_RELIABILITY");
    }

    @Test
    void a_high_voltage_application_hands_in_nine_papers_of_which_two_have_alternatives() {
        var found = evaluate("loadBasis=KVA", "capacityKva=630", "nature=INDUSTRIAL", "voltageKv=10", "agent=true", "specialTrade=true");
        var atAcceptance = found.checklist().stream().filter(row -> row.dueBy().equals("acceptance")).toList();
        assertThat(atAcceptance).extracting(ChecklistRow::code).containsExactlyInAnyOrder("APP_REPORT", "PROPERTY_CERT", "LEASE", "EQUIP_LIST",
                "BUSINESS_LICENSE", "ORG_CODE", "LEGAL_ID", "SITE_PLAN", "PROJECT_APPROVAL", "SITE_OPINION", "AUTH", "AGENT_ID", "SPECIAL_PERMIT");
        assertThat(atAcceptance).filteredOn(row -> row.group() != null).extracting(ChecklistRow::group)
                .containsExactlyInAnyOrder("PROPERTY", "PROPERTY", "LICENSE_OR_ORG", "LICENSE_OR_ORG");
    }

    private static Evaluation evaluate(String... facts) {
        var given = new HashMap<>(Map.of("business", "NEW_INSTALL"));
        Arrays.stream(facts).map(fact -> fact.split("=")).forEach(fact -> given.put(fact[0], fact[1]));
        return switch (Evaluation.of(PACK, given)) {
            case Answer.Done<Evaluation>(var evaluation) -> evaluation;
            case Answer.Refused<Evaluation>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Map<String, Object> one(Evaluation found, String table) {
        List<DecisionTable.Row> rows = found.tables().get(table);
        assertThat(rows).as(table).hasSize(1);
        return rows.getFirst().gives();
    }

    private static LimitRow limit(Evaluation found, String limit, Standard standard) {
        var rows = found.limits().stream().filter(row -> row.limit().equals(limit) && row.standard() == standard).toList();
        assertThat(rows).as(limit + "/" + standard).hasSize(1);
        return rows.getFirst();
    }

    private static int amount(Evaluation found, String limit, Standard standard) {
        return limit(found, limit, standard).amount();
    }

    private static ApprovalRow approval(Evaluation found, String subject) {
        return found.approvals().stream().filter(row -> row.subject().equals(subject)).findFirst().orElseThrow();
    }
}
