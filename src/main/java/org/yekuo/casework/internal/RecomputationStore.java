package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.casework.RecountingLimits.Across;
import org.yekuo.casework.RecountingLimits.Recomputation;
import org.yekuo.vocabulary.CaseNo;

/** How far recomputations are, and which cases they still have before them. */
@Component
public class RecomputationStore {

    /** A case whose running days stand by another calendar. */
    public record Stale(String version, CaseNo no) {}

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('calendar_recomputation'))";

    private static final String LATEST = "select * from calendar_recomputation order by id desc limit 1";

    private static final String BEGIN = """
            insert into calendar_recomputation (calendar_version, started_at) values (?, ?)""";

    private static final String ALL = "select * from calendar_recomputation order by id desc limit 100";

    private static final String CLAIM = """
            select id from calendar_recomputation where id = ? and not exists (select 1 from calendar_recomputation later where later.id > ?)
            for update skip locked""";

    // case_by_calendar, from both sides of the version in force; the cursor keeps off what this pass has left behind
    private static final String STALE = """
            select calendar_version, case_no from (
              (select calendar_version, unit, case_no from connection_case
               where status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD') and calendar_version < :version
                 and (calendar_version, unit, case_no) > (:cursorVersion, :cursorUnit, :cursorCase)
               order by calendar_version, unit, case_no limit :most)
              union all
              (select calendar_version, unit, case_no from connection_case
               where status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD') and calendar_version > :version
                 and (calendar_version, unit, case_no) > (:cursorVersion, :cursorUnit, :cursorCase)
               order by calendar_version, unit, case_no limit :most)) stale
            order by calendar_version, unit, case_no limit :most""";

    private static final String ADVANCE = """
            update calendar_recomputation set cases = cases + 1, limits_moved = limits_moved + ?, parts_moved = parts_moved + ?,
              cursor_version = ?, cursor_unit = ?, cursor_case = ?, finished_at = null
            where id = ?""";

    private static final String PASS = """
            update calendar_recomputation set cursor_version = ?, cursor_unit = ?, cursor_case = ? where id = ?""";

    private static final String FROM_THE_START = """
            update calendar_recomputation set cursor_version = '', cursor_unit = '', cursor_case = '' where id = ?""";

    private static final String FINISH = """
            update calendar_recomputation set finished_at = ?, cursor_version = '', cursor_unit = '', cursor_case = ''
            where id = ? and finished_at is null""";

    private static final String LOCK_CASES = """
            select case_no from connection_case where unit = any (?) and case_no = any (?) and calendar_version = ? order by unit, case_no
            for update skip locked""";

    // Asked once the cases are locked: what is not over before the first changed day, or begins after the last, may have moved.
    private static final String NOTHING_MOVES = """
            update connection_case c set calendar_version = :version where unit = any (:units) and case_no = any (:cases)
              and not exists (select 1 from time_limit l where l.unit = c.unit and l.case_no = c.case_no and l.state = 'RUNNING'
                and l.day_unit = 'WORKING_DAY' and l.due_on >= :first and l.day0 < :last)
              and not exists (select 1 from stage_part p where p.unit = c.unit and p.case_no = c.case_no and p.state = 'OPEN'
                and (p.due_on is null or p.due_on >= :first) and (p.opened_on is null or p.opened_on < :last))
            returning case_no""";

    // limit_span
    private static final String ACROSS = """
            select count(distinct (unit, case_no)) as cases, count(*) as limits from time_limit
            where state = 'RUNNING' and day_unit = 'WORKING_DAY' and due_on >= :first and day0 < :last""";

    private static final String LIMITS_STAND = """
            update time_limit set calendar_version = :version where unit = any (:units) and case_no = any (:cases) and state = 'RUNNING'""";

    private static final String COUNT = "update calendar_recomputation set cases = cases + ?, finished_at = null where id = ?";

    // case_by_calendar
    private static final String ANY_STALE = """
            select exists (select 1 from connection_case where status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD') and calendar_version < ?)
              or exists (select 1 from connection_case where status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD') and calendar_version > ?)""";

    private final JdbcClient jdbc;

    RecomputationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Across across(WorkCalendar.Span changed) {
        return jdbc.sql(ACROSS).param("first", changed.first()).param("last", changed.last()).query((row, i) -> new Across(row.getLong("cases"), row.getLong("limits"))).single();
    }

    /** Makes the recomputation of a calendar the latest, if it is not. */
    public void begin(String version, Instant now) {
        jdbc.sql(LOCK).query((row, i) -> 1).list();
        if (latest().filter(last -> last.calendarVersion().equals(version)).isEmpty()) {
            jdbc.sql(BEGIN).params(version, Timestamp.from(now)).update();
        }
    }

    public Optional<Recomputation> latest() {
        return jdbc.sql(LATEST).query((row, i) -> recomputation(row)).optional();
    }

    public List<Recomputation> all() {
        return jdbc.sql(ALL).query((row, i) -> recomputation(row)).list();
    }

    /** Takes the recomputation for this transaction, unless another program has it or a later one has begun. */
    public boolean claim(long id) {
        return jdbc.sql(CLAIM).params(id, id).query(Long.class).optional().isPresent();
    }

    public boolean anyStale(String version) {
        return jdbc.sql(ANY_STALE).params(version, version).query(Boolean.class).single();
    }

    public List<Stale> stale(long id, String version, int most) {
        record Cursor(String version, String unit, String caseNo) {}
        var at = jdbc.sql("select cursor_version, cursor_unit, cursor_case from calendar_recomputation where id = ?").param(id)
                .query((row, i) -> new Cursor(row.getString(1), row.getString(2), row.getString(3))).single();
        return jdbc.sql(STALE).param("version", version).param("cursorVersion", at.version()).param("cursorUnit", at.unit())
                .param("cursorCase", at.caseNo()).param("most", most)
                .query((row, i) -> new Stale(row.getString(1), new CaseNo(row.getString(2)))).list();
    }

    public void advance(long id, Stale done, int limits, int parts) {
        jdbc.sql(ADVANCE).params(limits, parts, done.version(), done.no().unit().value(), done.no().value(), id).update();
    }

    /** Marks those of the cases of which nothing can move, because nothing that runs in them spans a changed day; whoever is at a case keeps it. */
    public Set<CaseNo> leave(long id, String was, String version, List<CaseNo> cases, WorkCalendar.Span changed) {
        var units = cases.stream().map(no -> no.unit().value()).distinct().toArray(String[]::new);
        var locked = jdbc.sql(LOCK_CASES).params(units, cases.stream().map(CaseNo::value).toArray(String[]::new), was).query(String.class).list()
                .toArray(String[]::new);
        var left = jdbc.sql(NOTHING_MOVES).param("version", version).param("units", units).param("cases", locked)
                .param("first", changed.first()).param("last", changed.last()).query(String.class).list();
        jdbc.sql(LIMITS_STAND).param("version", version).param("units", units).param("cases", left.toArray(String[]::new)).update();
        jdbc.sql(COUNT).params(left.size(), id).update();
        return left.stream().map(CaseNo::new).collect(Collectors.toSet());
    }

    /** Goes on behind a case without having done it. */
    public void pass(long id, Stale left) {
        jdbc.sql(PASS).params(left.version(), left.no().unit().value(), left.no().value(), id).update();
    }

    public void fromTheStart(long id) {
        jdbc.sql(FROM_THE_START).param(id).update();
    }

    public void finish(long id, Instant now) {
        jdbc.sql(FINISH).params(Timestamp.from(now), id).update();
    }

    private static Recomputation recomputation(ResultSet row) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        return new Recomputation(row.getLong("id"), row.getString("calendar_version"), row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(), row.getLong("cases"), row.getLong("limits_moved"), row.getLong("parts_moved"));
    }
}
