package org.yekuo.stage.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yekuo.stage.plan.Plans.circuit;
import static org.yekuo.stage.plan.Plans.kva;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.casework.Effects;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.casework.Outcome;
import org.yekuo.grid.Hold;
import org.yekuo.grid.HoldOrder;
import org.yekuo.stage.AnhuiPack;
import org.yekuo.stage.plan.ConstrainedReply;
import org.yekuo.stage.plan.PlanApproval;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanDraft.Circuit;
import org.yekuo.stage.plan.PlanDraft.Laying;
import org.yekuo.stage.plan.PlanDraft.OwnSupply;
import org.yekuo.stage.plan.PlanDraft.Phase;
import org.yekuo.stage.plan.PlanDraft.SourceRole;
import org.yekuo.stage.plan.PlanReply;
import org.yekuo.stage.plan.Plans;
import org.yekuo.stage.survey.Survey;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

class PlanWorkTest {

    private final FakeGrid grid = new FakeGrid()
            .feeder("F-01", "T-01", "0.4", "100").feeder("F-10", "A", "10", "5000").feeder("F-11", "A", "10", "5000").feeder("F-20", "B", "10", "5000");
    private final CapacityHolds holds = new CapacityHolds(grid, grid);
    // The store is reached by record() only, which the tests against PostgreSQL go through.
    @SuppressWarnings("NullAway")
    private final PlanDraftWork drafting = new PlanDraftWork(holds, null);
    @SuppressWarnings("NullAway")
    private final PlanReplyWork replying = new PlanReplyWork(holds, null);

    @Test
    void a_residents_plan_needs_no_approval_and_costs_nothing() {
        assertThat(drafting.check(resident(), Plans.resident())).isEmpty();
        var effects = drafting.apply(resident(), Plans.resident());
        assertThat(effects.facts()).containsEntry("approvalNeeded", false).containsEntry("feeDue", false).containsEntry("phased", false)
                .containsEntry("phases", 1).containsEntry("ownGeneration", false).containsEntry("voltageKv", new BigDecimal("0.22"));
    }

    @Test
    void a_works_plan_goes_to_approval() {
        assertThat(drafting.check(works(1, "NONE"), Plans.works())).isEmpty();
        assertThat(drafting.apply(works(1, "NONE"), Plans.works()).facts()).containsEntry("approvalNeeded", true);
    }

    @Test
    void a_second_circuit_costs_a_fee() {
        var draft = Plans.works("630", List.of(main(), circuit(1, SourceRole.STANDBY, "A", "F-11", Laying.OVERHEAD, "630", true)), null, null, null);
        assertThat(drafting.check(works(1, "NONE"), draft)).isEmpty();
        assertThat(drafting.apply(works(1, "NONE"), draft).facts()).containsEntry("feeDue", true).containsEntry("sources", 1).containsEntry("circuits", 2);
    }

    @Test
    void what_the_pack_says_of_metering_and_tariff_is_held_to() {
        var asResident = Plans.resident();
        var draft = new PlanDraft(kva("630"), kva("10"), null, null, List.of(main()), Plans.works().receivingPoints(),
                asResident.meteringPoints(), asResident.tariff(), null, null, null, null, null);
        assertThat(rules(works(1, "NONE"), draft)).containsExactlyInAnyOrder(
                "plan.metering-class", "plan.metering-mode", "plan.tariff-scheme", "plan.power-factor");
    }

    @Test
    void a_voltage_outside_the_candidates_is_refused() {
        var draft = Plans.works();
        var at35 = new PlanDraft(draft.capacityKva(), kva("35"), null, null, draft.circuits(), draft.receivingPoints(), draft.meteringPoints(),
                draft.tariff(), null, null, null, null, null);
        assertThat(rules(works(1, "NONE"), at35)).contains("plan.voltage-not-a-candidate", "plan.feeder-voltage");
    }

    @Test
    void transformers_and_main_circuits_carry_the_capacity() {
        var draft = Plans.works();
        var small = new PlanDraft(draft.capacityKva(), draft.voltageKv(), null, null,
                List.of(circuit(1, SourceRole.MAIN, "A", "F-10", Laying.OVERHEAD, "500", true)),
                List.of(new PlanDraft.ReceivingPoint("配电室", List.of(new PlanDraft.Transformer(kva("315"), 1)), null, null, null)),
                draft.meteringPoints(), draft.tariff(), null, null, null, null, null);
        assertThat(rules(works(1, "NONE"), small)).containsExactlyInAnyOrder("plan.main-circuits-too-small", "plan.transformers-too-small");
    }

    @Test
    void more_than_ten_percent_off_the_application_is_another_application() {
        var draft = Plans.works("700", List.of(circuit(1, SourceRole.MAIN, "A", "F-10", Laying.OVERHEAD, "700", true)), null, null, null);
        assertThat(rules(works(1, "NONE"), draft)).containsExactly("plan.capacity-differs");
    }

