package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.vocabulary.Answer;

/** What the packs of today say of the applications of the field: {@code anhui-2024}, and the references it is made of. */
class TodayPackTest {

    private static final Path FOLDER = Path.of("src/main/resources/regulations");
    private static final Pack PACK = PackReader.read(FOLDER.resolve("anhui-2024"));
    private static final Pack NATION = PackReader.read(FOLDER.resolve("national-2024"));

    @ParameterizedTest
    @CsvSource({"100, LV_NONRES", "101, LV_NONRES", "160, LV_NONRES", "160.01, HV", "161, HV"})
    void T03_up_to_160_kw_is_low_voltage(String kw, String expected) {
        assertThat(three(PACK, kw).facts()).containsEntry("class", expected);
        assertThat(three(NATION, kw).facts()).as("the state's own rules say the same").containsEntry("class", expected);
    }

    private static Evaluation three(Pack pack, String kw) {
        return evaluate(pack, "loadBasis=KW", "demandKw=" + kw, "capacityKva=" + kw, "nature=COMMERCIAL", "phaseKind=THREE");
    }

    @ParameterizedTest
    @CsvSource({"10, 0.22", "11, 0.22", "12, 0.22", "12.01, 0.38", "13, 0.38"})
    void T04_up_to_12_kw_may_be_supplied_by_a_single_phase(String kw, BigDecimal expected) {
        var found = evaluate(PACK, "loadBasis=KW", "demandKw=" + kw, "capacityKva=14", "nature=RESIDENTIAL", "phaseKind=SINGLE");
        assertThat(found.tables().get("voltage").getFirst().gives()).containsEntry("voltageKv", expected).containsEntry("preferred", true);
    }

    @ParameterizedTest
    @CsvSource({
        "T10, 800, 1, 2024-09-25, 2024-10-14",
        "T10, 800, 2, 2024-09-25, 2024-10-28",
        "T11, 800, 1, 2025-04-25, 2025-05-13",
        "T11, 800, 1, 2025-01-20, 2025-02-08",
        "T11, 800, 2, 2025-01-20, 2025-02-21"
    })
    void a_high_voltage_plan_is_due_by_the_state_after_ten_or_twenty_days(String scenario, String kva, String sources, LocalDate accepted, LocalDate due) {
        var facts = new String[] {"loadBasis=KVA", "capacityKva=" + kva, "nature=INDUSTRIAL", "voltageKv=10", "sources=" + sources};
        assertThat(due(PACK, accepted, "PLAN_REPLY", Standard.STATUTORY, facts)).as(scenario).isEqualTo(due);
        assertThat(due(NATION, accepted, "PLAN_REPLY", Standard.STATUTORY, facts)).as(scenario).isEqualTo(due);
    }

    @Test
    void T12_a_low_voltage_plan_is_due_after_three_days_of_which_one_is_a_worked_saturday() {
        var facts = new String[] {"loadBasis=KW", "demandKw=45", "capacityKva=50", "nature=COMMERCIAL", "phaseKind=THREE"};
        assertThat(due(PACK, LocalDate.of(2024, 9, 13), "PLAN_REPLY", Standard.STATUTORY, facts)).isEqualTo(LocalDate.of(2024, 9, 19));
    }

