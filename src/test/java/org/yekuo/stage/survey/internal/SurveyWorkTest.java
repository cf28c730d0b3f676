package org.yekuo.stage.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.appointment.KeptAppointments;
import org.yekuo.appointment.Slot;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.casework.Outcome;
import org.yekuo.regulation.Condition;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.stage.survey.Dispatch;
import org.yekuo.stage.survey.Survey;
import org.yekuo.stage.survey.Survey.Conclusion;
import org.yekuo.vocabulary.Violation;

class SurveyWorkTest {

    private static final LocalDate DAY = FakeCaseView.DAY;

    private final KeptAppointments appointments = new KeptAppointments();
    private final SurveyWork work = new SurveyWork(appointments, null);

    @Test
    void a_resident_is_surveyed_by_one_and_can_be_supplied() {
        var view = resident();
        var survey = canSupply(List.of("S1"), "8.89");

        assertThat(work.check(view, survey)).isEmpty();
        assertThat(work.apply(view, survey).outcome()).isEqualTo(new Outcome.Passed());
        assertThat(work.apply(view, survey).facts()).isEqualTo(Map.of("gridWorks", false, "constrained", false));
    }

    @Test
    void high_voltage_needs_two_different_surveyors() {
        assertThat(rules(works(), canSupply(List.of("S1"), "630"))).containsExactly("survey.two-surveyors");
        assertThat(rules(works(), canSupply(List.of("S1", "S1"), "630"))).contains("survey.two-surveyors", "survey.surveyor-twice");
        assertThat(rules(works(), canSupply(List.of("S1", "S2"), "630"))).isEmpty();
    }

    @Test
    void ten_percent_more_is_the_same_application_and_a_hair_more_is_another() {
        assertThat(rules(works(), canSupply(List.of("S1", "S2"), "693"))).isEmpty();
        assertThat(rules(works(), canSupply(List.of("S1", "S2"), "567"))).isEmpty();
        assertThat(rules(works(), canSupply(List.of("S1", "S2"), "693.1"))).containsExactly("survey.capacity-differs");
        assertThat(rules(works(), canSupply(List.of("S1", "S2"), "566.9"))).containsExactly("survey.capacity-differs");
    }

    @Test
    void another_nature_that_makes_another_class_is_another_application() {
        var found = new Survey.FoundLoad(new BigDecimal("8.89"), null, null, "COMMERCIAL");
        var survey = survey(List.of("S1"), Conclusion.CAN_SUPPLY, null, null, found, points(), null, null);
        assertThat(work.check(resident(), survey)).extracting(Violation::rule, Violation::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("survey.class-differs", "load.nature"));
    }

    @Test
    void a_sum_that_is_not_what_was_counted_is_refused() {
        var counted = List.of(new Survey.Appliance("空调", new BigDecimal("1.5"), 2), new Survey.Appliance("热水器", new BigDecimal("2"), 1));
        var wrong = new Survey.FoundLoad(new BigDecimal("8.89"), new BigDecimal("6"), counted, null);
        assertThat(rules(resident(), survey(List.of("S1"), Conclusion.CAN_SUPPLY, null, null, wrong, points(), null, null))).containsExactly("survey.equipment-differs");
        var right = new Survey.FoundLoad(new BigDecimal("8.89"), new BigDecimal("5.0"), counted, null);
        assertThat(rules(resident(), survey(List.of("S1"), Conclusion.CAN_SUPPLY, null, null, right, points(), null, null))).isEmpty();
    }

    @Test
    void grid_works_must_be_described_and_become_a_fact() {
        var bare = survey(List.of("S1"), Conclusion.CAN_SUPPLY_WITH_GRID_WORKS, null, null, load("8.89"), points(), null, null);
        assertThat(rules(resident(), bare)).containsExactly("survey.conclusion-incomplete");

        var full = survey(List.of("S1"), Conclusion.CAN_SUPPLY_WITH_GRID_WORKS, null, null, load("8.89"), points(), "新立电杆两基", null);
        assertThat(rules(resident(), full)).isEmpty();
        assertThat(work.apply(resident(), full).facts()).containsEntry("gridWorks", true).containsEntry("constrained", false);
    }

    @Test
    void no_capacity_needs_a_cause_a_remedy_and_a_day_and_passes_as_constrained() {
        var bare = survey(List.of("S1"), Conclusion.CANNOT_SUPPLY_NOW, null, null, load("8.89"), null, null, null);
        assertThat(rules(resident(), bare)).containsExactly("survey.conclusion-incomplete");

        var constraint = new Survey.Constraint("台区满载", "新增布点", DAY.plusMonths(3), null);
        var full = survey(List.of("S1"), Conclusion.CANNOT_SUPPLY_NOW, null, constraint, load("8.89"), null, null, null);
        assertThat(rules(resident(), full)).isEmpty();
        assertThat(work.apply(resident(), full).facts()).containsEntry("constrained", true);
    }

    @Test
    void nobody_home_means_again_with_a_new_appointment() {
        var notToday = new Survey.NotToday(Survey.Why.NOBODY_HOME, Survey.Side.CUSTOMER, "f-1", DAY.plusDays(1), Slot.MORNING);
        var survey = survey(List.of("S1"), Conclusion.CANNOT_BE_DONE_TODAY, notToday, null, null, null, null, null);
        assertThat(rules(resident(), survey)).isEmpty();
        var effects = work.apply(resident(), survey);
        assertThat(effects.outcome()).isEqualTo(new Outcome.Again("survey.again-nobody-home"));
        assertThat(effects.messages()).singleElement().satisfies(message -> assertThat(message.payload()).containsEntry("day", "2008-06-06"));
    }

