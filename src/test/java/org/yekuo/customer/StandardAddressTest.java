package org.yekuo.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardAddressTest {

    @ParameterizedTest
    @CsvSource({
        "合肥市蜀山区黄山路100号3栋2单元501室, 合肥市蜀山区黄山路100号3号楼2单元501房",
        "合肥市蜀山区黄山路100号3栋2单元501室, 合肥市 蜀山区 黄山路100号 3幢 2单元 501室",
        "黄山路12号, 黄山路十二号",
        "黄山路210号, 黄山路二百一十号",
        "淮海路5号3栋, 淮海路5号03栋",
        "人民路8号(东门), 人民路8号 东门",
    })
    void two_spellings_are_one_place(String one, String other) {
        assertThat(StandardAddress.of(other)).isEqualTo(StandardAddress.of(one));
    }

    @ParameterizedTest
    @CsvSource({
        "黄山路1号11栋, 黄山路11号1栋",
        "黄山路100号, 黄山路101号",
        "3栋1单元, 3栋11单元",
        "幸福路3-12号, 幸福路312号",
        "三孝口街道1号, 孝口街道31号",
    })
    void different_places_stay_different(String one, String other) {
        assertThat(StandardAddress.of(other)).isNotEqualTo(StandardAddress.of(one));
    }

    @Test
    void names_that_hold_numerals_keep_them() {
        assertThat(StandardAddress.of("三孝口五里墩立交桥").value()).isEqualTo("三孝口五里墩立交桥");
    }

    @Test
    void a_piece_of_a_name_has_only_bigrams_of_the_name() {
        assertThat(Bigrams.of("合肥荣事达电子电器集团有限公司")).containsAll(Bigrams.of("荣事达"));
        assertThat(Bigrams.of("王芳")).containsExactly("王芳");
        assertThat(Bigrams.of("王")).containsExactly("王");
        assertThat(Bigrams.of(" ")).isEmpty();
    }

    @Test
    void characters_beyond_the_basic_plane_are_one_character() {
        assertThat(Bigrams.of("王𬭎宇")).containsExactly("王𬭎", "𬭎宇");
    }

    @Test
    void a_consumer_number_names_its_city_and_checks_itself() {
        var number = ConsumerNo.of(new org.yekuo.vocabulary.UnitCode("340121"), 42);
        assertThat(number.value()).startsWith("340100000042").hasSize(13);
        assertThat(number.unit().value()).isEqualTo("3401");
        assertThat(ConsumerNo.isValid(number.value().replace("42", "24"))).isFalse();
    }
}
