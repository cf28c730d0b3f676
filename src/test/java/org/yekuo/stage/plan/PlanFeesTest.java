package org.yekuo.stage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yekuo.stage.plan.Plans.circuit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yekuo.stage.AnhuiPack;
import org.yekuo.stage.plan.PlanDraft.Circuit;
import org.yekuo.stage.plan.PlanDraft.Laying;
import org.yekuo.stage.plan.PlanDraft.SourceRole;
import org.yekuo.vocabulary.Facts;

/** The high-reliability fee of 皖价服〔2004〕223号, by the examples of the field. */
class PlanFeesTest {

    private static final LocalDate DAY = LocalDate.of(2008, 6, 5);

    @Test
    void f01_two_cables_of_1000_kva_not_built_by_the_customer() {
        assertThat(fee(main(Laying.CABLE, "1000", false), standby(Laying.CABLE, "1000", false))).isEqualByComparingTo("315000");
    }

    @Test
    void f02_two_cables_of_1000_kva_built_by_the_customer() {
        assertThat(fee(main(Laying.CABLE, "1000", true), standby(Laying.CABLE, "1000", true))).isEqualByComparingTo("240000");
    }

    @Test
    void f02b_of_equal_circuits_the_cheaper_one_pays() {
        assertThat(fee(main(Laying.OVERHEAD, "1000", false), standby(Laying.CABLE, "1000", true))).isEqualByComparingTo("210000");
    }

    @Test
    void f03_the_largest_circuit_goes_free() {
        assertThat(fee(main(Laying.OVERHEAD, "1250", false), standby(Laying.OVERHEAD, "630", false))).isEqualByComparingTo("132300");
        assertThat(fee(main(Laying.OVERHEAD, "1250", true), standby(Laying.OVERHEAD, "630", true))).isEqualByComparingTo("100800");
    }

    @Test
    void f05_at_110_kv_cables_cost_half_as_much_again() {
        assertThat(at110(Laying.OVERHEAD)).isEqualByComparingTo("2520000");
        assertThat(at110(Laying.CABLE)).isEqualByComparingTo("3780000");
    }

    private static BigDecimal at110(Laying laying) {
        return PlanFees.total(PlanFees.of(AnhuiPack.PACK, Facts.NONE, Plans.at("110", "63000", List.of(main(laying, "31500", false), standby(laying, "31500", false))), DAY));
    }

    @Test
    void two_circuits_of_one_source_pay_all_the_same() {
        var second = circuit(1, SourceRole.MAIN, "A", "F-11", Laying.OVERHEAD, "630", false);
        assertThat(fee(main(Laying.OVERHEAD, "630", false), second)).isEqualByComparingTo("132300");
    }

    @Test
    void a_single_circuit_owes_nothing() {
        assertThat(PlanFees.of(AnhuiPack.PACK, Facts.NONE, Plans.works(), DAY)).isEmpty();
    }

    @Test
    void before_its_first_day_the_fee_is_not_due() {
        var draft = Plans.works("1000", List.of(main(Laying.CABLE, "1000", false), standby(Laying.CABLE, "1000", false)), null, null, null);
        assertThat(PlanFees.of(AnhuiPack.PACK, Facts.NONE, draft, LocalDate.of(2004, 7, 19))).isEmpty();
        assertThat(PlanFees.of(AnhuiPack.PACK, Facts.NONE, draft, LocalDate.of(2004, 7, 20))).hasSize(1);
    }

    private static BigDecimal fee(Circuit... circuits) {
        return PlanFees.total(PlanFees.of(AnhuiPack.PACK, Facts.NONE, Plans.works("1000", List.of(circuits), null, null, null), DAY));
    }

    private static Circuit main(Laying laying, String kva, boolean selfBuilt) {
        return circuit(1, SourceRole.MAIN, "A", "F-10", laying, kva, selfBuilt);
    }

    private static Circuit standby(Laying laying, String kva, boolean selfBuilt) {
        return circuit(2, SourceRole.STANDBY, "B", "F-20", laying, kva, selfBuilt);
    }
}
