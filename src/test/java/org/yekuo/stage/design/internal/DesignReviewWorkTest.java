package org.yekuo.stage.design.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.casework.Outcome;
import org.yekuo.stage.Samples;
import org.yekuo.stage.AnhuiPack;
import org.yekuo.stage.design.DesignReview;
import org.yekuo.stage.design.DesignReview.ChosenBy;
import org.yekuo.stage.design.DesignReview.Conclusion;
import org.yekuo.stage.design.DesignReview.Finding;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Violation;

class DesignReviewWorkTest {

    private static final LocalDate DAY = LocalDate.of(2008, 8, 6);

    private final DesignReviewWork work = new DesignReviewWork(null);

    @Test
    void agreed_drawings_pass_and_say_whether_works_will_be_hidden() {
        var review = review(ChosenBy.CUSTOMER, DAY, 12, Conclusion.AGREED, List.of());
        assertThat(work.check(view(), review)).isEmpty();
        assertThat(work.apply(view(), review).outcome()).isEqualTo(new Outcome.Passed());
        assertThat(work.apply(view(), review).facts()).containsEntry("hiddenWorks", true);
    }

    @Test
    void t19_a_refusal_cites_an_article_for_each_opinion_and_is_a_new_round() {
        assertThat(rules(review(ChosenBy.CUSTOMER, DAY, 12, Conclusion.NOT_AGREED, List.of()))).containsExactly("design.refused-without-opinion");
        assertThat(rules(review(ChosenBy.CUSTOMER, DAY, 12, Conclusion.NOT_AGREED, List.of(new Finding("换用更好的柜子", " ")))))
                .containsExactly("design.opinion-without-article");
        var lawful = review(ChosenBy.CUSTOMER, DAY, 12, Conclusion.NOT_AGREED, List.of(new Finding("进线保护级差不足", "GB 50062 第4.0.2条")));
        assertThat(rules(lawful)).isEmpty();
        var effects = work.apply(view(), lawful);
        assertThat(effects.outcome()).isEqualTo(new Outcome.Again("design.again-not-agreed"));
        assertThat(effects.facts()).isEmpty();
        assertThat(effects.receipt()).containsEntry("conclusion", "NOT_AGREED");
    }

    @Test
    void a_designer_the_customer_did_not_choose_is_refused_by_the_rule_that_nobody_is_designated() {
        assertThat(work.check(view(), review(ChosenBy.OTHERS, DAY, 12, Conclusion.AGREED, List.of()))).singleElement().satisfies(found -> {
            assertThat(found.rule()).isEqualTo("design.designer-not-the-customers-choice");
            assertThat(AnhuiPack.PACK.article(found.rule())).hasToString("细则 2.3");
        });
    }

    @Test
    void the_designers_qualification_holds_through_its_last_day() {
        assertThat(rules(review(ChosenBy.CUSTOMER, DAY.minusDays(1), 12, Conclusion.AGREED, List.of()))).containsExactly("design.licence-expired");
        assertThat(rules(review(ChosenBy.CUSTOMER, DAY, 12, Conclusion.AGREED, List.of()))).isEmpty();
    }

    @Test
    void there_is_nothing_to_review_without_drawings() {
        assertThat(rules(review(ChosenBy.CUSTOMER, DAY, 0, Conclusion.AGREED, List.of()))).containsExactly("design.no-drawings");
    }

    @Test
    void whoever_agrees_has_no_opinions_left() {
        assertThat(rules(review(ChosenBy.CUSTOMER, DAY, 12, Conclusion.AGREED, List.of(new Finding("接地不明", "GB 50169"))))).containsExactly("design.agreed-with-opinions");
    }

    @Test
    void a_second_refusal_is_another_persons() {
        var refusal = review(ChosenBy.CUSTOMER, DAY, 12, Conclusion.NOT_AGREED, List.of(new Finding("进线保护级差不足", "GB 50062 第4.0.2条")));
        var refusedBefore = view().withRound(2).withRefusalBy("S001");
        assertThat(work.check(refusedBefore.withActor(Actor.staff("S001", "张敏")), refusal)).extracting(Violation::rule)
                .containsExactly("design.refused-twice-by-one");
        assertThat(work.check(refusedBefore.withActor(Actor.staff("S002", "王磊")), refusal)).isEmpty();
        var agreed = review(ChosenBy.CUSTOMER, DAY, 12, Conclusion.AGREED, List.of());
        assertThat(work.check(refusedBefore.withActor(Actor.staff("S001", "张敏")), agreed)).isEmpty();
    }

    private static FakeCaseView view() {
        return Samples.works().withToday(DAY);
    }

    private List<String> rules(DesignReview review) {
        return work.check(view(), review).stream().map(Violation::rule).toList();
    }

    private static DesignReview review(ChosenBy chosenBy, LocalDate validUntil, int sheets, Conclusion conclusion, List<Finding> opinions) {
        return new DesignReview(new DesignReview.Designer("某设计院", "SJ-1", "乙级", validUntil, chosenBy),
                List.of(new DesignReview.Drawings(DesignReview.Discipline.SUBSTATION, sheets)), conclusion, opinions, true);
    }
}