    @Test
    void a_first_class_customer_has_two_substations_and_an_emergency_source() {
        var oneStation = Plans.works("630", List.of(main(), circuit(2, SourceRole.STANDBY, "A", "F-11", Laying.OVERHEAD, "630", true)), null, null, null);
        assertThat(rules(works(2, "FIRST"), oneStation)).containsExactlyInAnyOrder("plan.same-substation", "plan.security-load-missing");

        assertThat(rules(works(2, "FIRST"), twoStations(own("959", "800")))).containsExactly("plan.emergency-source-too-small");
        assertThat(rules(works(2, "FIRST"), twoStations(own("960", "800")))).isEmpty();
        assertThat(rules(works(2, "SPECIAL"), twoStations(own("960", "800")))).containsExactly("plan.sources-too-few");
    }

    @Test
    void phases_add_up_to_the_capacity() {
        var wrong = Plans.works("630", List.of(main()), null, List.of(new Phase("一期", kva("315")), new Phase("二期", kva("300"))), null);
        assertThat(rules(works(1, "NONE"), wrong)).containsExactly("plan.phases-do-not-add-up");
        var right = Plans.works("630", List.of(main()), null, List.of(new Phase("一期", kva("400")), new Phase("二期", kva("230"))), null);
        assertThat(rules(works(1, "NONE"), right)).isEmpty();
        assertThat(drafting.apply(works(1, "NONE"), right).facts()).containsEntry("phases", 2).containsEntry("phased", true);
    }

