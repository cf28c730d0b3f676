package org.yekuo.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yekuo.TestDatabase;
import org.yekuo.calendar.MachineClock;
import org.yekuo.casework.internal.SealingDay;
import org.yekuo.scenario.Day;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The ledger's past can't be changed from the program, and whoever changes it otherwise is found out. */
class LedgerIT extends Day {

    @Autowired
    private VerifyingLedger verifying;

    @Autowired
    private SealingDay sealing;

    @Autowired
    private MachineClock machine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    private JdbcClient owner() {
        DataSource source = new DriverManagerDataSource(environment.getRequiredProperty("yekuo.database.url"), TestDatabase.OWNER, "");
        return JdbcClient.create(source);
    }

    @Test
    void the_programs_role_can_neither_change_nor_delete_an_entry() {
        assertThatThrownBy(() -> jdbc.sql("update case_event set actor = 'x' where false").update()).hasStackTraceContaining("permission denied for table case_event");
        assertThatThrownBy(() -> jdbc.sql("delete from case_event where false").update()).hasStackTraceContaining("permission denied for table case_event");
    }

    @Test
    void a_changed_entry_a_changed_column_and_a_missing_entry_break_the_chain() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        var no = new CaseNo(walk.no);
        assertThat(verifying.verify(no)).isEmpty();

        owner().sql("update case_event set body = replace(body, 'COUNTER', 'PIGEON') where unit = ? and case_no = ? and seq = 1").params("3401", walk.no).update();
        assertThat(verifying.verify(no)).get().satisfies(broken -> assertThat(broken.what()).contains("text was changed"));
        owner().sql("update case_event set body = replace(body, 'PIGEON', 'COUNTER') where unit = ? and case_no = ? and seq = 1").params("3401", walk.no).update();
        assertThat(verifying.verify(no)).isEmpty();

        owner().sql("update case_event set actor = 'somebody-else' where unit = ? and case_no = ? and seq = 2").params("3401", walk.no).update();
        assertThat(verifying.verify(no)).isPresent();
        owner().sql("delete from case_event where unit = ? and case_no = ? and seq = 3").params("3401", walk.no).update();
        assertThat(verifying.verify(no)).isPresent();
    }

    @Test
    void a_day_is_sealed_once_in_order_and_its_chain_verifies() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        var unit = new UnitCode("3402");
        LocalDate today = machine.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();

        assertThat(sealing.seal(unit, today.minusDays(2))).isTrue();
        assertThat(sealing.seal(unit, today.minusDays(1))).isTrue();
        assertThat(sealing.seal(unit, today.minusDays(1))).isFalse();
        assertThat(sealing.seal(unit, today.minusDays(5))).isFalse();
        assertThat(verifying.verify(unit)).isEmpty();

        owner().sql("update ledger_day set cases = cases + 1 where unit = '3402' and day = ?").param(today.minusDays(2)).update();
        assertThat(verifying.verify(unit)).isNotEmpty();
        owner().sql("delete from ledger_day where unit = '3402'").update();
    }
}
