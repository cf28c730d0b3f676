package org.yekuo.stage.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.stage.plan.Plans;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

class SupplyPlanStoreIT {

    private static final CaseNo CASE = CaseNo.of(new UnitCode("3401"), 1);
    private static final LocalDate DAY = LocalDate.of(2008, 5, 16);

    @Test
    void a_new_draft_replaces_the_old_and_takes_its_reply_back() {
        try (var database = TestDatabase.copy()) {
            var store = new SupplyPlanStore(JdbcClient.create(database.app()));
            store.put(CASE, 1, Plans.works(), BigDecimal.ZERO, DAY.minusDays(3));
            store.issue(CASE, DAY, DAY.plusYears(1));
            assertThat(store.find(CASE.unit(), CASE)).hasValueSatisfying(plan -> {
                assertThat(plan.issuedOn()).isEqualTo(DAY);
                assertThat(plan.validUntil()).isEqualTo(DAY.plusYears(1));
                assertThat(plan.transformersKva()).isEqualByComparingTo("630");
            });

            store.put(CASE, 2, Plans.resident(), new BigDecimal("1.50"), DAY);
            assertThat(store.find(CASE.unit(), CASE)).hasValueSatisfying(plan -> {
                assertThat(plan.version()).isEqualTo(2);
                assertThat(plan.capacityKva()).isEqualByComparingTo("8.89");
                assertThat(plan.fee()).isEqualByComparingTo("1.50");
                assertThat(plan.issuedOn()).isNull();
            });
        }
    }

    @Test
    void a_reply_whose_validity_starts_later_has_no_last_day_yet() {
        try (var database = TestDatabase.copy()) {
            var store = new SupplyPlanStore(JdbcClient.create(database.app()));
            store.put(CASE, 1, Plans.works(), BigDecimal.ZERO, DAY);
            store.issue(CASE, DAY, null);
            assertThat(store.find(CASE.unit(), CASE)).hasValueSatisfying(plan -> assertThat(plan.validUntil()).isNull());
        }
    }
}
