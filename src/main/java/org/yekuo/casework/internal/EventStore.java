package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LedgerEvent;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.CaseNo;

/** The ledger's entries: appended and read, never changed. */
@Component
class EventStore {

    private static final String APPEND = """
            insert into case_event (unit, case_no, seq, happened_on, recorded_at, actor, actor_name, kind, body, prev_hash, hash)
            select ?, ?, seq, happened_on, recorded_at, actor, actor_name, kind, body, prev_hash, hash from json_populate_recordset(null::case_event, ?::json)""";

    private static final String PAGE = """
            select * from case_event where unit = ? and case_no = ? and seq > ? order by seq limit ?""";

    // the primary key's range of one case
    private static final String OF_KIND = """
            select * from case_event where unit = ? and case_no = ? and kind = ? order by seq""";

    private final JdbcClient jdbc;
    private final LedgerJson json;

    EventStore(JdbcClient jdbc, LedgerJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(OneTrip trip, CaseFile file) {
        if (!file.newEvents.isEmpty()) {
            trip.tell(APPEND, file.unit().value(), file.no.value(), json.write(file.newEvents.stream().map(EventStore::row).toList()));
        }
    }

    private static Map<String, Object> row(LedgerEvent event) {
        var row = new HashMap<String, Object>();
        row.put("seq", event.seq());
        row.put("happened_on", event.happenedOn());
        row.put("recorded_at", event.recordedAt().truncatedTo(ChronoUnit.MICROS));
        row.put("actor", event.actorId());
        row.put("actor_name", event.actorName());
        row.put("kind", event.kind());
        row.put("body", event.body());
        row.put("prev_hash", event.prevHash());
        row.put("hash", event.hash());
        return row;
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
