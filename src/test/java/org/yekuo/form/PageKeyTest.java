package org.yekuo.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yekuo.form.PageKey.Kind;

class PageKeyTest {

    private static final Kind[] KINDS = {Kind.DAY, Kind.WORD, Kind.NUMBER};

    @Test
    void what_a_page_ended_with_is_what_the_next_begins_after() {
        var key = PageKey.of(LocalDate.of(2008, 4, 24), "34010000000017", 2);
        assertThat(PageKey.read(key.text(), KINDS)).contains(key);
        assertThat(PageKey.of(null, "", 0).values()).as("no day stands last").containsExactly(PageKey.NEVER, "", 0);
    }

    @Test
    void an_address_without_one_is_the_beginning() {
        assertThat(PageKey.read(null, KINDS)).isEmpty();
        assertThat(PageKey.read("  ", KINDS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2008-04-24|a", "2008-04-24|a|1|2", "2008-13-24|a|1", "+99999-04-24|a|1", "2008-04-24|a\0|1", "2008-04-24|a|b", "2008-04-24|a|99999999999"})
    void what_this_list_never_gave_is_refused_with_a_sentence(String madeUp) {
        for (var text : List.of(madeUp, Base64.getUrlEncoder().encodeToString(madeUp.getBytes(StandardCharsets.UTF_8)))) {
            assertThatThrownBy(() -> PageKey.read(text, KINDS)).isInstanceOfSatisfying(WrongPage.class, wrong -> assertThat(wrong.violation().rule()).isEqualTo("form.wrong-page"));
        }
    }

    @Test
    void a_page_read_one_row_further_knows_whether_there_is_a_next() {
        var page = PageOf.of(List.of(1, 2, 3), 2, last -> PageKey.of(last));
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(PageKey.read(page.next(), Kind.NUMBER)).contains(PageKey.of(2));
        assertThat(PageOf.of(List.of(1, 2), 2, last -> PageKey.of(last)).next()).isNull();
    }
}
