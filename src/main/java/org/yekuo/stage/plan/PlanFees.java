package org.yekuo.stage.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.FeeItem;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Facts;

/** What a plan costs the customer by the pack's catalogue (业务费); set with the plan, collected by the fee room. */
public final class PlanFees {

    private PlanFees() {}

    /** The facts of the case with those the draft sets put over them. */
    public static Facts facts(Facts known, PlanDraft draft) {
        return known.with(Map.of(
                "voltageKv", draft.voltageKv(), "capacityKva", draft.capacityKva(), "sources", draft.sources(), "circuits", draft.circuits().size()));
    }

    /** The items due on {@code day}; none is usual. Items without a rate for every circuit are not due: there is no lawful amount. */
    public static List<PlannedFee> of(Pack pack, Facts known, PlanDraft draft, LocalDate day) {
        var facts = facts(known, draft);
        var due = new ArrayList<PlannedFee>();
        for (var item : pack.fees()) {
            if (item.chargeableOn(day) && !item.rates().isEmpty() && item.applies().match(facts)) {
                charge(item, draft).ifPresent(due::add);
            }
        }
        return due;
    }

    public static BigDecimal total(List<PlannedFee> fees) {
        return fees.stream().map(PlannedFee::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** 高可靠性供电费用: every circuit but the largest pays; of several that are the largest, which goes free is the item's to say. */
    private static Optional<PlannedFee> charge(FeeItem item, PlanDraft draft) {
        var charges = draft.circuits().stream().map(circuit -> Charge.of(item, circuit, draft.voltageKv())).toList();
        if (charges.size() < 2 || charges.stream().anyMatch(charge -> charge.amount() == null)) {
            return Optional.empty();
        }
        var free = charges.stream().max(Comparator.comparing((Charge charge) -> charge.circuit().capacityKva()).thenComparing(switch (item.equalCapacity()) {
            case LOWER_OF_EQUAL -> Comparator.comparing(Charge::due);
            case BY_ROLE -> Comparator.comparing((Charge charge) -> charge.circuit().role() == PlanDraft.SourceRole.MAIN);
        })).orElseThrow();
        var paying = charges.stream().filter(charge -> charge != free).toList();
        return Optional.of(new PlannedFee(item.code(), item.name(),
                paying.stream().map(charge -> charge.circuit().capacityKva()).reduce(BigDecimal.ZERO, BigDecimal::add),
                paying.stream().map(Charge::due).reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_UP),
                item.basis().clause().value()));
    }

    private record Charge(PlanDraft.Circuit circuit, @Nullable BigDecimal amount) {

        static Charge of(FeeItem item, PlanDraft.Circuit circuit, BigDecimal voltageKv) {
            var facts = Facts.NONE.with(Map.of("voltageKv", voltageKv, "selfBuilt", circuit.selfBuilt()));
            return new Charge(circuit, item.rates().stream().filter(rate -> rate.applies().match(facts)).findFirst()
                    .map(rate -> rate.perKva().multiply(circuit.capacityKva()).multiply(circuit.cable() ? item.cableFactor() : BigDecimal.ONE))
                    .orElse(null));
        }

        BigDecimal due() {
            return amount == null ? BigDecimal.ZERO : amount;
        }
    }
}
