package org.yekuo.stage.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yekuo.stage.Samples;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.metering.MeteringInstalled.Device;
import org.yekuo.stage.metering.MeteringInstalled.Kind;
import org.yekuo.stage.metering.Ratios;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

class DevicesTest {

    private static final LocalDate DAY = LocalDate.of(2008, 9, 20);

    @Test
    void what_was_planned_and_is_good_enough_passes() {
        assertThat(rules(Samples.worksMetering(DAY, "A").devices())).isEmpty();
    }

    @Test
    void a_meter_worse_than_its_class_allows_is_named_with_the_article() {
        var devices = List.of(Samples.meter(DAY, "A-M1", "2.0", "2.0"), ct("50/5"), pt());
        assertThat(check(devices)).singleElement().satisfies(found -> {
            assertThat(found.rule()).isEqualTo("metering.accuracy");
            assertThat(found.args()).containsExactly("A-M1", "2.0", "III", "1.0");
            assertThat(found.clause()).hasToString("DL/T 448-2000 第5.1条");
        });
    }

    @Test
    void an_adjusted_power_factor_needs_reactive_energy_measured() {
        assertThat(rules(List.of(Samples.meter(DAY, "A-M1", "1.0", null), ct("50/5"), pt()))).containsExactly("metering.reactive-missing");
    }

    @Test
    void ratios_are_compared_by_what_they_do() {
        assertThat(rules(List.of(Samples.meter(DAY, "A-M1", "1.0", "2.0"), ct("10/1"), pt()))).isEmpty();
        assertThat(rules(List.of(Samples.meter(DAY, "A-M1", "1.0", "2.0"), ct("75/5"), pt()))).containsExactly("metering.ratio");
    }

    @Test
    void a_planned_transformer_that_is_not_there_is_missed() {
        assertThat(rules(List.of(Samples.meter(DAY, "A-M1", "1.0", "2.0"), pt()))).containsExactly("metering.device-missing");
    }

    @Test
    void nothing_is_installed_on_an_expired_certificate_or_before_its_verification() {
        var expired = new MeteringInstalled.Certificate("JD-1", DAY.minusYears(5), DAY.minusDays(1));
        var later = new MeteringInstalled.Certificate("JD-2", DAY.plusDays(1), DAY.plusYears(5));
        assertThat(rules(List.of(with(expired), ct("50/5"), pt()))).containsExactly("metering.certificate-expired");
        assertThat(rules(List.of(with(later), ct("50/5"), pt()))).containsExactly("metering.installed-unverified");
    }

    @Test
    void the_multiplier_of_a_point_is_the_product_of_its_ratios() {
        assertThat(Ratios.multiplier(List.of("50/5", "10000/100"))).isEqualByComparingTo("1000");
        assertThat(Ratios.multiplier(List.of())).isEqualByComparingTo("1");
    }

    @Test
    void a_phase_brings_its_own_point_and_finishes_what_it_begins() {
        var phaseOne = Samples.worksMetering(DAY, "A").devices();
        assertThat(missing(inTwoPhases(), phaseOne, List.of())).isEmpty();
        assertThat(missing(inTwoPhases(), List.of(Samples.meter(DAY, "A-M1", "1.0", "2.0"), ct("50/5")), List.of())).containsExactly("1电压互感器");
        assertThat(missing(inTwoPhases(), List.of(), List.of())).contains("1电能表", "2电能表");
    }

    @Test
    void after_the_last_phase_every_point_has_all_it_needs() {
        var phaseOne = Samples.worksMetering(DAY, "A");
        assertThat(missing(inTwoPhases(), List.of(), List.of(phaseOne))).containsExactly("2电能表", "2电流互感器", "2电压互感器");
        var onePoint = Samples.worksPlan(inTwoPhases().phases());
        assertThat(missing(onePoint, List.of(), List.of(phaseOne))).as("the second phase uses the meter of the first").isEmpty();
    }

    private static Device with(MeteringInstalled.Certificate certificate) {
        return new Device("1", Kind.METER, "A-M1", "1.5(6)A", "1.0", "2.0", null, BigDecimal.ZERO, null, certificate);
    }

    private static Device ct(String ratio) {
        return Samples.transformer(DAY, Kind.CT, "A-C1", "0.5S", ratio);
    }

    private static Device pt() {
        return Samples.transformer(DAY, Kind.PT, "A-P1", "0.5", "10000/100");
    }

    private static List<Violation> check(List<Device> devices) {
        var view = Samples.works();
        return Devices.check(Samples.worksPlan(null), view.pack().one("meter-class", view.facts()).orElseThrow(),
                installed(devices), List.of());
    }

    private static MeteringInstalled installed(List<Device> devices) {
        return new MeteringInstalled(DAY, List.of("S1"), devices, List.of(), "周厂长", null);
    }

    /** Two phases of 315 kVA, each with a metering point of its own. */
    private static PlanDraft inTwoPhases() {
        var whole = Samples.worksPlan(List.of(new PlanDraft.Phase("一期", new BigDecimal("315")), new PlanDraft.Phase("二期", new BigDecimal("315"))));
        var first = whole.meteringPoints().getFirst();
        var second = new PlanDraft.MeteringPoint("2", "二期计量柜", first.mode(), first.meteringClass(), first.wiring(), first.ctRatio(), first.ptRatio());
        return new PlanDraft(whole.capacityKva(), whole.voltageKv(), null, null, whole.circuits(), whole.receivingPoints(), List.of(first, second),
                whole.tariff(), null, null, whole.phases(), null, null);
    }

    private static List<String> missing(PlanDraft plan, List<Device> devices, List<MeteringInstalled> otherPhases) {
        return Devices.check(plan, null, installed(devices), otherPhases).stream().filter(found -> found.rule().equals("metering.device-missing"))
                .map(found -> found.args().getFirst() + found.args().getLast()).toList();
    }

    private static List<String> rules(List<Device> devices) {
        return check(devices).stream().map(Violation::rule).toList();
    }
}
