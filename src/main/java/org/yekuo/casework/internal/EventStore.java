package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LedgerEvent;
import org.yekuo.vocabulary.CaseNo;

/** The ledger's entries: appended and read, never changed. */
@Component
class EventStore {

    private static final String APPEND = """
            insert into case_event (unit, case_no, seq, happened_on, recorded_at, actor, actor_name, kind, body, prev_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String PAGE = """
            select * from case_event where unit = ? and case_no = ? and seq > ? order by seq limit ?""";

    // the primary key's range of one case
    private static final String OF_KIND = """
            select * from case_event where unit = ? and case_no = ? and kind = ? order by seq""";

    private final JdbcClient jdbc;
    private final JdbcOperations batch;

    EventStore(JdbcClient jdbc, JdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void append(List<LedgerEvent> events) {
        List<@Nullable Object[]> rows = events.stream().map(event -> new @Nullable Object[] {
            event.caseNo().unit().value(), event.caseNo().value(), event.seq(), event.happenedOn(), Timestamp.from(event.recordedAt()),
            event.actorId(), event.actorName(), event.kind().name(), event.body(), event.prevHash(), event.hash()}).toList();
        if (!rows.isEmpty()) {
            batch.batchUpdate(APPEND, rows);
        }
    }

    /** The entries after {@code seq}, in order, at most {@code limit}. */
    List<LedgerEvent> after(CaseNo no, long seq, int limit) {
        return jdbc.sql(PAGE).params(no.unit().value(), no.value(), seq, limit).query((row, i) -> event(no, row)).list();
    }

    List<LedgerEvent> ofKind(CaseNo no, EventKind kind) {
        return jdbc.sql(OF_KIND).params(no.unit().value(), no.value(), kind.name()).query((row, i) -> event(no, row)).list();
    }

    private static LedgerEvent event(CaseNo no, ResultSet row) throws SQLException {
        return new LedgerEvent(
                no, row.getLong("seq"), row.getObject("happened_on", LocalDate.class), row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor"), row.getString("actor_name"), EventKind.valueOf(row.getString("kind")), row.getString("body"),
                row.getString("prev_hash"), row.getString("hash"));
    }
}
