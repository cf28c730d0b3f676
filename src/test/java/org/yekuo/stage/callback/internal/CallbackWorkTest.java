package org.yekuo.stage.callback.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.stage.Samples;
import org.yekuo.stage.callback.CalledBack;
import org.yekuo.stage.callback.CalledBack.Answer;
import org.yekuo.stage.callback.CalledBack.Try;
import org.yekuo.vocabulary.Violation;

class CallbackWorkTest {

    private static final LocalDate DAY = LocalDate.of(2008, 6, 20);

    private final CallbackWork work = new CallbackWork();

    @Test
    void a_customer_reached_says_how_it_went() {
        assertThat(rules(Answer.SATISFIED, null, reached(9))).isEmpty();
        assertThat(rules(Answer.SATISFIED, null, missed(9))).containsExactly("callback.answer-of-nobody");
    }

    @Test
    void three_tries_and_not_two_before_giving_up() {
        assertThat(rules(Answer.NOT_REACHED, null, missed(9), missed(14))).containsExactly("callback.three-tries");
        assertThat(rules(Answer.NOT_REACHED, null, missed(9), missed(14), missed(18))).isEmpty();
        assertThat(rules(Answer.NOT_REACHED, null, missed(9), missed(14), reached(18))).containsExactly("callback.reached-after-all");
    }

    @Test
    void the_same_try_counts_once() {
        assertThat(rules(Answer.NOT_REACHED, null, missed(9), missed(9), missed(14))).containsExactly("callback.try-twice");
    }

    @Test
    void nobody_calls_before_the_supply_is_on_or_tomorrow() {
        var early = new Try(DAY.minusDays(3), LocalTime.of(9, 0), true);
        var late = new Try(DAY.plusDays(1), LocalTime.of(9, 0), true);
        assertThat(rules(Answer.SATISFIED, null, early)).containsExactly("callback.try-before-energising");
        assertThat(rules(Answer.SATISFIED, null, late)).containsExactly("callback.try-in-future");
    }

    @Test
    void dissatisfaction_is_written_down_and_passed_on() {
        assertThat(rules(Answer.NOT_SATISFIED, " ", reached(9))).containsExactly("callback.complaint-missing");
        var result = new CalledBack(List.of(reached(9)), Answer.NOT_SATISFIED, "等了三周", null);
        assertThat(work.apply(Samples.resident(), result).messages()).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("callback.not-satisfied");
            assertThat(message.payload()).containsEntry("complaints", "等了三周");
        });
    }

    private static Try reached(int hour) {
        return new Try(DAY, LocalTime.of(hour, 0), true);
    }

    private static Try missed(int hour) {
        return new Try(DAY, LocalTime.of(hour, 0), false);
    }

    private List<String> rules(Answer answer, @Nullable String complaints, Try... tries) {
        var view = Samples.resident().withToday(DAY).withResult("energisation", Samples.energised(DAY.minusDays(2), null, "M1"));
        return work.check(view, new CalledBack(List.of(tries), answer, complaints, null)).stream().map(Violation::rule).toList();
    }
}