    @Test
    void T13_a_resident_has_power_after_five_days_in_all() {
        var facts = new String[] {"loadBasis=KW", "demandKw=8", "capacityKva=8.9", "nature=RESIDENTIAL", "phaseKind=SINGLE"};
        assertThat(due(PACK, LocalDate.of(2025, 1, 23), "WHOLE_PROCESS", Standard.COMMITTED, facts)).isEqualTo(LocalDate.of(2025, 2, 6));
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 22", "2, 20, 32"})
    void T26_the_links_of_35_kv_are_promised_one_by_one_and_together(String sources, int reply, int total) {
        var found = evaluate(PACK, "loadBasis=KVA", "capacityKva=6300", "nature=INDUSTRIAL", "voltageKv=35", "sources=" + sources);
        assertThat(found.facts()).containsEntry("drawingsReviewed", true);
        assertThat(amount(found, "PLAN_REPLY")).isEqualTo(reply);
        assertThat(amount(found, "DESIGN_REVIEW")).isEqualTo(3);
        assertThat(amount(found, "MID_INSPECTION")).isEqualTo(2);
        assertThat(amount(found, "COMPLETION_INSPECTION")).isEqualTo(3);
        assertThat(amount(found, "CONNECTION")).isEqualTo(3);
        assertThat(amount(found, "COMPANY_TOTAL")).isEqualTo(total);
        // Acceptance, the first day of the total, is over on the day it begins on.
        assertThat(limit(found, "COMPANY_TOTAL", Standard.COMMITTED).sumOf().stream().mapToInt(part -> amount(found, part.substring(0, part.indexOf('/')))).sum())
                .isEqualTo(total - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "10, NONE, false, false",
        "20, NONE, false, false",
        "35, NONE, false, true",
        "10, SECOND, false, true",
        "10, NONE, true, true"
    })
    void only_from_35_kv_for_important_customers_and_special_loads_are_drawings_looked_at(String kv, String importance, boolean special, boolean expected) {
        var found = evaluate(PACK, "loadBasis=KVA", "capacityKva=6300", "nature=INDUSTRIAL", "voltageKv=" + kv, "importance=" + importance, "specialLoad=" + special);
        assertThat(found.facts()).containsEntry("drawingsReviewed", expected);
        var stages = PACK.procedure("high-voltage").orElseThrow().stages().stream().filter(StageDefinition::customerFacing)
                .filter(stage -> !stage.when().conditions().containsKey("constrained")).toList();
        assertThat(stages).extracting(StageDefinition::key)
                .containsExactly("acceptance", "plan-reply", "design-review", "mid-inspection", "completion-inspection", "contract", "energisation");
    }

    @Test
    void V09_the_title_of_the_premises_may_follow_by_the_completion_inspection_where_it_is_promised() {
        var found = evaluate(PACK, "loadBasis=KVA", "capacityKva=630", "nature=INDUSTRIAL", "voltageKv=10");
        assertThat(found.checklist()).filteredOn(row -> row.dueBy().equals("acceptance")).extracting(row -> row.group() + " " + row.code()).containsExactlyInAnyOrder(
                "null APP_REPORT", "SUBJECT BUSINESS_LICENSE", "SUBJECT ORG_CODE", "PROMISED COMMITMENT", "PROMISED PROPERTY_CERT", "PROMISED LEASE");
        assertThat(found.checklist()).filteredOn(row -> "PROPERTY".equals(row.group())).extracting(ChecklistRow::dueBy).containsOnly("completion-inspection");
        var formerly = evaluate(PackReader.read(AnhuiPackTest.FOLDER), "loadBasis=KVA", "capacityKva=630", "nature=INDUSTRIAL", "voltageKv=10");
        assertThat(formerly.checklist()).filteredOn(row -> "PROPERTY".equals(row.group())).extracting(ChecklistRow::dueBy).containsOnly("acceptance");
    }

    @Test
    void whatever_proves_the_title_stands_in_for_the_promise_of_it() {
        for (var who : List.of("LV_RES", "LV_NONRES", "HV")) {
            var rows = PACK.checklists().stream().filter(row -> row.applies().conditions().get("class") instanceof Condition.OneOf one && one.holds(who)).toList();
            var title = rows.stream().filter(row -> "PROPERTY".equals(row.group())).map(ChecklistRow::code).toList();
            assertThat(rows).as(who).filteredOn(row -> "PROMISED".equals(row.group())).extracting(ChecklistRow::code).containsAll(title).contains("COMMITMENT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "M01, 630, INDUSTRIAL, III, HIGH_HIGH, TWO_PART, , 0.9",
        "M01, 630, NON_INDUSTRIAL, III, HIGH_HIGH, TWO_PART, , 0.85",
        "M02, 250, INDUSTRIAL, IV, HIGH_LOW, SINGLE_PART, TWO_PART, 0.9",
        "M02, 100, INDUSTRIAL, IV, HIGH_LOW, SINGLE_PART, , 0.85",
        "M02, 100.01, COMMERCIAL, IV, HIGH_LOW, SINGLE_PART, TWO_PART, 0.85",
        "M02, 314.99, INDUSTRIAL, IV, HIGH_LOW, SINGLE_PART, TWO_PART, 0.9",
        "M02, 315, INDUSTRIAL, III, HIGH_HIGH, TWO_PART, , 0.9",
        "M03, 2500, INDUSTRIAL, III, HIGH_HIGH, TWO_PART, , 0.9",
        "M03, 12500, INDUSTRIAL, III, HIGH_HIGH, TWO_PART, , 0.9"
    })
    void metering_goes_by_the_voltage_metered_and_the_tariff_by_capacity(
            String scenario, String kva, String nature, String meterClass, String mode, String scheme, String optional, BigDecimal powerFactor) {
        var found = evaluate(PACK, "loadBasis=KVA", "capacityKva=" + kva, "nature=" + nature, "voltageKv=10");
        assertThat(one(found, "meter-class")).as(scenario).containsEntry("meterClass", meterClass);
        assertThat(one(found, "metering-mode")).as(scenario).containsEntry("mode", mode);
        assertThat(one(found, "tariff-scheme")).as(scenario).containsEntry("scheme", scheme);
        assertThat(one(found, "tariff-scheme").get("optional")).as(scenario).isEqualTo(optional);
        assertThat((BigDecimal) one(found, "power-factor").get("standard")).as(scenario).isEqualByComparingTo(powerFactor);
    }

    @Test
    void the_only_fee_of_today_is_the_provinces_for_high_reliability() {
        assertThat(PACK.fees()).filteredOn(fee -> fee.status() == FeeItem.Status.CHARGEABLE).extracting(FeeItem::code).containsExactly("HIGH_RELIABILITY");
        assertThat(PACK.fee("HIGH_RELIABILITY")).hasValueSatisfying(fee -> assertThat(fee.basis().from()).as("its rates are the province's own").isNull());
        for (var code : List.of("TEMPORARY_CONNECTION", "RECONNECTION", "RENAME_TRANSFER", "LOAD_CONTROL", "HOUSEHOLD_METER", "DESIGN_REVIEW")) {
            assertThat(PACK.fee(code).orElseThrow().chargeableOn(LocalDate.of(2025, 3, 3))).as(code).isFalse();
        }
    }

    @Test
    void a_row_says_which_pack_it_was_taken_from() {
        var found = evaluate(PACK, "loadBasis=KVA", "capacityKva=630", "nature=INDUSTRIAL", "voltageKv=10");
        assertThat(limit(found, "PLAN_REPLY", Standard.STATUTORY).basis().from()).isEqualTo("national-2024");
        assertThat(limit(found, "PLAN_REPLY", Standard.COMMITTED).basis().from()).isEqualTo("sgcc-2022");
        assertThat(found.approvals()).allSatisfy(row -> assertThat(row.basis().from()).isNull());
        assertThat(found.tables().get("class").getFirst().basis().from()).isEqualTo("national-2024");
    }

    private static LocalDate due(Pack pack, LocalDate accepted, String limit, Standard standard, String... facts) {
        var found = limit(evaluate(pack, facts), limit, standard);
        assertThat(found.unit()).isEqualTo(DayUnit.WORKING_DAY);
        return PublishedYears.china().add(accepted, found.amount());
    }

    private static Evaluation evaluate(Pack pack, String... facts) {
        var given = new HashMap<>(Map.of("business", "NEW_INSTALL"));
        Arrays.stream(facts).map(fact -> fact.split("=")).forEach(fact -> given.put(fact[0], fact[1]));
        return switch (Evaluation.of(pack, given)) {
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

    private static int amount(Evaluation found, String limit) {
        return limit(found, limit, Standard.COMMITTED).amount();
    }
}
