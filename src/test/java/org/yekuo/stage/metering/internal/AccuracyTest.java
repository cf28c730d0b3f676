package org.yekuo.stage.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void a_smaller_number_is_better() {
        assertThat(Accuracy.of("0.5").meets("1.0")).isTrue();
        assertThat(Accuracy.of("2.0").meets("1.0")).isFalse();
        assertThat(Accuracy.of("1").meets("1.0")).isTrue();
    }

    @Test
    void exact_at_small_currents_is_better_than_the_same_number_without() {
        assertThat(Accuracy.of("0.5S").meets("0.5")).isTrue();
        assertThat(Accuracy.of("0.5").meets("0.5S")).isFalse();
        assertThat(Accuracy.of("0.2").meets("0.5S")).isTrue();
    }

    @Test
    void one_of_the_alternatives_is_enough() {
        assertThat(Accuracy.of("0.5S").meets("0.2S或0.5S")).isTrue();
        assertThat(Accuracy.of("0.5").meets("0.2S或0.5S")).isFalse();
    }
}
