package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yekuo.vocabulary.Answer;

/** What the documents of other years say, and what they say of changes of supply (变更用电): each look-up names the row that decides. */
class HistoryLookUpsTest {

    private static Evaluation evaluate(String pack, Map<String, String> facts) {
        return switch (Evaluation.of(PackReader.read(Path.of("src/main/resources/regulations/" + pack)), facts)) {
            case Answer.Done<Evaluation>(var evaluation) -> evaluation;
            case Answer.Refused<Evaluation>(var refusal) -> throw new AssertionError(refusal.violations());
        };
    }

    @ParameterizedTest(name = "{0}: {1} with {2} source(s) is replied to within {3} {4}")
    @CsvSource({
            "national-1996, LV_RES, 1, 5, DAY", "national-1996, LV_NONRES, 1, 10, DAY", "national-1996, HV, 1, 1, MONTH", "national-1996, HV, 2, 2, MONTH",
            "serc-2005, LV_RES, 1, 5, WORKING_DAY", "serc-2005, LV_NONRES, 1, 10, WORKING_DAY", "serc-2005, HV, 1, 30, WORKING_DAY", "serc-2005, HV, 2, 60, WORKING_DAY",
            "serc-2009, LV_RES, 1, 3, WORKING_DAY", "serc-2009, LV_NONRES, 1, 8, WORKING_DAY", "serc-2009, HV, 1, 20, WORKING_DAY", "serc-2009, HV, 2, 45, WORKING_DAY"})
    void the_statutory_time_for_a_reply(String pack, String customerClass, String sources, int amount, DayUnit unit) {
        assertThat(evaluate(pack, Map.of("class", customerClass, "sources", sources)).limits())
                .filteredOn(row -> row.limit().equals("PLAN_REPLY")).singleElement().satisfies(row -> {
                    assertThat(row.amount()).isEqualTo(amount);
                    assertThat(row.unit()).isEqualTo(unit);
                });
    }

    @Test
    void the_state_limits_arriving_for_an_inspection_not_its_written_result() {
        assertThat(evaluate("serc-2009", Map.of("class", "HV", "sources", "1")).limits()).filteredOn(row -> row.limit().equals("COMPLETION_INSPECTION")).singleElement()
                .satisfies(row -> {
                    assertThat(row.amount()).isEqualTo(7);
                    assertThat(row.stops()).containsExactly("completion-inspection.started");
                });
    }

    @ParameterizedTest(name = "{0} with {1} source(s): all links together {2} days")
    @CsvSource({"LV_NONRES, 1, 6", "HV, 1, 22", "HV, 2, 32"})
    void the_total_of_2020(String customerClass, String sources, int amount) {
        assertThat(evaluate("national-2020", Map.of("class", customerClass, "sources", sources)).limits()).filteredOn(row -> row.limit().equals("COMPANY_TOTAL"))
                .singleElement().satisfies(row -> assertThat(row.amount()).isEqualTo(amount));
    }

    @ParameterizedTest(name = "T03 {0}: three phases of {1} kW are {2}")
    @CsvSource({"national-1996, 100, LV_NONRES", "national-1996, 101, HV", "national-2020, 101, LV_NONRES", "national-2020, 160, LV_NONRES", "national-2020, 161, HV"})
    void where_high_voltage_begins(String pack, String kw, String customerClass) {
        var facts = evaluate(pack, Map.of("nature", "COMMERCIAL", "phaseKind", "THREE", "loadBasis", "KW", "demandKw", kw, "capacityKva", kw)).facts();
        assertThat(facts).containsEntry("class", customerClass);
    }

    @Test
    void F09_the_temporary_connection_fee_ends_with_november_2017() {
        var fee = PackReader.read(Path.of("src/main/resources/regulations/national-1996")).fee("TEMPORARY_CONNECTION").orElseThrow();
        assertThat(fee.chargeableOn(LocalDate.of(2017, 11, 30))).isTrue();
        assertThat(fee.chargeableOn(LocalDate.of(2017, 12, 1))).isFalse();
    }

    private static List<String> refusals(String pack, Map<String, String> facts) {
        return rows(pack, "alteration-checks", facts);
    }

    private static List<String> rows(String pack, String table, Map<String, String> facts) {
        return evaluate(pack, new TreeMap<>(facts)).tables().get(table).stream().map(DecisionTable.Row::id).collect(Collectors.toList());
    }

    @Test
    void V01_a_suspension_is_fifteen_days_at_least_and_until_2016_twice_a_year_at_most() {
        var first = Map.of("alteration", "SUSPEND", "class", "HV", "suspendDays", "20", "suspensionsThisYear", "0", "suspendDaysThisYear", "20");
        assertThat(rows("national-1996", "alteration", first)).containsExactly("suspend");
        assertThat(refusals("national-1996", first)).isEmpty();
        assertThat(refusals("national-1996", Map.of("alteration", "SUSPEND", "class", "HV", "suspendDays", "10", "suspensionsThisYear", "1", "suspendDaysThisYear", "30")))
                .containsExactly("suspend-too-short");
        var third = Map.of("alteration", "SUSPEND", "class", "HV", "suspendDays", "20", "suspensionsThisYear", "2", "suspendDaysThisYear", "60");
        assertThat(refusals("national-1996", third)).containsExactly("suspend-third-time");
        assertThat(refusals("national-2024", third)).isEmpty();
        assertThat(refusals("national-2024", Map.of("alteration", "SUSPEND", "class", "HV", "suspendDays", "20", "suspendDaysThisYear", "190")))
                .containsExactly("suspend-too-long");
    }

    @ParameterizedTest(name = "V03 a temporary swap at {0} kV lasts {1} months at most")
    @CsvSource({"10, 2", "35, 3"})
    void V03_a_temporary_swap(String kv, String months) {
        assertThat(evaluate("national-1996", Map.of("alteration", "TEMP_SWAP", "class", "HV", "voltageKv", kv)).tables().get("alteration")).singleElement()
                .satisfies(row -> assertThat(row.gives().get("longestMonths")).hasToString(months));
    }

    @Test
    void V04_arrears_stand_against_a_transfer_until_they_are_paid() {
        assertThat(refusals("national-1996", Map.of("alteration", "TRANSFER", "class", "LV_RES", "arrearsYuan", "1230.50"))).containsExactly("arrears");
        var paid = Map.of("alteration", "TRANSFER", "class", "LV_RES", "arrearsYuan", "0");
        assertThat(refusals("national-1996", paid)).isEmpty();
        assertThat(evaluate("national-1996", paid).tables().get("alteration")).singleElement().satisfies(row -> assertThat(row.gives().get("withinWorkingDays")).hasToString("5"));
    }

    @Test
    void V05_accounts_merged_may_not_have_more_than_they_had_together() {
        assertThat(refusals("national-2024", Map.of("alteration", "MERGE", "class", "HV", "capacityExcessKva", "85"))).containsExactly("merge-too-large");
        assertThat(refusals("national-2024", Map.of("alteration", "MERGE", "class", "HV", "capacityExcessKva", "0"))).isEmpty();
    }

    @Test
    void V06_a_resident_who_asks_for_a_suspension_is_told_to_have_the_meter_taken_off_for_a_time() {
        assertThat(evaluate("national-1996", Map.of("alteration", "SUSPEND", "class", "LV_RES")).tables().get("alteration")).singleElement().satisfies(row -> {
            assertThat(row.gives()).containsEntry("allowed", false).containsEntry("instead", "TEMP_REMOVE");
        });
    }
}
