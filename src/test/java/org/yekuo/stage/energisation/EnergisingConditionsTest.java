package org.yekuo.stage.energisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.stage.Samples;
import org.yekuo.stage.contract.ContractSigned;

class EnergisingConditionsTest {

    private static final LocalDate DAY = LocalDate.of(2008, 9, 26);

    @Test
    void a_resident_needs_contract_fee_and_meter_and_nothing_declared() {
        var lights = EnergisingConditions.lights(Samples.resident());
        assertThat(lights).extracting(Light::code).containsExactlyInAnyOrder("CONTRACT_SIGNED", "FEES_SETTLED", "METERING_PASSED");
        assertThat(lights).noneMatch(Light::lit);
        assertThat(EnergisingConditions.lights(Samples.resident().withSettled("contract", "fee", "metering"))).allMatch(Light::lit);
    }

    @Test
    void our_own_works_are_a_condition_only_where_there_are_any() {
        assertThat(EnergisingConditions.lights(Samples.resident().withFact("gridWorks", true))).extracting(Light::code).contains("GRID_WORKS_ACCEPTED");
    }

    @Test
    void each_condition_names_who_sees_to_it_and_its_clause() {
        assertThat(EnergisingConditions.lights(Samples.resident())).filteredOn(light -> light.code().equals("METERING_PASSED")).singleElement()
                .satisfies(light -> {
                    assertThat(light.owner().zh()).isEqualTo("计量管理中心");
                    assertThat(light.clause()).hasToString("细则 3.5");
                    assertThat(light.stage()).isEqualTo("metering");
                });
    }

    @Test
    void high_voltage_is_dark_until_everything_is_declared() {
        assertThat(dark(EnergisingConditions.lights(ready()))).containsExactlyInAnyOrder("START_UP_PLAN", "ELECTRICIANS_QUALIFIED", "SAFETY_MEASURES",
                "TAPPING_ORDER", "DISPATCH_NUMBERING", "RELAY_SETTINGS", "OUTAGE_PLAN");
        assertThat(EnergisingConditions.lights(ready(), Samples.energised(DAY, Samples.everythingDeclared(DAY), "M1"))).allMatch(Light::lit);
    }

    @Test
    void t23_an_electrician_without_a_valid_certificate_keeps_the_supply_off() {
        assertThat(dark(EnergisingConditions.lights(ready(), Samples.energised(DAY, Samples.everythingDeclared(DAY.minusDays(1)), "M1"))))
                .containsExactly("ELECTRICIANS_QUALIFIED");
    }

    @Test
    void thirty_five_kilovolts_need_the_dispatch_agreement_among_the_contracts_annexes() {
        var view = ready().withFact("voltageKv", new BigDecimal("35"));
        var declared = Samples.energised(DAY, Samples.everythingDeclared(DAY), "M1");
        assertThat(dark(EnergisingConditions.lights(view, declared))).containsExactly("DISPATCH_AGREEMENT");
        view.withResult("contract", new ContractSigned(DAY, null, null, Samples.head("周厂长"), Samples.head("李强"), null,
                List.of(new ContractSigned.Annex("DISPATCH_AGREEMENT", "DX-1")), null));
        assertThat(EnergisingConditions.lights(view, declared)).allMatch(Light::lit);
    }

    private static FakeCaseView ready() {
        return Samples.works().withToday(DAY).withSettled("completion-inspection", "contract", "contract-annex", "fee", "metering");
    }

    private static List<String> dark(List<Light> lights) {
        return lights.stream().filter(light -> !light.lit()).map(Light::code).toList();
    }
}
