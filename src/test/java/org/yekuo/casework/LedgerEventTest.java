package org.yekuo.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yekuo.casework.internal.ledger.CanonicalJson;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LedgerEvent;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

class LedgerEventTest {

    private static final CaseNo NO = CaseNo.of(new UnitCode("3401"), 7);
    private static final Instant AT = Instant.parse("2026-11-24T01:02:03.123456789Z");
    private static final Actor CLERK = Actor.staff("340121-kf01", "王芳");

    @Test
    void the_same_content_gives_the_same_text_in_whatever_order_it_was_put() {
        var one = new TreeMap<String, Object>(Map.of("b", 2, "a", new BigDecimal("630.00"), "c", List.of("甲", true)));
        var other = new java.util.LinkedHashMap<String, Object>();
        other.put("c", List.of("甲", true));
        other.put("b", 2);
        other.put("a", new BigDecimal("6.3e2"));

        assertThat(CanonicalJson.write(one)).isEqualTo(CanonicalJson.write(other)).isEqualTo("{\"a\":\"630\",\"b\":2,\"c\":[\"甲\",true]}");
    }

    @Test
    void instants_are_written_to_the_microsecond() {
        assertThat(CanonicalJson.write(AT)).isEqualTo("\"2026-11-24T01:02:03.123456Z\"");
    }

    @Test
    void quotes_and_control_characters_are_escaped() {
        assertThat(CanonicalJson.write("a\"b\\c\n\u0001")).isEqualTo("\"a\\\"b\\\\c\\n\\u0001\"");
    }

    @Test
    void a_changed_letter_or_a_changed_predecessor_changes_the_hash() {
        var first = LedgerEvent.next(NO, 1, LedgerEvent.GENESIS, LocalDate.of(2008, 4, 24), AT, CLERK, EventKind.REGISTERED, Map.of("hall", "34012101"));
        var second = LedgerEvent.next(NO, 2, first.hash(), LocalDate.of(2008, 4, 24), AT, CLERK, EventKind.ACCEPTED, Map.of());

        assertThat(LedgerEvent.hash(LedgerEvent.GENESIS, first.body())).isEqualTo(first.hash());
        assertThat(LedgerEvent.hash(LedgerEvent.GENESIS, first.body().replace("34012101", "34012102"))).isNotEqualTo(first.hash());
        assertThat(LedgerEvent.hash(LedgerEvent.GENESIS, second.body())).isNotEqualTo(second.hash());
    }
}
