package org.yekuo.outbox.internal;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.outbox.Outbox;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

@Component
class TableOutbox implements Outbox {

    private static final String PUT = """
            insert into outbox (unit, case_no, seq, topic, payload, recorded_at, next_attempt_at) values (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    TableOutbox(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(UnitCode unit, CaseNo no, long seq, String topic, String payloadJson) {
        var now = Timestamp.from(clock.now());
        jdbc.sql(PUT).params(unit.value(), no.value(), seq, topic, payloadJson, now, now).update();
    }
}
