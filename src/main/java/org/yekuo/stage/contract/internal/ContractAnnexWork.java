package org.yekuo.stage.contract.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.contract.AnnexSigned;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.contract.Signatory;
import org.yekuo.stage.contract.SupplyContracts.SupplyContract;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/** Takes the signed annex for one phase (分期补充协议). */
@Component
class ContractAnnexWork implements StageWork<AnnexSigned> {

    private final SupplyContractStore store;

    ContractAnnexWork(SupplyContractStore store) {
        this.store = store;
    }

    @Override
    public String key() {
        return "contract-annex";
    }

    @Override
    public Class<AnnexSigned> resultType() {
        return AnnexSigned.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("customer.capacity", List.of(Signatory.Capacity.values()), "company.capacity", List.of(Signatory.Capacity.values()));
    }

    @Override
    public List<Violation> check(CaseView view, AnnexSigned result) {
        var phase = phase(view);
        if (phase.isEmpty()) {
            return List.of(Violation.of("contract.no-such-phase", view.phase()));
        }
        var found = new ArrayList<>(Signing.check(view, result.signedOn(), result.customer(), result.company(), phase.get().capacityKva()));
        view.result("contract", ContractSigned.class).filter(contract -> result.signedOn().isBefore(contract.signedOn())).ifPresent(contract ->
                found.add(Violation.at("signedOn", "contract.annex-before-contract", result.signedOn(), contract.signedOn())));
        return found;
    }

    @Override
    public Effects apply(CaseView view, AnnexSigned result) {
        var phase = phase(view).orElseThrow();
        return Effects.passed().letter("CONTRACT_ANNEX", Map.of(
                "contractNo", ContractNo.annexOf(view), "phase", view.phase(), "phaseName", phase.name(), "capacityKva", phase.capacityKva(),
                "customerName", view.application().customerName(), "signedOn", result.signedOn().toString(),
                "customerSigner", result.customer().name(), "companySigner", result.company().name(), "customerCapacity", result.customer().capacity(), "companyCapacity", result.company().capacity()));
    }

    @Override
    public void record(CaseView view, AnnexSigned result) {
        var contract = store.of(view.unit(), view.caseNo()).stream().filter(main -> main.phase() == 0).findFirst()
                .orElseThrow(() -> new YekuoException("contract.no-contract", "Case " + view.caseNo() + " signs an annex without a contract."));
        BigDecimal kva = phase(view).orElseThrow().capacityKva();
        store.put(new SupplyContract(view.caseNo(), view.phase(), ContractNo.annexOf(view), contract.type(), kva, result.signedOn(), result.signedOn(),
                contract.endsOn(), contract.remindOn()), result.customer().name(), result.company().name());
    }

    private static Optional<PlanDraft.Phase> phase(CaseView view) {
        var phases = view.result("plan-draft", PlanDraft.class).map(PlanDraft::phasesOrNone).orElse(List.of());
        return view.phase() >= 1 && view.phase() <= phases.size() ? Optional.of(phases.get(view.phase() - 1)) : Optional.empty();
    }
}
