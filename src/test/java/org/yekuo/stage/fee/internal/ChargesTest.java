package org.yekuo.stage.fee.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yekuo.stage.AnhuiPack;
import org.yekuo.stage.fee.FeePaid;
import org.yekuo.stage.plan.PlannedFee;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

class ChargesTest {

    private static final LocalDate DAY = LocalDate.of(2008, 9, 22);
    private static final PlannedFee DUE = new PlannedFee("HIGH_RELIABILITY", new Text("高可靠性供电费用", "High-reliability fee"),
            new BigDecimal("630"), new BigDecimal("100800.00"), "皖价服〔2004〕223号");

    @Test
    void what_the_plan_set_may_be_charged() {
        assertThat(check(DAY, List.of(DUE), item("HIGH_RELIABILITY", "630", "100800"))).isEmpty();
    }

    @Test
    void one_fen_more_is_refused() {
        assertThat(check(DAY, List.of(DUE), item("HIGH_RELIABILITY", "630", "100800.01"))).extracting(Violation::rule, Violation::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("fee.not-what-the-plan-says", "items[0].amount"));
    }

    @Test
    void what_the_plan_set_must_be_charged_and_what_it_did_not_may_not() {
        assertThat(rules(check(DAY, List.of(DUE)))).containsExactly("fee.item-missing");
        assertThat(rules(check(DAY, List.of(), item("HIGH_RELIABILITY", "630", "100800")))).containsExactly("fee.not-due");
    }

    @Test
    void f10_a_forbidden_item_is_refused_with_what_forbids_it() {
        assertThat(check(DAY, List.of(), item("LOAD_CONTROL", "0", "300"))).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("fee.forbidden");
            assertThat(violation.clause()).isNotNull();
        });
    }

    @Test
    void f09_the_temporary_connection_fee_ended_on_30_november_2017() {
        assertThat(rules(check(LocalDate.of(2017, 12, 1), List.of(), item("TEMPORARY_CONNECTION", "100", "10000")))).containsExactly("fee.not-chargeable");
        assertThat(rules(check(LocalDate.of(2017, 11, 30), List.of(), item("TEMPORARY_CONNECTION", "100", "10000")))).containsExactly("fee.no-rate");
    }

    @Test
    void an_item_without_a_basis_and_an_item_twice_are_refused() {
        assertThat(rules(check(DAY, List.of(), item("COFFEE", "1", "5")))).containsExactly("fee.not-in-catalogue");
        assertThat(rules(check(DAY, List.of(DUE), item("HIGH_RELIABILITY", "630", "100800"), item("HIGH_RELIABILITY", "630", "100800"))))
                .containsExactly("fee.item-twice");
    }

    private static List<Violation> check(LocalDate paidOn, List<PlannedFee> due, FeePaid.Item... items) {
        return Charges.check(AnhuiPack.PACK, due, new FeePaid(Arrays.asList(items), "R-1", paidOn));
    }

    private static List<String> rules(List<Violation> violations) {
        return violations.stream().map(Violation::rule).toList();
    }

    private static FeePaid.Item item(String code, String quantity, String amount) {
        return new FeePaid.Item(code, new BigDecimal(quantity), new BigDecimal(amount), "皖价服〔2004〕223号");
    }
}
