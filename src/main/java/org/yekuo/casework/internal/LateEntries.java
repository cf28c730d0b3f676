package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Said;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/**
 * What happened before it was entered (补录): what, when, why. It counts from the day said only once the clerk's own head has approved it, and
 * is counted apart.
 */
@Component
public class LateEntries {

    /** A late entry as it lies in its table. */
    public record LateEntry(int n, String subject, String reference, LocalDate saidOn, LocalDate recordedOn, String because, String by, String state) {}

    private static final String INSERT = """
            insert into late_entry (unit, case_no, n, subject, reference, said_on, recorded_on, because, by_staff, state)
            values (?, ?, (select coalesce(max(n), 0) + 1 from late_entry where unit = ? and case_no = ?), ?, ?, ?, ?, ?, ?, 'PROPOSED')
            returning n""";

    private static final String FIND = """
            select * from late_entry where unit = ? and case_no = ? and n = ?""";

    private static final String ALL = """
            select * from late_entry where unit = ? and case_no = ? order by n""";

    private static final String DECIDE = """
            update late_entry set state = ?, decided_by = ?, decided_on = ? where unit = ? and case_no = ? and n = ?""";

    private final JdbcClient jdbc;

    LateEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is wrong with the day something is said to have happened. */
    public List<Violation> check(Said said, LocalDate today) {
        var on = said.on();
        if (on == null || on.equals(today)) {
            return List.of();
        }
        if (on.isAfter(today)) {
            return List.of(Violation.at("happenedOn", "casework.in-the-future", on, today));
        }
        var because = said.lateBecause();
        return because == null || because.isBlank() ? List.of(Violation.at("lateBecause", "casework.late-needs-reason", on, today)) : List.of();
    }

    /** Notes a late entry when the day said is an earlier one; until it is decided the entry counts as of today. */
    public void propose(Desk desk, Said said, String subject, Run run) {
        propose(desk, said, subject, run.stage + "/" + run.phase + "/" + run.round);
    }

    public void propose(Desk desk, Said said, String subject, String reference) {
        var on = said.on();
        var because = said.lateBecause();
        if (on == null || because == null || !on.isBefore(desk.moment.today())) {
            return;
        }
        var no = desk.file.no;
        int n = jdbc.sql(INSERT).params(no.unit().value(), no.value(), no.unit().value(), no.value(), subject, reference, on, desk.moment.today(),
                because, desk.moment.actor().id()).query(Integer.class).single();
        desk.file.record(desk.moment, EventKind.LATE_ENTRY, on, Map.of("entry", n, "subject", subject, "reference", reference, "saidOn", on, "because", because));
    }

    public Optional<LateEntry> find(CaseNo no, int n) {
        return jdbc.sql(FIND).params(no.unit().value(), no.value(), n).query((row, i) -> entry(row)).optional();
    }

    public List<LateEntry> of(CaseNo no) {
        return jdbc.sql(ALL).params(no.unit().value(), no.value()).query((row, i) -> entry(row)).list();
    }

    public void decide(Desk desk, LateEntry entry, boolean approved) {
        var no = desk.file.no;
        jdbc.sql(DECIDE).params(approved ? "APPROVED" : "REFUSED", desk.moment.actor().id(), desk.moment.today(), no.unit().value(), no.value(), entry.n())
                .update();
        desk.file.record(desk.moment, EventKind.LATE_ENTRY_DECIDED, Map.of("entry", entry.n(), "approved", approved, "saidOn", entry.saidOn()));
    }

    private static LateEntry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        return new LateEntry(row.getInt("n"), row.getString("subject"), row.getString("reference"), row.getObject("said_on", LocalDate.class),
                row.getObject("recorded_on", LocalDate.class), row.getString("because"), row.getString("by_staff"), row.getString("state"));
    }
}
