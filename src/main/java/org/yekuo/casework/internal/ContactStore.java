package org.yekuo.casework.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.vocabulary.CaseNo;

/** The contact log of cases. */
@Component
public class ContactStore {

    /** One contact: what happened, when, who wrote it down. */
    public record Contact(int n, String kind, LocalDate happenedOn, Instant recordedAt, String by, String text, @Nullable String stage) {}

    private static final String INSERT = """
            insert into contact (unit, case_no, n, kind, happened_on, recorded_at, by_staff, text, stage, phase)
            values (?, ?, (select coalesce(max(n), 0) + 1 from contact where unit = ? and case_no = ?), ?, ?, ?, ?, ?, ?, ?)
            returning n""";

    private static final String OF_CASE = """
            select * from contact where unit = ? and case_no = ? order by n desc limit 500""";

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int add(Desk desk, String kind, LocalDate happenedOn, String text, @Nullable String stage, int phase) {
        var unit = desk.file.unit().value();
        var no = desk.file.no.value();
        return jdbc.sql(INSERT).params(Arrays.asList(unit, no, unit, no, kind, happenedOn, Timestamp.from(desk.moment.recordedAt()),
                desk.moment.actor().id(), text, stage, stage == null ? null : phase)).query(Integer.class).single();
    }

    public List<Contact> of(CaseNo no) {
        return jdbc.sql(OF_CASE).params(no.unit().value(), no.value()).query((row, i) -> new Contact(row.getInt("n"), row.getString("kind"),
                row.getObject("happened_on", LocalDate.class), row.getTimestamp("recorded_at").toInstant(), row.getString("by_staff"),
                row.getString("text"), row.getString("stage"))).list();
    }
}
