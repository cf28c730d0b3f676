package org.yekuo.stage.gridworks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.casework.Outcome;
import org.yekuo.stage.Samples;
import org.yekuo.stage.gridworks.GridWorksDone;
import org.yekuo.stage.gridworks.GridWorksDone.Milestone;
import org.yekuo.stage.gridworks.GridWorksDone.Step;
import org.yekuo.vocabulary.Violation;

class GridWorksWorkTest {

    private static final LocalDate DAY = LocalDate.of(2008, 9, 1);

    private final GridWorksWork work = new GridWorksWork();

    @Test
    void works_with_all_milestones_in_order_pass() {
        assertThat(rules(works(all(), "630", null))).isEmpty();
        assertThat(work.apply(Samples.works(), works(all(), "630", null)).outcome()).isEqualTo(new Outcome.Passed());
    }

    @Test
    void a_missing_or_early_milestone_and_too_small_works_are_named_together() {
        var milestones = List.of(new Milestone(Step.DESIGNED, DAY.minusDays(3)), new Milestone(Step.MATERIALS, DAY.minusDays(9)), new Milestone(Step.BUILT, DAY));
        assertThat(rules(works(milestones, "629", null)))
                .containsExactlyInAnyOrder("gridworks.milestones-out-of-order", "gridworks.milestone-missing", "gridworks.too-small");
    }

    @Test
    void nothing_is_finished_before_its_last_milestone_or_tomorrow() {
        var late = new GridWorksDone(all(), null, DAY.plusDays(1), new BigDecimal("630"), null);
        var early = new GridWorksDone(all(), null, DAY.minusDays(2), new BigDecimal("630"), null);
        assertThat(rules(late)).containsExactly("gridworks.finished-in-future");
        assertThat(rules(early)).containsExactly("gridworks.finished-before-milestone");
    }

    @Test
    void works_with_defects_are_always_taken_and_done_again() {
        var defective = works(List.of(new Milestone(Step.DESIGNED, DAY)), "100", "杆塔倾斜");
        assertThat(rules(defective)).isEmpty();
        assertThat(work.apply(Samples.works(), defective).outcome()).isEqualTo(new Outcome.Again("gridworks.again-defects"));
    }

    private static List<Milestone> all() {
        return List.of(new Milestone(Step.DESIGNED, DAY.minusDays(20)), new Milestone(Step.MATERIALS, DAY.minusDays(10)),
                new Milestone(Step.BUILT, DAY.minusDays(2)), new Milestone(Step.TESTED, DAY.minusDays(1)));
    }

    private static GridWorksDone works(List<Milestone> milestones, String kva, @Nullable String defects) {
        return new GridWorksDone(milestones, null, DAY, new BigDecimal(kva), defects);
    }

    private List<String> rules(GridWorksDone result) {
        return work.check(Samples.works().withToday(DAY), result).stream().map(Violation::rule).toList();
    }
}
