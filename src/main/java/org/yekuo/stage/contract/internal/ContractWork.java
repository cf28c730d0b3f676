package org.yekuo.stage.contract.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Application;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.contract.Signatory;
import org.yekuo.stage.contract.SupplyContracts.SupplyContract;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/** Takes the signed supply contract (供用电合同签订, 细则 3.2, 3.3). Our draft reaching the customer is a part of its own, closed before. */
@Component
class ContractWork implements StageWork<ContractSigned> {

    private final SupplyContractStore store;

    ContractWork(SupplyContractStore store) {
        this.store = store;
    }

    @Override
    public String key() {
        return "contract";
    }

    @Override
    public Class<ContractSigned> resultType() {
        return ContractSigned.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        var choices = new TreeMap<String, Object>();
        choices.put("customer.capacity", List.of(Signatory.Capacity.values()));
        choices.put("company.capacity", List.of(Signatory.Capacity.values()));
        choices.put("customerStamp", List.of(ContractSigned.Stamp.values()));
        choices.put("annexes.code", view.pack().all("contract-annexes", view.facts()).stream().map(DecisionTable.Row::gives).toList());
        Term.of(view.pack(), view.facts()).ifPresent(term -> choices.put("contract", Map.of(
                "no", ContractNo.of(view), "type", term.type(), "name", term.name(), "startsOn", view.today().toString(),
                "endsOn", term.lastDay(view.today()).toString())));
        return choices;
    }

    @Override
    public List<Violation> check(CaseView view, ContractSigned result) {
        var plan = view.result("plan-draft", PlanDraft.class);
        var term = Term.of(view.pack(), view.facts());
        if (plan.isEmpty()) {
            return List.of(Violation.of("contract.no-plan"));
        }
        if (term.isEmpty()) {
            return List.of(Violation.of("contract.no-type"));
        }
        var found = new ArrayList<>(Signing.check(view, result.signedOn(), result.customer(), result.company(), plan.get().capacityKva()));
        view.parts().stream().filter(part -> part.key().equals("draft")).forEach(part -> {
            var given = part.closedOn();
            if (given != null && result.signedOn().isBefore(given)) {
                found.add(Violation.at("signedOn", "contract.signed-before-draft", result.signedOn(), given));
            }
        });
        found.addAll(term(term.get(), result, view.application().temporary()));
        if (view.application().applicantKind().equals("ORGANISATION") && result.customerStamp() == null) {
            found.add(Violation.at("customerStamp", "contract.stamp-missing", view.application().customerName()));
        }
        found.addAll(annexes(view, result));
        return found;
    }

    private static List<Violation> term(Term term, ContractSigned result, Application.@Nullable Temporary temporary) {
        var start = result.startsOn();
        var found = new ArrayList<Violation>();
        if (start.isBefore(result.signedOn())) {
            found.add(Violation.at("effectiveFrom", "contract.starts-before-signing", start, result.signedOn()));
        }
        var agreed = result.endsOn();
        if (agreed != null && agreed.isBefore(start)) {
            found.add(Violation.at("endsOn", "contract.ends-before-start", agreed, start));
        } else if (temporary != null && (agreed != null && !agreed.equals(temporary.until()) || start.isAfter(temporary.until()))) {
            found.add(Violation.at("endsOn", "contract.not-the-supplys-end", agreed == null ? start : agreed, temporary.until()));
        } else if (temporary == null && agreed != null && agreed.isAfter(term.lastDay(start))) {
            found.add(Violation.at("endsOn", "contract.ends-after-term", agreed, term.lastDay(start)));
        }
        return found;
    }

    private static List<Violation> annexes(CaseView view, ContractSigned result) {
        var found = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        var annexes = result.annexesOrNone();
        for (int i = 0; i < annexes.size(); i++) {
            if (!seen.add(annexes.get(i).code())) {
                found.add(Violation.at("annexes[" + i + "].code", "contract.annex-twice", annexes.get(i).code()));
            }
        }
        for (var row : view.pack().all("contract-annexes", view.facts())) {
            if (!seen.contains(String.valueOf(row.gives().get("code")))) {
                found.add(Violation.at("annexes", "contract.annex-missing", String.valueOf(row.gives().get("name"))).citing(row.basis().clause()));
            }
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, ContractSigned result) {
        var contract = contract(view, result);
        var content = new TreeMap<String, Object>();
        content.put("contractNo", contract.contractNo());
        content.put("type", contract.type());
        content.put("customerName", view.application().customerName());
        content.put("address", view.application().address());
        content.put("capacityKva", contract.capacityKva());
        content.put("signedOn", contract.signedOn().toString());
        content.put("startsOn", contract.startsOn().toString());
        content.put("endsOn", contract.endsOn().toString());
        var temporary = view.application().temporary();
        if (temporary != null) {
            content.put("purpose", temporary.purpose());
        }
        content.put("customerSigner", result.customer().name());
        content.put("companySigner", result.company().name());
        content.put("customerCapacity", result.customer().capacity());
        content.put("companyCapacity", result.company().capacity());
        content.put("variant", contract.type().toLowerCase(Locale.ROOT).replace('_', '-'));
        view.result("plan-draft", PlanDraft.class).ifPresent(plan -> content.put("plan", plan));
        content.put("annexes", result.annexesOrNone().stream().map(annex -> annex(view, annex)).toList());
        return Effects.passed().letter("SUPPLY_CONTRACT", content).message("contract.signed", Map.of(
                "contractNo", contract.contractNo(), "endsOn", contract.endsOn().toString(), "remindOn", contract.remindOn().toString()));
    }

    /** An annex by its name in the pack. */
    private static Map<String, Object> annex(CaseView view, ContractSigned.Annex annex) {
        var line = new TreeMap<String, Object>(Map.of("code", annex.code(), "name", view.pack().all("contract-annexes", view.facts()).stream()
                .filter(row -> annex.code().equals(row.gives().get("code"))).map(row -> String.valueOf(row.gives().get("name"))).findFirst().orElse(annex.code())));
        var no = annex.no();
        if (no != null) {
            line.put("no", no);
        }
        return line;
    }

    @Override
    public void record(CaseView view, ContractSigned result) {
        store.put(contract(view, result), result.customer().name(), result.company().name());
    }

    @Override
    public void release(CaseView view) {
        store.voidAll(view.caseNo(), view.today());
    }

    private static SupplyContract contract(CaseView view, ContractSigned result) {
        var term = Term.of(view.pack(), view.facts()).orElseThrow(() -> new YekuoException("contract.no-type", "No contract fits case " + view.caseNo() + "."));
        // 临时供用电合同的期限即临时用电的期限.
        var temporary = view.application().temporary();
        var endsOn = temporary == null ? term.lastDay(result.startsOn(), result.endsOn()) : temporary.until();
        return new SupplyContract(view.caseNo(), 0, ContractNo.of(view), term.type(), capacity(view), result.signedOn(), result.startsOn(), endsOn,
                term.remindOn(endsOn));
    }

    private static BigDecimal capacity(CaseView view) {
        return view.result("plan-draft", PlanDraft.class).map(PlanDraft::capacityKva)
                .orElseThrow(() -> new YekuoException("contract.no-plan", "Case " + view.caseNo() + " signs a contract without a plan."));
    }
}
