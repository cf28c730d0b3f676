package org.yekuo.stage.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yekuo.customer.IdType;
import org.yekuo.stage.AnhuiPack;
import org.yekuo.stage.acceptance.ApplicationForm.ApplicantKind;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

class ReadingApplicationTest {

    private static final LocalDate DAY = LocalDate.of(2008, 6, 5);
    private static final UnitCode HEFEI = new UnitCode("3401");
    private static final UnitCode FEIXI = new UnitCode("340123");

    @Test
    void a_resident_of_8_kw_is_low_voltage_at_220_volts() {
        var read = done(Forms.resident("SINGLE", "8"), HEFEI);
        assertThat(read.facts().text("class")).contains("LV_RES");
        assertThat(read.facts().number("voltageKv")).contains(new BigDecimal("0.22"));
        assertThat(read.facts().isTrue("keyAccount")).isFalse();
        assertThat(read.application().load().capacityKva()).isEqualByComparingTo("8.89");
        assertThat(read.procedure().key()).isEqualTo("low-voltage-resident");
    }

    @ParameterizedTest
    @CsvSource({"9.9, 0.22", "10, 0.38", "11, 0.38"})
    void single_phase_below_10_kw_gets_220_volts(String kw, String kv) {
        assertThat(done(Forms.resident("SINGLE", kw), HEFEI).facts().number("voltageKv")).contains(new BigDecimal(kv));
    }

    @Test
    void more_than_100_kw_of_equipment_is_high_voltage() {
        assertThat(done(Forms.shop("THREE", null, "101"), HEFEI).facts().text("class")).contains("HV");
        assertThat(done(Forms.works("51", 1, null), HEFEI).facts().text("class")).contains("HV");
    }

    @Test
    void a_large_works_in_a_county_is_handled_by_the_city_and_a_small_one_by_the_county() {
        var large = done(Forms.works("3150", 1, null), FEIXI);
        assertThat(large.facts().isTrue("keyAccount")).isTrue();
        assertThat(large.handledBy()).isEqualTo(HEFEI);
        var small = done(Forms.works("630", 1, null), FEIXI);
        assertThat(small.handledBy()).isEqualTo(FEIXI);
        assertThat(small.unit()).isEqualTo(HEFEI);
    }

    @Test
    void where_two_voltages_would_do_the_preferred_one_is_taken_and_the_wish_decides_otherwise() {
        var preferred = done(Forms.works("12000", 1, null), HEFEI);
        assertThat(preferred.facts().number("voltageKv")).contains(new BigDecimal("35"));
        var wish = Forms.form(ApplicantKind.ORGANISATION, IdType.BUSINESS_LICENSE, "INDUSTRIAL", Forms.load("12000", null, "THREE", "10", 1, 1, null));
        assertThat(done(wish, HEFEI).facts().number("voltageKv")).contains(new BigDecimal("10"));
    }

    @Test
    void a_voltage_nobody_may_have_is_refused_naming_those_one_may() {
        var wish = Forms.form(ApplicantKind.ORGANISATION, IdType.BUSINESS_LICENSE, "INDUSTRIAL", Forms.load("630", null, "THREE", "35", 1, 1, null));
        assertThat(refused(wish)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("acceptance.voltage-wish");
            assertThat(violation.field()).isEqualTo("load.voltageWish");
            assertThat(violation.args()).containsExactly("35", "10");
        });
    }

    @Test
    void everything_wrong_is_told_at_once() {
        var form = Forms.form(ApplicantKind.ORGANISATION, IdType.RESIDENT_ID, "PALACE", Forms.load("630", null, "TWO", null, 2, 1, "HUGE"),
                DAY.minusDays(1));
        assertThat(refused(form)).extracting(Violation::rule).containsExactlyInAnyOrder(
                "acceptance.organisation-with-personal-id", "acceptance.required-in-past", "acceptance.fewer-circuits-than-sources",
                "acceptance.unknown-code", "acceptance.unknown-code", "acceptance.unknown-code");
    }

    @ParameterizedTest
    @CsvSource({"0", "-5"})
    void a_capacity_is_more_than_nothing(String kva) {
        assertThat(refused(Forms.works(kva, 1, null))).extracting(Violation::rule).containsExactly("acceptance.capacity-not-positive");
    }

    @Test
    void a_capacity_is_asked_for() {
        assertThat(refused(Forms.resident("SINGLE", null))).extracting(Violation::rule).containsExactly("acceptance.no-capacity");
    }

    @Test
    void an_important_customer_who_asks_for_one_source_is_warned_not_refused() {
        assertThat(done(Forms.works("630", 1, "FIRST"), HEFEI).warnings()).extracting(Violation::rule)
                .containsExactly("acceptance.important-with-one-source");
    }

    private static ReadApplication done(ApplicationForm form, UnitCode supplier) {
        return switch (ReadingApplication.read(form, AnhuiPack.PACK, supplier, DAY)) {
            case Answer.Done<ReadApplication>(ReadApplication read) -> read;
            case Answer.Refused<ReadApplication>(var refusal) -> throw new AssertionError(refusal.violations().toString());
        };
    }

    private static List<Violation> refused(ApplicationForm form) {
        return switch (ReadingApplication.read(form, AnhuiPack.PACK, HEFEI, DAY)) {
            case Answer.Done<ReadApplication>(ReadApplication read) -> throw new AssertionError("understood: " + read);
            case Answer.Refused<ReadApplication>(var refusal) -> refusal.violations();
        };
    }
}
