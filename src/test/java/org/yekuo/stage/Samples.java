package org.yekuo.stage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackReader;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.contract.Signatory;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.metering.MeteringInstalled.Device;
import org.yekuo.stage.metering.MeteringInstalled.Kind;
import org.yekuo.stage.metering.MeteringInstalled.Position;
import org.yekuo.stage.metering.MeteringInstalled.Seal;
import org.yekuo.stage.plan.PlanDraft;

/** Two cases as far as the later stages need them: 王某, a resident with 8 kW, and a works with 630 kVA at 10 kV. */
public final class Samples {

    public static final Pack PACK = PackReader.read(Path.of("src/main/resources/regulations/anhui-2008"));

    private Samples() {}

    public static FakeCaseView resident() {
        return FakeCaseView.under(PACK, Map.of("class", "LV_RES", "business", "NEW_INSTALL", "nature", "RESIDENTIAL", "phaseKind", "SINGLE",
                        "capacityKva", new BigDecimal("8.89"), "voltageKv", new BigDecimal("0.22"), "gridWorks", false, "feeDue", false))
                .withProcedure(PACK.procedure("low-voltage-resident").orElseThrow())
                .withResult("plan-draft", residentPlan());
    }

    public static FakeCaseView works() {
        return FakeCaseView.under(PACK, Map.of("class", "HV", "business", "NEW_INSTALL", "nature", "INDUSTRIAL", "phaseKind", "THREE",
                        "capacityKva", 630, "voltageKv", 10, "gridWorks", false, "feeDue", false))
                .withProcedure(PACK.procedure("high-voltage").orElseThrow())
                .withApplication(FakeCaseView.works("630", 1, "NONE"))
                .withPhase(1)
                .withResult("plan-draft", worksPlan(null));
    }

    public static PlanDraft residentPlan() {
        return new PlanDraft(new BigDecimal("8.89"), new BigDecimal("0.22"), null, null,
                List.of(circuit("T-001", "8.89")),
                List.of(new PlanDraft.ReceivingPoint("表箱", List.of(), null, null, null)),
                List.of(new PlanDraft.MeteringPoint("1", "表箱", PlanDraft.MeteringMode.LOW_LOW, "V", PlanDraft.Wiring.SINGLE_PHASE, null, null)),
                new PlanDraft.Tariff(PlanDraft.Scheme.SINGLE_PART, "居民生活用电", null, null, null), null, null, null, null, null);
    }

    public static PlanDraft worksPlan(@Nullable List<PlanDraft.Phase> phases) {
        return new PlanDraft(new BigDecimal("630"), new BigDecimal("10"), null, null,
                List.of(circuit("F-101", "630")),
                List.of(new PlanDraft.ReceivingPoint("1号配电室", List.of(new PlanDraft.Transformer(new BigDecimal("315"), 2)), null, null, null)),
                List.of(new PlanDraft.MeteringPoint("1", "计量柜", PlanDraft.MeteringMode.HIGH_HIGH, "III", PlanDraft.Wiring.THREE_PHASE_THREE_WIRE,
                        "50/5", "10000/100")),
                new PlanDraft.Tariff(PlanDraft.Scheme.TWO_PART, "大工业用电", PlanDraft.CapacityBasis.CAPACITY, new BigDecimal("0.90"), null),
                null, null, phases, null, null);
    }

    private static PlanDraft.Circuit circuit(String feeder, String kva) {
        return new PlanDraft.Circuit(1, PlanDraft.SourceRole.MAIN, "S-01", null, feeder, PlanDraft.Laying.OVERHEAD, new BigDecimal(kva), false,
                "T 接点", null, null);
    }

    public static Signatory self(String name) {
        return new Signatory(name, Signatory.Capacity.SELF, null, null);
    }

    public static Signatory head(String name) {
        return new Signatory(name, Signatory.Capacity.LEGAL_REPRESENTATIVE, null, null);
    }

    public static ContractSigned residentContract(LocalDate signedOn) {
        return new ContractSigned(signedOn, null, null, self("王某"), head("李强"), null, List.of(new ContractSigned.Annex("DEMARCATION", null)), null);
    }

    /** A meter on its own, sealed. */
    public static MeteringInstalled residentMetering(LocalDate on, String assetNo, String sealNo) {
        return new MeteringInstalled(on, List.of("S010"), List.of(meter(on, assetNo, "2.0", null)), List.of(new Seal(sealNo, Position.METER, assetNo)), "王某", null);
    }

    /** A meter with its current and voltage transformers, sealed. */
    public static MeteringInstalled worksMetering(LocalDate on, String prefix) {
        return new MeteringInstalled(on, List.of("S010", "S011"), List.of(
                meter(on, prefix + "-M1", "1.0", "2.0"), transformer(on, Kind.CT, prefix + "-C1", "0.5S", "50/5"), transformer(on, Kind.PT, prefix + "-P1", "0.5", "10000/100")),
                List.of(new Seal(prefix + "-S1", Position.METER, prefix + "-M1")), "周厂长", null);
    }

    public static Device meter(LocalDate on, String assetNo, String accuracy, @Nullable String reactive) {
        return new Device("1", Kind.METER, assetNo, "5(60)A", accuracy, reactive, null, BigDecimal.ONE, null, certificate(on));
    }

    public static Device transformer(LocalDate on, Kind kind, String assetNo, String accuracy, String ratio) {
        return new Device("1", kind, assetNo, ratio, accuracy, null, ratio, null, null, certificate(on));
    }

    private static MeteringInstalled.Certificate certificate(LocalDate on) {
        return new MeteringInstalled.Certificate("JD-1", on.minusDays(10), on.plusYears(5));
    }

    /** Switched on at twenty past ten, each meter at 1 kWh. */
    public static Energised energised(LocalDate on, Energised.@Nullable Declarations declarations, String... meters) {
        var readings = List.of(meters).stream().map(meter -> new Energised.Reading(meter, BigDecimal.ONE, null)).toList();
        var transformers = declarations == null ? null : List.of(new Energised.TransformerStart("1号变", new BigDecimal("315"), LocalTime.of(10, 20)));
        return new Energised(Energised.Result.ENERGISED, null, new Energised.SwitchedOn(on, LocalTime.of(10, 20), transformers, readings, "王某"), declarations);
    }

    public static Energised.Declarations everythingDeclared(LocalDate certificatesUntil) {
        return new Energised.Declarations("QD-2008-1", List.of(new Energised.Electrician("赵电", "DG-1", certificatesUntil)), true, "JH-1", "DD-1", "DZ-1",
                Energised.Outage.NOT_NEEDED);
    }
}
