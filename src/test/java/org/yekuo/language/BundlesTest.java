package org.yekuo.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class BundlesTest {

    private final Bundles bundles = new Bundles();

    BundlesTest() throws IOException {}

    @Test
    void a_sentence_is_said_in_english_to_whoever_chose_it_and_in_chinese_to_all_others() {
        assertThat(bundles.getMessage("web.menu.today", null, Locale.ENGLISH)).isEqualTo(bundles.getMessage("web.menu.today", new Object[0], Locale.UK)).isEqualTo("Today");
        assertThat(bundles.getMessage("web.menu.today", null, Locale.SIMPLIFIED_CHINESE)).isEqualTo(bundles.getMessage("web.menu.today", null, Locale.GERMAN)).isEqualTo("今天");
    }

    @Test
    void what_a_sentence_names_is_put_in_its_place_and_without_it_the_place_stays() {
        assertThat(bundles.getMessage("web.left", new Object[] {3}, Locale.SIMPLIFIED_CHINESE)).contains("3").doesNotContain("{");
        assertThat(bundles.getMessage("web.left", null, Locale.SIMPLIFIED_CHINESE)).contains("{0}");
    }

    @Test
    void a_doubled_apostrophe_is_read_as_one_with_and_without_what_the_sentence_names() {
        assertThat(bundles.getMessage("api.status.400", null, Locale.ENGLISH)).isEqualTo("The request can't be read");
        assertThat(bundles.getMessage("administration.not-oneself", new Object[] {"Wang"}, Locale.ENGLISH)).startsWith("Wang can't give");
    }

    @Test
    void what_no_bundle_says_is_not_said() {
        assertThat(bundles.getMessage("no.such.sentence", null, "otherwise", Locale.ENGLISH)).isEqualTo("otherwise");
        assertThatThrownBy(() -> bundles.getMessage("no.such.sentence", null, Locale.ENGLISH)).isInstanceOf(NoSuchMessageException.class);
    }
}
