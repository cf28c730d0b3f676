package org.yekuo.stage.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.YekuoIT;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.stage.Samples;
import org.yekuo.stage.metering.Installations;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@YekuoIT
@Transactional
class MeteringIT {

    private static final LocalDate DAY = LocalDate.of(2008, 6, 18);
    private static final UnitCode UNIT = new UnitCode("3402");

    @Autowired MeteringWork work;
    @Autowired Installations installations;

    @Test
    void a_device_is_in_one_place_and_a_seal_is_used_once() {
        work.record(resident(720_001), Samples.residentMetering(DAY, "IT-M1", "IT-S1"));
        var again = Samples.residentMetering(DAY, "IT-M1", "IT-S1");
        assertThat(work.check(resident(720_001), again)).isEmpty();
        assertThat(work.check(resident(720_002), again)).extracting(Violation::field, Violation::rule).containsExactly(
                Tuple.tuple("devices[0].assetNo", "metering.asset-in-use"), Tuple.tuple("seals[0].sealNo", "metering.seal-in-use"));
    }

    @Test
    void a_later_round_takes_the_place_of_an_earlier() {
        work.record(resident(720_003), Samples.residentMetering(DAY, "IT-M2", "IT-S2"));
        work.record(resident(720_003).withRound(2), Samples.residentMetering(DAY, "IT-M3", "IT-S3"));
        var caseNo = CaseNo.of(UNIT, 720_003);
        assertThat(installations.of(UNIT, caseNo)).extracting(Installations.Installed::assetNo).containsExactly("IT-M3");
        assertThat(installations.sealsOf(UNIT, caseNo)).extracting(Installations.Sealed::sealNo).containsExactly("IT-S3");
        assertThat(installations.find(UNIT, "IT-M2")).isEmpty();
    }

    @Test
    void when_a_case_ends_its_devices_are_free_again_and_its_seals_are_not() {
        work.record(resident(720_004), Samples.residentMetering(DAY, "IT-M4", "IT-S4"));
        work.release(resident(720_004));
        assertThat(work.check(resident(720_005), Samples.residentMetering(DAY, "IT-M4", "IT-S5"))).isEmpty();
        assertThat(work.check(resident(720_005), Samples.residentMetering(DAY, "IT-M5", "IT-S4"))).extracting(Violation::rule)
                .containsExactly("metering.seal-in-use");
    }

    @Test
    void an_unsealed_meter_is_named() {
        var bare = Samples.residentMetering(DAY, "IT-M6", "IT-S6");
        var unsealed = new org.yekuo.stage.metering.MeteringInstalled(bare.installedOn(), bare.installers(), bare.devices(), java.util.List.of(), "王某", null);
        assertThat(work.check(resident(720_006), unsealed)).extracting(Violation::rule).containsExactly("metering.meter-unsealed");
    }

    private static FakeCaseView resident(long sequence) {
        return Samples.resident().withCaseNo(CaseNo.of(UNIT, sequence)).withToday(DAY);
    }
}
