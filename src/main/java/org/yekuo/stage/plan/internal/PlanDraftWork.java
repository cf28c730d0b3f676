package org.yekuo.stage.plan.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.regulation.Conduct;
import org.yekuo.stage.acceptance.Voltages;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanFees;
import org.yekuo.stage.survey.Survey;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** Takes the drafted plan (供电方案拟定, 细则 3.3), holds the capacity for it and says what it costs and who must approve it. */
@Component
class PlanDraftWork implements StageWork<PlanDraft> {

    /** Of plans that took effect by standing delegation, one in twenty is looked at afterwards (事后抽查 5%). */
    private static final int SPOT_CHECK_ONE_IN = 20;

    private final CapacityHolds holds;
    private final SupplyPlanStore store;

    PlanDraftWork(CapacityHolds holds, SupplyPlanStore store) {
        this.holds = holds;
        this.store = store;
    }

    @Override
    public String key() {
        return "plan-draft";
    }

    @Override
    public Class<PlanDraft> resultType() {
        return PlanDraft.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        var kva = view.result("survey", Survey.class).map(Survey::load).map(Survey.FoundLoad::capacityKva)
                .orElse(view.application().load().capacityKva());
        var voltages = Voltages.of(view.pack(), view.facts());
        var choices = new TreeMap<String, Object>();
        choices.put("capacityKva", kva);
        choices.put("voltageKv", voltages);
        choices.put("circuits.feeder", voltages.stream().map(Voltages.Candidate::kv).distinct()
                .flatMap(voltage -> holds.candidates(view, voltage, kva).stream()).toList());
        choices.put("circuits.role", List.of(PlanDraft.SourceRole.values()));
        choices.put("circuits.laying", List.of(PlanDraft.Laying.values()));
        choices.put("receivingPoints.interlock", List.of(PlanDraft.Interlock.values()));
        choices.put("meteringPoints.mode", List.of(PlanDraft.MeteringMode.values()));
        choices.put("meteringPoints.wiring", List.of(PlanDraft.Wiring.values()));
        choices.put("tariff.scheme", List.of(PlanDraft.Scheme.values()));
        choices.put("tariff.basis", List.of(PlanDraft.CapacityBasis.values()));
        return choices;
    }

    @Override
    public List<Violation> check(CaseView view, PlanDraft result) {
        var found = new ArrayList<Violation>();
        found.addAll(Capacities.check(view.application(), result, new Conduct(view.pack(), view.facts()).needChange()));
        found.addAll(Tables.check(view.pack(), PlanFees.facts(view.facts(), result), result));
        found.addAll(ImportantCustomer.check(view.application().load().importance(), result));
        found.addAll(DraftTexts.check(result));
        found.addAll(holds.check(view, result));
        return found;
    }

    @Override
    public Effects apply(CaseView view, PlanDraft result) {
        var facts = PlanFees.facts(view.facts(), result);
        int phases = Math.max(1, result.phasesOrNone().size());
        boolean approvalNeeded = view.pack().approvalFor("PLAN", facts).filter(row -> row.standingDelegation()).isEmpty();
        var effects = Effects.passed()
                .fact("voltageKv", result.voltageKv())
                .fact("capacityKva", result.capacityKva())
                .fact("sources", result.sources())
                .fact("circuits", result.circuits().size())
                .fact("phases", phases)
                .fact("phased", phases > 1)
                .fact("ownGeneration", ownGeneration(result))
                .fact("feeDue", PlanFees.total(PlanFees.of(view.pack(), view.facts(), result, view.today())).signum() > 0)
                .fact("approvalNeeded", approvalNeeded);
        return !approvalNeeded && isSpotChecked(view.caseNo())
                ? effects.message("plan.spot-check", Map.of("round", view.round(), "draftedBy", view.actor().id()))
                : effects;
    }

    @Override
    public void record(CaseView view, PlanDraft result) {
        var fees = PlanFees.of(view.pack(), view.facts(), result, view.today());
        store.put(view.caseNo(), view.round(), result, PlanFees.total(fees), view.today());
        holds.hold(view, result);
    }

    @Override
    public void release(CaseView view) {
        holds.release(view);
    }

    private static boolean ownGeneration(PlanDraft draft) {
        var own = draft.ownSupply();
        return own != null && (positive(own.generationKw()) || positive(own.emergencySourceKw()));
    }

    private static boolean positive(@Nullable BigDecimal kw) {
        return kw != null && kw.signum() > 0;
    }

    /** The same case is always drawn or never, so that nobody can try again until it is not. */
    static boolean isSpotChecked(CaseNo caseNo) {
        var checksum = new CRC32();
        checksum.update(caseNo.value().getBytes(StandardCharsets.US_ASCII));
        return checksum.getValue() % SPOT_CHECK_ONE_IN == 0;
    }
}
