package org.yekuo.stage.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.appointment.KeptAppointments;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.casework.Outcome;
import org.yekuo.stage.Samples;
import org.yekuo.stage.inspection.Checked;
import org.yekuo.stage.inspection.Checked.Verdict;
import org.yekuo.stage.inspection.CompletionInspection;
import org.yekuo.stage.inspection.CompletionInspection.DesignChange;
import org.yekuo.stage.inspection.Defect;
import org.yekuo.stage.inspection.Inspection.Conclusion;
import org.yekuo.stage.inspection.Licence;
import org.yekuo.stage.inspection.Licence.Work;
import org.yekuo.stage.inspection.MidInspection;
import org.yekuo.vocabulary.Violation;

class InspectionWorksTest {

    private static final LocalDate DAY = LocalDate.of(2008, 9, 18);

    private final MidInspectionWork mid = new MidInspectionWork(null, new KeptAppointments());
    private final CompletionInspectionWork completion = new CompletionInspectionWork(null, new KeptAppointments());

    @Test
    void works_without_a_fault_pass() {
        assertThat(rules(view(), completion(Set.of(), List.of(), Conclusion.QUALIFIED, "630", null))).isEmpty();
        assertThat(completion.apply(view(), completion(Set.of(), List.of(), Conclusion.QUALIFIED, "630", null)).outcome()).isEqualTo(new Outcome.Passed());
    }

    @Test
    void every_item_needs_a_verdict() {
        var few = new CompletionInspection(DAY, List.of("S1"), licence(5, Work.ERECT), licence(5, Work.TEST), List.of(new Checked("LINES", Verdict.PASS, null)),
                null, null, new CompletionInspection.Found(new BigDecimal("630"), null), Conclusion.QUALIFIED, null);
        assertThat(rules(view(), few)).hasSize(Items.of(view(), "completion-inspection").all().size() - 1).containsOnly("inspection.item-missing");
    }

