package org.yekuo.outbox.internal;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
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

    private final JdbcOperations jdbc;
    private final MachineClock clock;

    TableOutbox(JdbcOperations jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(UnitCode unit, CaseNo no, List<Message> messages) {
        var now = Timestamp.from(clock.now());
        jdbc.batchUpdate(PUT, messages.stream().map(message ->
                new Object[] {unit.value(), no.value(), message.seq(), message.topic(), message.payloadJson(), now, now}).toList());
    }
}