    @Test
    void days_are_the_customers_only_with_a_photo_and_never_for_our_crew() {
        var noPhoto = new Survey.NotToday(Survey.Why.NOBODY_HOME, Survey.Side.CUSTOMER, null, DAY.plusDays(1), Slot.MORNING);
        var ours = new Survey.NotToday(Survey.Why.OUR_CREW, Survey.Side.CUSTOMER, "f-1", DAY.plusDays(1), Slot.MORNING);
        assertThat(rules(resident(), survey(List.of("S1"), Conclusion.CANNOT_BE_DONE_TODAY, noPhoto, null, null, null, null, null)))
                .containsExactly("survey.photo-missing");
        assertThat(rules(resident(), survey(List.of("S1"), Conclusion.CANNOT_BE_DONE_TODAY, ours, null, null, null, null, null)))
                .containsExactly("survey.not-the-customers-days");
    }

    @Test
    void a_conclusion_and_an_answer_of_another_conclusion_contradict() {
        var constraint = new Survey.Constraint("台区满载", "新增布点", DAY.plusMonths(3), null);
        var survey = survey(List.of("S1"), Conclusion.CAN_SUPPLY, null, constraint, load("8.89"), points(), null, null);
        assertThat(rules(resident(), survey)).containsExactly("survey.contradicts-conclusion");
    }

    @Test
    void illegal_use_stops_the_survey_and_calls_inspection() {
        var survey = survey(List.of("S1"), Conclusion.CAN_SUPPLY, null, null, load("8.89"), points(), null, "私自接线");
        assertThat(rules(resident(), survey)).isEmpty();
        var effects = work.apply(resident(), survey);
        assertThat(effects.outcome()).isEqualTo(new Outcome.Again("survey.again-illegal-use"));
        assertThat(effects.messages()).extracting("topic").containsExactly("inspection.illegal-use-found");
    }

    @Test
    void all_faults_are_told_at_once() {
        var survey = new Survey(List.of(), DAY.plusDays(1), Conclusion.CAN_SUPPLY, null, null, null, null, null, null, null, null, null);
        assertThat(rules(works(), survey))
                .containsExactlyInAnyOrder("survey.two-surveyors", "survey.visit-in-future", "survey.load-missing", "survey.no-points");
    }

    @Test
    void an_appointment_is_not_made_for_a_day_gone_by_and_the_customer_is_told() {
        var dispatch = new DispatchWork(appointments);
        var past = new Dispatch(List.of("S1"), DAY.minusDays(1), Slot.MORNING, null, null, null);
        assertThat(dispatch.check(resident(), past)).extracting(Violation::rule).containsExactly("survey.appointment-past");
        var today = new Dispatch(List.of("S1"), DAY, Slot.AFTERNOON, null, null, null);
        assertThat(dispatch.check(resident(), today)).isEmpty();
        assertThat(dispatch.apply(resident(), today).messages()).extracting("topic").containsExactly("appointment.proposed");
    }

    private List<String> rules(FakeCaseView view, Survey survey) {
        return work.check(view, survey).stream().map(Violation::rule).toList();
    }

    private static FakeCaseView resident() {
        return FakeCaseView.aCase().withPack(classes()).withFacts(org.yekuo.vocabulary.Facts.NONE.with(
                Map.of("class", "LV_RES", "nature", "RESIDENTIAL", "capacityKva", new BigDecimal("8.89"))));
    }

    private static FakeCaseView works() {
        return FakeCaseView.aCase().withPack(classes()).withApplication(FakeCaseView.works("630", 1, "NONE"))
                .withFacts(org.yekuo.vocabulary.Facts.NONE.with(
                        Map.of("class", "HV", "nature", "INDUSTRIAL", "capacityKva", new BigDecimal("630"))));
    }

    private static org.yekuo.regulation.Pack classes() {
        var small = new Condition.Range(null, null, new BigDecimal("111.2"), null);
        var large = new Condition.Range(null, new BigDecimal("111.2"), null, null);
        var residential = new Condition.OneOf(java.util.Set.of("RESIDENTIAL"));
        var other = new Condition.OneOf(java.util.Set.of("COMMERCIAL", "INDUSTRIAL"));
        return FakeCaseView.packOf(List.of(), List.of(), List.of(), new DecisionTable("class", new org.yekuo.vocabulary.Text("客户类别", "Class"),
                DecisionTable.Hits.ONE, List.of(
                        row("res", Map.of("nature", residential, "capacityKva", small), "LV_RES"),
                        row("nonres", Map.of("nature", other, "capacityKva", small), "LV_NONRES"),
                        row("hv", Map.of("capacityKva", large), "HV"))));
    }

    private static DecisionTable.Row row(String id, Map<String, Condition> when, String customerClass) {
        return new DecisionTable.Row(id, new Criteria(when), Map.of("class", customerClass), FakeCaseView.basis());
    }

    private static Survey canSupply(List<String> surveyors, String kva) {
        return survey(surveyors, Conclusion.CAN_SUPPLY, null, null, load(kva), points(), null, null);
    }

    private static Survey.FoundLoad load(String kva) {
        return new Survey.FoundLoad(new BigDecimal(kva), null, null, null);
    }

    private static List<Survey.Point> points() {
        return List.of(new Survey.Point("F-01", new BigDecimal("35"), null));
    }

    private static Survey survey(List<String> surveyors, Conclusion conclusion, Survey.@Nullable NotToday notToday,
            Survey.@Nullable Constraint constraint, Survey.@Nullable FoundLoad load, @Nullable List<Survey.Point> points,
            @Nullable String gridWorks, @Nullable String illegalUse) {
        return new Survey(surveyors, DAY, conclusion, notToday, constraint, load, points, gridWorks, null, null, null, illegalUse);
    }
}