    @Test
    void all_defects_go_out_in_one_notice_with_article_and_deadline() {
        var result = completion(Set.of("LINES", "SAFETY"), List.of(defect("LINES"), defect("SAFETY")), Conclusion.DEFECTS, "630", null);
        assertThat(rules(view(), result)).isEmpty();
        var effects = completion.apply(view(), result);
        assertThat(effects.outcome()).isEqualTo(new Outcome.Again("inspection.again-defects"));
        assertThat(effects.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("DEFECT_NOTICE");
            assertThat((List<?>) letter.content().get("defects")).hasSize(2);
        });
        assertThat(effects.receipt()).containsEntry("conclusion", "DEFECTS");
    }

    @Test
    void a_defect_without_an_article_is_no_defect() {
        var result = completion(Set.of("LINES"), List.of(new Defect("LINES", "导线弧垂偏大", " ", DAY.plusDays(7))), Conclusion.DEFECTS, "630", null);
        assertThat(rules(view(), result)).containsExactly("inspection.defect-without-article");
    }

    @Test
    void a_failed_item_needs_a_defect_and_a_defect_a_failed_item() {
        assertThat(rules(view(), completion(Set.of("LINES"), List.of(defect("SAFETY")), Conclusion.DEFECTS, "630", null)))
                .containsExactlyInAnyOrder("inspection.failed-without-defect", "inspection.defect-on-item-not-failed");
        assertThat(rules(view(), completion(Set.of("LINES"), List.of(defect("LINES")), Conclusion.QUALIFIED, "630", null)))
                .containsExactly("inspection.defects-but-qualified");
    }

    @Test
    void a_new_defect_on_an_item_passed_before_joins_the_rounds_and_one_on_an_item_failed_before_does_not() {
        var first = completion(Set.of("LINES"), List.of(defect("LINES")), Conclusion.DEFECTS, "630", null);
        var same = completion(Set.of("LINES"), List.of(defect("LINES")), Conclusion.DEFECTS, "630", null);
        var other = completion(Set.of("SAFETY"), List.of(defect("SAFETY")), Conclusion.DEFECTS, "630", null);
        assertThat(completion.apply(view().withEarlierRound(first), same).joinsEarlierRound()).isFalse();
        assertThat(completion.apply(view().withEarlierRound(first), other).joinsEarlierRound()).isTrue();
    }

    @Test
    void licences_run_out_are_for_one_kind_of_work_and_reach_a_voltage() {
        assertThat(rules(view(), with(new Licence("某安装", "L1", List.of(Work.ERECT), 5, DAY.minusDays(1)), licence(5, Work.TEST)))).containsExactly("inspection.licence-expired");
        assertThat(rules(view(), with(licence(5, Work.ERECT), licence(5, Work.REPAIR)))).containsExactly("inspection.licence-not-for-testing");
        assertThat(rules(view().withFact("voltageKv", 35), with(licence(5, Work.ERECT), licence(4, Work.TEST)))).containsExactly("inspection.licence-grade");
        assertThat(rules(view(), with(null, null))).containsExactlyInAnyOrder("inspection.contractor-missing", "inspection.test-unit-missing");
    }

    @Test
    void the_contractor_named_at_the_intermediate_inspection_is_not_asked_again() {
        var view = view().withResult("mid-inspection", 1, mid(null, Conclusion.QUALIFIED));
        assertThat(rules(view, with(null, licence(5, Work.TEST)))).isEmpty();
    }

    @Test
    void t28_a_design_change_not_reviewed_keeps_the_works_from_passing() {
        var open = List.of(new DesignChange("电缆截面改为 240", null, null));
        var reviewed = List.of(new DesignChange("电缆截面改为 240", "FH-1", DAY.minusDays(2)));
        assertThat(rules(view(), completion(Set.of(), List.of(), Conclusion.QUALIFIED, "630", open))).containsExactly("inspection.design-change-unreviewed");
        assertThat(rules(view(), completion(Set.of(), List.of(), Conclusion.QUALIFIED, "630", reviewed))).isEmpty();
        assertThat(rules(view(), completion(Set.of("LINES"), List.of(defect("LINES")), Conclusion.DEFECTS, "630", open))).isEmpty();
    }

    @Test
    void other_transformers_than_planned_do_not_pass() {
        assertThat(rules(view(), completion(Set.of(), List.of(), Conclusion.QUALIFIED, "800", null))).containsExactly("inspection.installed-differs");
        assertThat(rules(view(), completion(Set.of(), List.of(), Conclusion.QUALIFIED, "315", null))).containsExactly("inspection.installed-differs");
    }

    @Test
    void t20_works_covered_unreported_are_to_be_laid_open_and_that_in_writing() {
        var covered = mid("电缆沟已回填", Conclusion.DEFECTS);
        assertThat(mid.check(view(), covered)).isEmpty();
        var effects = mid.apply(view(), covered);
        assertThat(effects.outcome()).isEqualTo(new Outcome.Again("inspection.again-covered"));
        assertThat(effects.letters()).singleElement().satisfies(letter -> assertThat(letter.kind()).isEqualTo("REWORK_NOTICE"));
        assertThat(mid.check(view(), mid("电缆沟已回填", Conclusion.QUALIFIED))).extracting(Violation::rule).containsExactly("inspection.covered-but-qualified");
        assertThat(mid.check(view().withToday(DAY.minusDays(1)), covered)).extracting(Violation::rule).containsExactly("inspection.arrived-in-future");
    }

    @Test
    void a_customer_not_ready_needs_a_reason_and_nothing_else() {
        var result = new CompletionInspection(DAY, List.of("S1"), null, null, null, null, null, null, Conclusion.CUSTOMER_NOT_READY, null);
        assertThat(rules(view(), result)).containsExactly("inspection.not-ready-without-reason");
    }

    private static FakeCaseView view() {
        return Samples.works().withToday(DAY);
    }

    private static MidInspection mid(@Nullable String covered, Conclusion conclusion) {
        return new MidInspection(DAY, List.of("S1"), licence(5, Work.ERECT),
                Items.of(view(), "mid-inspection").all().stream().map(item -> new Checked(item.code(), Verdict.PASS, null)).toList(), null, covered, conclusion, null);
    }

    private static CompletionInspection completion(Set<String> failed, List<Defect> defects, Conclusion conclusion, String kva, @Nullable List<DesignChange> changes) {
        var items = Items.of(view(), "completion-inspection").all().stream()
                .map(item -> new Checked(item.code(), failed.contains(item.code()) ? Verdict.FAIL : Verdict.PASS, null)).toList();
        return new CompletionInspection(DAY, List.of("S1"), licence(5, Work.ERECT), licence(5, Work.TEST), items, defects, changes,
                new CompletionInspection.Found(new BigDecimal(kva), null), conclusion, null);
    }

    private static CompletionInspection with(@Nullable Licence contractor, @Nullable Licence testUnit) {
        var whole = completion(Set.of(), List.of(), Conclusion.QUALIFIED, "630", null);
        return new CompletionInspection(whole.arrivedOn(), whole.inspectors(), contractor, testUnit, whole.items(), whole.defects(), null, whole.found(),
                whole.conclusion(), null);
    }

    private static Defect defect(String item) {
        return new Defect(item, "不符合要求", "GB 50169 第3.4条", DAY.plusDays(7));
    }

    private static Licence licence(int grade, Work work) {
        return new Licence("某电力安装公司", "L1", List.of(work), grade, DAY.plusYears(1));
    }

    private List<String> rules(CaseView view, CompletionInspection result) {
        return completion.check(view, result).stream().map(Violation::rule).toList();
    }
}
