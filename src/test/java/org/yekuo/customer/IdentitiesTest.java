package org.yekuo.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yekuo.vocabulary.Violation;

class IdentitiesTest {

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 11010519491231002X",
        "RESIDENT_ID, 440524188001010014",
        "RESIDENT_ID, 11010519491231002x",
        "HOUSEHOLD_BOOK, 11010519491231002X",
        "USCC, 91350100M000100Y43",
        "USCC, 91440300708461136T",
        "BUSINESS_LICENSE, 110108000000016",
        "ORG_CODE, D2143569-X",
        "ORG_CODE, 708461136",
        "PASSPORT, E12345678",
        "MILITARY_ID, 军字第1234567号",
    })
    void a_true_number_passes(IdType type, String number) {
        assertThat(Identities.check(type, number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 110105194912310021, customer.id-resident-check",
        "RESIDENT_ID, 11010519491231002, customer.id-resident-shape",
        "RESIDENT_ID, 11010519490231002X, customer.id-resident-birth",
        "RESIDENT_ID, 11010517991231002X, customer.id-resident-birth",
        "USCC, 91440300708461136X, customer.id-uscc-check",
        "USCC, 91440300708461136, customer.id-uscc-shape",
        "USCC, 9144030070846113OT, customer.id-uscc-shape",
        "BUSINESS_LICENSE, 110108000000017, customer.id-business-license-check",
        "ORG_CODE, D2143569-1, customer.id-org-code-check",
        "ORG_CODE, D214356, customer.id-org-code-shape",
        "PASSPORT, 护照, customer.id-passport-shape",
    })
    void a_wrong_number_says_what_is_wrong(IdType type, String number, String rule) {
        assertThat(Identities.check(type, number)).extracting(Violation::rule).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"RESIDENT_ID, 11010519491231002X", "USCC, 91350100M000100Y43", "ORG_CODE, D2143569X"})
    void one_mistaken_digit_anywhere_is_noticed(IdType type, String number) {
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                var mistaken = new StringBuilder(number);
                mistaken.setCharAt(i, (char) ('0' + (number.charAt(i) - '0' + 1) % 10));
                assertThat(Identities.check(type, mistaken.toString())).as(mistaken.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void nobody_is_born_after_today() {
        assertThat(Identities.check(IdType.RESIDENT_ID, "11010519491231002X", LocalDate.of(1949, 12, 31))).isEmpty();
        assertThat(Identities.check(IdType.RESIDENT_ID, "11010519491231002X", LocalDate.of(1949, 12, 30)))
                .extracting(Violation::rule).containsExactly("customer.id-resident-birth");
    }

    @Test
    void a_number_typed_full_width_with_spaces_is_the_same_number() {
        assertThat(Identities.normal(IdType.RESIDENT_ID, " 1101 0519491231 002x ")).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13905511234", "+86 139 0551 1234", "0551-62345678", "055162345678", "0557-3022222-801", "400-820-8820"})
    void a_phone_that_can_be_rung_passes(String phone) {
        assertThat(Identities.checkPhone(phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1390551123", "12905511234", "62345678", "call me", "0551-1234567"})
    void a_phone_that_cannot_be_rung_is_refused(String phone) {
        assertThat(Identities.checkPhone(phone)).extracting(Violation::rule).containsExactly("customer.phone-shape");
    }

    @Test
    void an_empty_number_is_missing_not_misshapen() {
        assertThat(Identities.check(IdType.USCC, "  ")).isEqualTo(List.of(Violation.at("idNumber", "customer.id-missing")));
        assertThat(Identities.checkPhone("")).isEqualTo(List.of(Violation.at("phone", "customer.phone-missing")));
    }
}
