package org.yekuo.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yekuo.regulation.Assessment;
import org.yekuo.regulation.PackReader;
import org.yekuo.supervision.Indicators.Alike;
import org.yekuo.supervision.Indicators.Ratio;
import org.yekuo.supervision.Stock.Amount;

/** The arithmetic of indicators, with the weights of the pack that ships. */
class IndicatorsTest {

    private static final List<Assessment.Weight> WEIGHTS = new Assessment(PackReader.read(Path.of("src/main/resources/regulations/anhui-2008"))).weights();

    private static Alike alike(String category, String due, String late, String answer, long cases) {
        return new Alike("340121", YearMonth.of(2008, 6), true, category, "ARCHIVED", due, late, answer, cases, 0, cases * 9, cases, cases * 30);
    }

    private static Indicators of(Alike... alike) {
        return new Indicators(List.of(alike), WEIGHTS);
    }

    @Test
    void K01_eighteen_of_twenty_and_196_of_200_and_nine_of_ten_make_92_4() {
        var whole = of(alike("HV", "ABDE", "", "SATISFIED", 18), alike("HV", "ABDE", "D", "SATISFIED", 2), alike("LV", "AE", "", "SATISFIED", 196), alike("LV", "AE", "E", "SATISFIED", 4),
                alike("DG_CHARGING", "W", "", "SATISFIED", 9), alike("DG_CHARGING", "W", "W", "SATISFIED", 1));
        assertThat(whole.rate()).isEqualByComparingTo("92.4");
        assertThat(whole.categories()).extracting(category -> category.onTime().percent()).usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("90"), new BigDecimal("98"), new BigDecimal("90"));
        assertThat(whole.shared()).isFalse();
        assertThat(whole.companyDays()).isEqualByComparingTo("9");
        assertThat(whole.processDays()).isEqualByComparingTo("30");
    }

    @Test
    void K02_one_late_link_makes_the_whole_case_late_and_only_that_link() {
        var whole = of(alike("HV", "ABCDE", "B", "", 1), alike("HV", "ABDE", "", "", 1));
        assertThat(whole.onTime()).isEqualTo(new Ratio(1, 2));
        assertThat(whole.links()).extracting(Indicators.Link::link, Indicators.Link::onTime).containsExactly(
                org.assertj.core.groups.Tuple.tuple("A", new Ratio(2, 2)), org.assertj.core.groups.Tuple.tuple("B", new Ratio(1, 2)),
                org.assertj.core.groups.Tuple.tuple("C", new Ratio(1, 1)), org.assertj.core.groups.Tuple.tuple("D", new Ratio(2, 2)), org.assertj.core.groups.Tuple.tuple("E", new Ratio(2, 2)));
    }

    @Test
    void K04_satisfied_and_basically_satisfied_of_those_reached() {
        var whole = of(alike("LV", "AE", "", "SATISFIED", 41), alike("LV", "AE", "", "BASICALLY_SATISFIED", 7), alike("LV", "AE", "", "NOT_SATISFIED", 2),
                alike("LV", "AE", "", "NOT_REACHED", 10), alike("LV", "AE", "", "", 40));
        assertThat(whole.content()).isEqualTo(new Ratio(48, 50));
        assertThat(whole.content().percent()).isEqualByComparingTo("96");
        assertThat(whole.called()).isEqualTo(new Ratio(60, 100));
    }

    @Test
    void the_weight_of_a_category_without_cases_is_shared_out_and_nothing_at_all_has_no_rate() {
        var whole = of(alike("HV", "A", "", "", 1), alike("LV", "A", "", "", 1), alike("LV", "A", "A", "", 1));
        assertThat(whole.shared()).isTrue();
        assertThat(whole.rate()).isEqualByComparingTo("83.33");
        assertThat(of(alike("HV", "A", "", "", 1), alike("LV", "A", "", "", 3)).rate()).as("all in time, by weights that divide badly").isEqualByComparingTo("100");
        assertThat(of().rate()).isNull();
        assertThat(of(alike("NONE", "", "", "", 5)).rate()).isNull();
        assertThat(of(alike("NONE", "", "", "", 5)).notJudged()).isEqualTo(5);
    }

    @Test
    void what_is_not_all_is_never_shown_as_a_hundred() {
        assertThat(new Ratio(99_999, 100_000).percent()).isEqualByComparingTo("99.99");
        assertThat(new Ratio(0, 0).percent()).isNull();
    }

    @Test
    void withdrawn_cases_stand_in_no_denominator() {
        var whole = of(alike("LV", "A", "", "", 3), new Alike("340121", YearMonth.of(2008, 6), true, "LV", "WITHDRAWN", "A", "A", "", 4, 0, 0, 0, 0));
        assertThat(whole.onTime()).isEqualTo(new Ratio(3, 3));
        assertThat(whole.unfinished()).isEqualTo(4);
        assertThat(whole.archived()).isEqualTo(3);
    }

    @Test
    void what_is_on_hand_at_the_end_is_what_was_and_came_less_what_left() {
        var stock = new Stock("340121", new Amount(5, BigDecimal.valueOf(900)), new Amount(3, BigDecimal.valueOf(630)), new Amount(4, BigDecimal.valueOf(1000)), new Amount(1, BigDecimal.TEN));
        assertThat(stock.closing()).isEqualTo(new Amount(3, BigDecimal.valueOf(520)));
    }

    @Test
    void a_period_is_read_as_the_address_says_it_and_the_one_before_is_of_its_kind() {
        assertThat(Period.read("2008-Q2")).hasValueSatisfying(period -> {
            assertThat(period.from()).isEqualTo(LocalDate.of(2008, 4, 1));
            assertThat(period.to()).isEqualTo(LocalDate.of(2008, 6, 30));
            assertThat(period.next(-2).text()).isEqualTo("2007-Q4");
        });
        assertThat(Period.read("2008-01").orElseThrow().next(-1).text()).isEqualTo("2007-12");
        assertThat(Period.read("2008").orElseThrow().next(1).text()).isEqualTo("2009");
        assertThat(Period.read("2008-04-01..2008-04-10").orElseThrow().next(1).text()).isEqualTo("2008-04-11..2008-04-20");
        for (var wrong : new String[] {"", "2008-13", "2008-Q5", "2008-04-10..2008-04-01", "2008-02-30..2008-03-01", "1900-01-01..2008-01-01", "soon"}) {
            assertThat(Period.read(wrong)).as(wrong).isEmpty();
        }
    }
}
