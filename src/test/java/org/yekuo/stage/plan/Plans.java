package org.yekuo.stage.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.stage.plan.PlanDraft.Circuit;
import org.yekuo.stage.plan.PlanDraft.Interlock;
import org.yekuo.stage.plan.PlanDraft.Laying;
import org.yekuo.stage.plan.PlanDraft.MeteringMode;
import org.yekuo.stage.plan.PlanDraft.MeteringPoint;
import org.yekuo.stage.plan.PlanDraft.OwnSupply;
import org.yekuo.stage.plan.PlanDraft.Phase;
import org.yekuo.stage.plan.PlanDraft.ReceivingPoint;
import org.yekuo.stage.plan.PlanDraft.Scheme;
import org.yekuo.stage.plan.PlanDraft.SourceRole;
import org.yekuo.stage.plan.PlanDraft.Tariff;
import org.yekuo.stage.plan.PlanDraft.Transformer;
import org.yekuo.stage.plan.PlanDraft.Wiring;

/** Plans as tests draft them. */
public final class Plans {

    private Plans() {}

    /** 8.89 kVA at 220 volts for 王某. */
    public static PlanDraft resident() {
        return new PlanDraft(kva("8.89"), kva("0.22"), null, null,
                List.of(circuit(1, SourceRole.MAIN, "T-01", "F-01", Laying.CABLE, "8.89", false)),
                List.of(new ReceivingPoint("户表", List.of(), null, null, null)),
                List.of(new MeteringPoint("1", "楼道表箱", MeteringMode.LOW_LOW, "V", Wiring.SINGLE_PHASE, null, null)),
                new Tariff(Scheme.SINGLE_PART, "居民生活用电", null, null, null), null, null, null, null, null);
    }

    /** A works of 630 kVA at 10 kV from one source. */
    public static PlanDraft works() {
        return works("630", List.of(circuit(1, SourceRole.MAIN, "A", "F-10", Laying.OVERHEAD, "630", true)), null, null, null);
    }

    public static PlanDraft works(String capacity, List<Circuit> circuits, @Nullable OwnSupply own, @Nullable List<Phase> phases, @Nullable String remark) {
        var meterClass = kva(capacity).compareTo(kva("2000")) < 0 ? "III" : "II";
        var interlock = circuits.size() > 1 || own != null ? Interlock.BOTH : null;
        return new PlanDraft(kva(capacity), kva("10"), null, null, circuits,
                List.of(new ReceivingPoint("配电室", List.of(new Transformer(kva(capacity), 1)), "单母线", null, interlock)),
                List.of(new MeteringPoint("1", "进线柜", MeteringMode.HIGH_HIGH, meterClass, Wiring.THREE_PHASE_THREE_WIRE, "50/5", "10000/100")),
                new Tariff(Scheme.TWO_PART, "大工业用电", PlanDraft.CapacityBasis.CAPACITY, kva("0.90"), null), kva("150"), own, phases, null, remark);
    }

    /** The works' plan at another voltage, kV. */
    public static PlanDraft at(String voltage, String capacity, List<Circuit> circuits) {
        var plan = works(capacity, circuits, null, null, null);
        return new PlanDraft(plan.capacityKva(), kva(voltage), null, null, circuits, plan.receivingPoints(), plan.meteringPoints(), plan.tariff(), kva("150"), null, null, null, null);
    }

    public static Circuit circuit(int source, SourceRole role, String substation, String feeder, Laying laying, String capacity, boolean selfBuilt) {
        return new Circuit(source, role, substation, null, feeder, laying, kva(capacity), selfBuilt, "电杆隔离开关出线侧",
                laying == Laying.MIXED ? false : null, null);
    }

    public static BigDecimal kva(String number) {
        return new BigDecimal(number);
    }
}
