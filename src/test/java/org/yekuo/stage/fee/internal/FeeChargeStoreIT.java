package org.yekuo.stage.fee.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.stage.fee.FeePaid;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

class FeeChargeStoreIT {

    private static final CaseNo FIRST = CaseNo.of(new UnitCode("3401"), 1);
    private static final CaseNo SECOND = CaseNo.of(new UnitCode("3401"), 2);

    @Test
    void a_later_round_replaces_what_was_charged() {
        try (var database = TestDatabase.copy()) {
            var jdbc = JdbcClient.create(database.app());
            var store = new FeeChargeStore(jdbc);
            store.put(FIRST, paid("R-1", "100"), "S1");
            store.put(FIRST, paid("R-2", "200"), "S1");
            assertThat(jdbc.sql("select receipt_no || ' ' || amount from fee_charge where unit = '3401'").query(String.class).list())
                    .containsExactly("R-2 200.00");
        }
    }

    @Test
    void a_receipt_belongs_to_one_case() {
        try (var database = TestDatabase.copy()) {
            var store = new FeeChargeStore(JdbcClient.create(database.app()));
            store.put(FIRST, paid("R-1", "100"), "S1");
            assertThat(store.otherCaseOf(SECOND, "R-1")).contains(FIRST.value());
            assertThat(store.otherCaseOf(FIRST, "R-1")).isEmpty();
        }
    }

    private static FeePaid paid(String receiptNo, String amount) {
        return new FeePaid(List.of(new FeePaid.Item("HIGH_RELIABILITY", new BigDecimal("630"), new BigDecimal(amount), "皖价服〔2004〕223号")),
                receiptNo, LocalDate.of(2008, 9, 22));
    }
}