    @Test
    void each_phase_holds_its_share_and_nothing_is_lost_by_rounding() {
        var draft = Plans.works("630", List.of(main()), null,
                List.of(new Phase("一期", kva("210")), new Phase("二期", kva("210")), new Phase("三期", kva("210"))), null);
        var orders = CapacityHolds.orders(highVoltage(), draft);
        assertThat(orders).extracting(HoldOrder::phase).containsExactly(1, 2, 3);
        assertThat(orders.stream().map(HoldOrder::kva).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("630");
    }

    @Test
    void capacity_is_held_for_the_phase_that_energising_will_use() {
        assertThat(CapacityHolds.orders(highVoltage(), Plans.works())).extracting(HoldOrder::phase).containsExactly(1);
        var low = resident().withProcedure(AnhuiPack.PACK.procedure("low-voltage-resident").orElseThrow());
        assertThat(CapacityHolds.orders(low, Plans.resident())).extracting(HoldOrder::phase).containsExactly(0);
    }

    @Test
    void a_full_feeder_refuses_others_but_not_the_case_that_fills_it() {
        grid.feeder("F-10", "A", "10", "1000");
        grid.hold(new HoldOrder(CaseNo.of(new UnitCode("3401"), 77), 1, "F-10", kva("500"), FakeCaseView.DAY.plusDays(9)));
        assertThat(rules(works(1, "NONE"), Plans.works())).containsExactly("plan.feeder-full");

        grid.holds.clear();
        holds.hold(works(1, "NONE"), Plans.works());
        assertThat(rules(works(1, "NONE"), Plans.works())).isEmpty();
        holds.hold(works(1, "NONE"), Plans.works());
        assertThat(grid.holds).hasSize(1);
        drafting.release(works(1, "NONE"));
        assertThat(grid.holds).isEmpty();
    }

    @Test
    void v08_a_plan_that_names_a_make_and_a_design_institute_is_found_twice() {
        var draft = Plans.works("630", List.of(main()), null, null, "建议采用××牌变压器。请联系××设计院。");
        assertThat(rules(works(1, "NONE"), draft)).containsExactly("plan.designates-somebody", "plan.designates-somebody");
    }

    @Test
    void telling_the_customer_that_he_chooses_is_no_designation() {
        for (var text : List.of("请自主选择具备相应资质的设计单位", "供电企业不指定设计、施工单位", "请委托有资质的设计院设计", "采用10千伏单母线接线")) {
            assertThat(NoDesignation.scan("remark", text)).as(text).isEmpty();
        }
    }

    @Test
    void the_reply_carries_plan_fee_and_validity_from_the_day_of_issue() {
        var draft = twoStations(null);
        var view = works(2, "NONE").withResult("plan-draft", draft).withToday(LocalDate.of(2008, 5, 16));
        assertThat(replying.check(view, new PlanReply(null))).isEmpty();
        var effects = replying.apply(view, new PlanReply(null));
        assertThat(effects.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(effects.letters()).extracting(Effects.Letter::kind).containsExactly("PLAN_REPLY", "FEE_NOTICE");
        var letter = effects.letters().getFirst().content();
        assertThat(letter).containsEntry("issuedOn", "2008-05-16").containsEntry("validUntil", "2009-05-16").containsEntry("objectionUntil", "2008-06-16");
        assertThat(letter.get("feeTotal")).isEqualTo(new BigDecimal("100800.00"));
        assertThat(effects.receipt()).isEqualTo(letter);
    }

    @Test
    void an_expired_hold_whose_capacity_is_gone_stops_the_reply() {
        var view = works(1, "NONE").withResult("plan-draft", Plans.works());
        grid.holds.add(new Hold(view.caseNo(), 1, "F-10", kva("630"), FakeCaseView.DAY.minusDays(1), Hold.State.HELD));
        assertThat(replying.check(view, new PlanReply(null))).isEmpty();
        grid.feeder("F-10", "A", "10", "600");
        assertThat(replying.check(view, new PlanReply(null))).extracting(Violation::rule).containsExactly("plan.hold-expired");
    }

    @Test
    void a_returned_or_refused_plan_goes_back_to_its_drafter_at_the_companys_cost() {
        var approving = new PlanApprovalWork();
        var returned = new PlanApproval(PlanApproval.Decision.RETURNED, "变压器过大", List.of("receivingPoints[0]"));
        assertThat(approving.check(works(1, "NONE"), returned)).isEmpty();
        assertThat(approving.apply(works(1, "NONE"), returned).outcome())
                .isEqualTo(new Outcome.Back("plan-draft", Outcome.Cause.COMPANY, "变压器过大 (receivingPoints[0])"));
        assertThat(approving.refused(works(1, "NONE"), "dispatch", "线路重载"))
                .isEqualTo(new Outcome.Back("plan-draft", Outcome.Cause.COMPANY, "线路重载"));
        assertThat(approving.check(works(1, "NONE"), new PlanApproval(PlanApproval.Decision.RETURNED, " ", null))).extracting(Violation::rule)
                .containsExactlyInAnyOrder("plan.return-without-reason", "plan.return-without-fields");
    }

    @Test
    void a_constrained_reply_says_why_and_by_when_and_promises_nothing_sooner_than_the_survey() {
        var constraint = new Survey.Constraint("主变满载", "新建二号主变", FakeCaseView.DAY.plusMonths(6), "先供 200 kVA");
        var survey = new Survey(List.of("S1"), FakeCaseView.DAY, Survey.Conclusion.CANNOT_SUPPLY_NOW, null, constraint, null, null, null, null, null, null, null);
        var view = works(1, "NONE").withResult("survey", survey);
        var constrained = new ConstrainedReplyWork();
        assertThat(constrained.check(view, new ConstrainedReply(FakeCaseView.DAY.plusMonths(3), null))).extracting(Violation::rule)
                .containsExactly("plan.promise-before-expected");
        var reply = new ConstrainedReply(FakeCaseView.DAY.plusMonths(6), null);
        assertThat(constrained.check(view, reply)).isEmpty();
        assertThat(constrained.apply(view, reply).letters()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("CONSTRAINED_REPLY");
            assertThat(letter.content()).containsEntry("cause", "主变满载").containsEntry("remedy", "新建二号主变").containsEntry("promisedOn", "2008-12-05");
        });
    }

    @Test
    void about_one_in_twenty_plans_under_standing_delegation_is_looked_at_and_always_the_same_ones() {
        long drawn = java.util.stream.LongStream.range(1, 20_001).mapToObj(sequence -> CaseNo.of(new UnitCode("3401"), sequence))
                .filter(PlanDraftWork::isSpotChecked).count();
        assertThat(drawn).isBetween(800L, 1200L);
        var one = CaseNo.of(new UnitCode("3401"), 4711);
        assertThat(PlanDraftWork.isSpotChecked(one)).isEqualTo(PlanDraftWork.isSpotChecked(new CaseNo(one.value())));
    }

    private List<String> rules(FakeCaseView view, PlanDraft draft) {
        return drafting.check(view, draft).stream().map(Violation::rule).toList();
    }

    private static Circuit main() {
        return circuit(1, SourceRole.MAIN, "A", "F-10", Laying.OVERHEAD, "630", true);
    }

    private static PlanDraft twoStations(@Nullable OwnSupply own) {
        return Plans.works("630", List.of(main(), circuit(2, SourceRole.STANDBY, "B", "F-20", Laying.OVERHEAD, "630", true)), own, null, null);
    }

    private static OwnSupply own(String emergencyKw, String securityKw) {
        return new OwnSupply(null, kva(emergencyKw), kva(securityKw), null);
    }

    private static FakeCaseView resident() {
        return FakeCaseView.under(AnhuiPack.PACK, Map.of("class", "LV_RES", "business", "NEW_INSTALL", "nature", "RESIDENTIAL", "phaseKind", "SINGLE",
                "loadBasis", "KW", "demandKw", 8, "capacityKva", new BigDecimal("8.89"), "voltageKv", new BigDecimal("0.22")));
    }

    private static FakeCaseView works(int sources, String importance) {
        return FakeCaseView.under(AnhuiPack.PACK, Map.of("class", "HV", "business", "NEW_INSTALL", "nature", "INDUSTRIAL", "phaseKind", "THREE",
                "loadBasis", "KVA", "capacityKva", 630, "voltageKv", 10, "sources", sources, "circuits", sources, "importance", importance))
                .withApplication(FakeCaseView.works("630", sources, importance));
    }

    private static FakeCaseView highVoltage() {
        return works(1, "NONE").withProcedure(AnhuiPack.PACK.procedure("high-voltage").orElseThrow());
    }
}
