package org.yekuo.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.YekuoIT;

/** The worklist's order, green channels first, is an index's order. */
@YekuoIT
class WorklistIndexIT {

    private static final String OF_ONE_HAT = """
            explain select p.case_no from stage_part p
            where p.state = 'OPEN' and (p.responsible_unit, p.role) in (('340121', 'SURVEYOR'))
            order by p.priority, coalesce(p.due_on, date '9999-12-31'), p.case_no, p.stage, p.phase, p.part limit 51""";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void a_page_of_one_hat_is_read_in_the_order_of_the_index_without_sorting() {
        var plan = new TransactionTemplate(transactions).execute(status -> {
            // A table of a few rows would be read whole; a large one never is.
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            return String.join("\n", jdbc.sql(OF_ONE_HAT).query(String.class).list());
        });
        assertThat(plan).contains("worklist_by_urgency").doesNotContain("Sort");
    }
}
