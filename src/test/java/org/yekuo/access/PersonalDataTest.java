package org.yekuo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.yekuo.access.internal.SecretsIT;
import org.yekuo.vocabulary.YekuoException;

class PersonalDataTest {

    private static final String NUMBER = "340121198001011234";
    private static final String PLACE = "customer/3401/1/id_number";
    private final PersonalData data = new PersonalData(SecretsIT.secrets(1));

    @Test
    void what_is_sealed_for_a_place_is_read_there_and_shows_nothing() {
        var sealed = data.seal(NUMBER, PLACE);

        assertThat(data.open(sealed, PLACE)).isEqualTo(NUMBER);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("19800101");
        assertThat(data.seal(NUMBER, PLACE)).as("equal values do not show as equal").isNotEqualTo(sealed);
    }

    @Test
    void a_value_moved_to_another_row_is_noticed() {
        var sealed = data.seal(NUMBER, PLACE);
        assertThatExceptionOfType(YekuoException.class).isThrownBy(() -> data.open(sealed, "customer/3401/2/id_number"));
    }

    @Test
    void any_changed_byte_is_noticed() {
        var sealed = data.seal(NUMBER, PLACE);
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(YekuoException.class).as("byte " + i).isThrownBy(() -> data.open(changed, PLACE));
        }
        assertThatExceptionOfType(YekuoException.class).isThrownBy(() -> data.open(new byte[0], PLACE));
    }

    @Test
    void another_installation_can_not_read_it_nor_find_it() {
        var other = new PersonalData(SecretsIT.secrets(2));
        assertThatExceptionOfType(YekuoException.class).isThrownBy(() -> other.open(data.seal(NUMBER, PLACE), PLACE)).withMessageNotContaining(NUMBER);
        assertThat(data.digest(NUMBER)).isEqualTo(data.digest(NUMBER)).isNotEqualTo(other.digest(NUMBER)).isNotEqualTo(data.digest(NUMBER + "5"));
    }
}
