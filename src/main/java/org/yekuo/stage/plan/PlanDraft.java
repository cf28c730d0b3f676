package org.yekuo.stage.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The drafted supply plan (供电方案稿). What the application and the survey already said is not asked again.
 *
 * @param capacityKva    the supply capacity (供电容量); becomes the contract's
 * @param voltageKv      the voltage of supply, one of the pack's candidates
 * @param choiceReason   why this voltage or feeder and not the first candidate; asked for only then
 * @param loads          sums of the loads, kW; a low-voltage plan may leave them out
 * @param circuits       one for each circuit; circuits of one source share its number
 * @param phases         the phases (分期) of the project; none when it is built at once
 * @param disturbance    what must be done about harmonics and fluctuating load (谐波治理), where there is such load
 */
public record PlanDraft(
        @Asked(usedBy = {"rule:plan.transformers-too-small", "stage:contract", "stage:metering", "stage:archive"}, min = "0.1", max = "1000000")
        BigDecimal capacityKva,
        @Asked(usedBy = {"rule:plan.voltage-not-a-candidate", "stage:contract", "stage:metering"}, fact = "voltageKv", min = "0.22", max = "1000")
        BigDecimal voltageKv,
        @Asked(usedBy = {"rule:plan.choice-without-reason", "stage:plan-approval"}, maxLength = 500) @Nullable String choiceReason,
        @Asked(usedBy = {"letter:PLAN_REPLY", "stage:design"}) @Nullable Loads loads,
        @Asked(usedBy = {"rule:plan.sources-too-few", "letter:PLAN_REPLY", "stage:fee"}) List<Circuit> circuits,
        @Asked(usedBy = {"rule:plan.transformers-too-small", "letter:PLAN_REPLY", "stage:contract"}) List<ReceivingPoint> receivingPoints,
        @Asked(usedBy = {"stage:metering", "stage:contract", "letter:PLAN_REPLY"}) List<MeteringPoint> meteringPoints,
        @Asked(usedBy = {"stage:contract", "stage:billing", "letter:PLAN_REPLY"}) Tariff tariff,
        @Asked(usedBy = {"letter:PLAN_REPLY", "stage:design"}, min = "0", max = "1000000") @Nullable BigDecimal compensationKvar,
        @Asked(usedBy = {"rule:plan.emergency-source-too-small", "letter:PLAN_REPLY", "stage:contract"}) @Nullable OwnSupply ownSupply,
        @Asked(usedBy = {"rule:plan.phases-do-not-add-up", "stage:design", "stage:energisation"}) @Nullable List<Phase> phases,
        @Asked(usedBy = {"letter:PLAN_REPLY", "stage:design"}, maxLength = 500) @Nullable String disturbance,
        @Asked(usedBy = "letter:PLAN_REPLY", maxLength = 1000) @Nullable String remark) implements StageResult {

    /** 负荷, kW: of all equipment, as calculated, and of the first and second class (GB 50052). */
    public record Loads(
            @Asked(usedBy = "letter:PLAN_REPLY", min = "0", max = "1000000") BigDecimal equipmentKw,
            @Asked(usedBy = {"letter:PLAN_REPLY", "rule:plan.transformers-too-small"}, min = "0", max = "1000000") BigDecimal calculatedKw,
            @Asked(usedBy = "letter:PLAN_REPLY", min = "0", max = "1000000") @Nullable BigDecimal firstClassKw,
            @Asked(usedBy = "letter:PLAN_REPLY", min = "0", max = "1000000") @Nullable BigDecimal secondClassKw) {}

    /**
     * One circuit (回路). Limits look at sources, the high-reliability fee at circuits.
     *
     * @param source       the number of its source (电源), from 1
     * @param substation   the substation, by the grid's code
     * @param feeder       the line or, at low voltage, the transformer of the area (台区), by the grid's code
     * @param capacityKva  what it alone can carry
     * @param selfBuilt    whether the customer builds the outside works of this voltage
     * @param demarcation  where property ends (产权分界点)
     * @param undergroundAtBoundary whether the supply side of that point is underground cable; asked where the laying is mixed
     */
    public record Circuit(
            @Asked(usedBy = "rule:plan.sources-too-few", min = "1", max = "9") int source,
            @Asked(usedBy = {"rule:plan.no-main-source", "letter:PLAN_REPLY"}) SourceRole role,
            @Asked(usedBy = {"rule:plan.same-substation", "letter:PLAN_REPLY"}, maxLength = 60) String substation,
            @Asked(usedBy = "letter:PLAN_REPLY", maxLength = 60) @Nullable String busbar,
            @Asked(usedBy = {"room:grid", "letter:PLAN_REPLY"}, maxLength = 60) String feeder,
            @Asked(usedBy = {"stage:fee", "letter:PLAN_REPLY"}) Laying laying,
            @Asked(usedBy = {"stage:fee", "room:grid"}, min = "0.1", max = "1000000") BigDecimal capacityKva,
            @Asked(usedBy = "stage:fee") boolean selfBuilt,
            @Asked(usedBy = {"stage:contract", "letter:PLAN_REPLY"}, maxLength = 200) String demarcation,
            @Asked(usedBy = "stage:fee") @Nullable Boolean undergroundAtBoundary,
            @Asked(usedBy = {"letter:PLAN_REPLY", "stage:design"}, maxLength = 200) @Nullable String protection) {

        /** Whether it pays as underground cable (地下电缆). */
        public boolean cable() {
            return switch (laying) {
                case OVERHEAD -> false;
                case CABLE -> true;
                case MIXED -> Boolean.TRUE.equals(undergroundAtBoundary);
            };
        }
    }

    /** 主供、备用、保安. */
    public enum SourceRole { MAIN, STANDBY, SECURITY }

    /** 架空、电缆、混合. */
    public enum Laying { OVERHEAD, CABLE, MIXED }

    /** 受电点: its transformers, how it is wired, run and interlocked. At low voltage it has no transformers. */
    public record ReceivingPoint(
            @Asked(usedBy = {"letter:PLAN_REPLY", "stage:inspection"}, maxLength = 100) String name,
            @Asked(usedBy = {"rule:plan.transformers-too-small", "stage:contract"}) List<Transformer> transformers,
            @Asked(usedBy = {"letter:PLAN_REPLY", "stage:design"}, maxLength = 200) @Nullable String wiring,
            @Asked(usedBy = {"letter:PLAN_REPLY", "stage:design"}, maxLength = 200) @Nullable String operation,
            @Asked(usedBy = {"rule:plan.interlock-missing", "stage:inspection"}) @Nullable Interlock interlock) {}

    /** 联锁: 电气, 机械, 电气兼机械. */
    public enum Interlock { ELECTRICAL, MECHANICAL, BOTH }

    public record Transformer(
            @Asked(usedBy = {"rule:plan.transformers-too-small", "stage:contract"}, min = "0.1", max = "1000000") BigDecimal capacityKva,
            @Asked(usedBy = {"letter:PLAN_REPLY", "stage:contract"}, min = "1", max = "100") int count) {}

    /**
     * 计量点.
     *
     * @param meteringClass 计量装置分类, I to V, as the pack has it
     * @param ctRatio       such as {@code 50/5}; none where the meter is connected directly
     * @param ptRatio       such as {@code 10000/100}; none at low voltage
     */
    public record MeteringPoint(
            @Asked(usedBy = {"stage:metering", "letter:PLAN_REPLY"}, maxLength = 30) String no,
            @Asked(usedBy = {"stage:metering", "letter:PLAN_REPLY"}, maxLength = 100) String location,
            @Asked(usedBy = {"rule:plan.metering-mode", "stage:metering"}) MeteringMode mode,
            @Asked(usedBy = {"rule:plan.metering-class", "stage:metering"}, maxLength = 5) String meteringClass,
            @Asked(usedBy = {"stage:metering", "letter:PLAN_REPLY"}) Wiring wiring,
            @Asked(usedBy = {"stage:metering", "stage:billing"}, pattern = "\\d{1,5}/[15]") @Nullable String ctRatio,
            @Asked(usedBy = {"stage:metering", "stage:billing"}, pattern = "\\d{3,6}/100") @Nullable String ptRatio) {}

    /** 高供高计、高供低计、低供低计. */
    public enum MeteringMode { HIGH_HIGH, HIGH_LOW, LOW_LOW }

    /** 单相、三相三线、三相四线. */
    public enum Wiring { SINGLE_PHASE, THREE_PHASE_THREE_WIRE, THREE_PHASE_FOUR_WIRE }

    /**
     * 计费.
     *
     * @param category    电价类别, such as 大工业用电
     * @param basis       how the capacity charge is reckoned; only with a two-part tariff
     * @param powerFactor 功率因数标准; none where it is not adjusted
     * @param split       定量定比, in words, where one meter serves several prices
     */
    public record Tariff(
            @Asked(usedBy = {"rule:plan.tariff-scheme", "stage:billing"}) Scheme scheme,
            @Asked(usedBy = {"stage:billing", "stage:contract"}, maxLength = 60) String category,
            @Asked(usedBy = {"rule:plan.capacity-charge-basis", "stage:billing"}) @Nullable CapacityBasis basis,
            @Asked(usedBy = {"rule:plan.power-factor", "stage:billing"}, min = "0.5", max = "1") @Nullable BigDecimal powerFactor,
            @Asked(usedBy = {"stage:billing", "letter:PLAN_REPLY"}, maxLength = 200) @Nullable String split) {}

    /** 单一制、两部制. */
    public enum Scheme { SINGLE_PART, TWO_PART }

    /** 容量、需量. */
    public enum CapacityBasis { CAPACITY, DEMAND }

    /**
     * 自备电源: own generation, own emergency source (应急电源), security load (保安负荷) in kW, and measures other than electrical.
     */
    public record OwnSupply(
            @Asked(usedBy = {"stage:contract", "stage:energisation"}, min = "0", max = "1000000") @Nullable BigDecimal generationKw,
            @Asked(usedBy = "rule:plan.emergency-source-too-small", min = "0", max = "1000000") @Nullable BigDecimal emergencySourceKw,
            @Asked(usedBy = "rule:plan.emergency-source-too-small", min = "0", max = "1000000") @Nullable BigDecimal securityLoadKw,
            @Asked(usedBy = {"letter:PLAN_REPLY", "stage:design"}, maxLength = 500) @Nullable String otherMeasures) {}

    /** One phase (分期) of the project; its number is its place in the list, from 1. */
    public record Phase(
            @Asked(usedBy = "letter:PLAN_REPLY", maxLength = 60) String name,
            @Asked(usedBy = {"rule:plan.phases-do-not-add-up", "stage:energisation"}, min = "0.1", max = "1000000") BigDecimal capacityKva) {}

    /** How many sources (电源) the circuits come from. */
    public int sources() {
        return (int) circuits.stream().map(Circuit::source).distinct().count();
    }

    /** The capacity of all transformers, kVA; nothing at low voltage. */
    public BigDecimal transformersKva() {
        return receivingPoints.stream().flatMap(point -> point.transformers().stream())
                .map(transformer -> transformer.capacityKva().multiply(BigDecimal.valueOf(transformer.count())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<Phase> phasesOrNone() {
        return phases == null ? List.of() : phases;
    }
}
