package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.regulation.DayUnit;
import org.yekuo.regulation.Standard;

/** Rounds of time limits. */
@Component
class LimitStore {

    private static final String LIMITS = """
            select * from time_limit where unit = ? and case_no = ? order by day0, limit_key, standard, phase, round""";

    private static final String UPSERT = """
            insert into time_limit (unit, case_no, limit_key, standard, phase, round, row_id, state, day0, amount, day_unit, carried, extensions,
              due_on, stopped_on, used, verdict, explanation, explained_on, calendar_version,
              warned, warn_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (unit, case_no, limit_key, standard, phase, round) do update set
              row_id = excluded.row_id, state = excluded.state, day0 = excluded.day0, amount = excluded.amount, day_unit = excluded.day_unit,
              carried = excluded.carried, extensions = excluded.extensions, due_on = excluded.due_on, stopped_on = excluded.stopped_on,
              used = excluded.used, verdict = excluded.verdict, explanation = excluded.explanation, explained_on = excluded.explained_on,
              calendar_version = excluded.calendar_version, warned = excluded.warned, warn_on = excluded.warn_on""";

    private final JdbcOperations batch;

    LimitStore(JdbcOperations batch) {
        this.batch = batch;
    }

    /** Fills the case found before it. */
    CaseQueries.Query query(Supplier<CaseFile> file) {
        return new CaseQueries.Query(LIMITS, row -> file.get().limits.add(limit(row)));
    }

    void save(CaseFile file) {
        List<@Nullable Object[]> changed = new ArrayList<>();
        for (var round : file.limits) {
            if (round.fresh || round.dirty) {
                changed.add(new @Nullable Object[] {
                    file.unit().value(), file.no.value(), round.limit, round.standard.name(), round.phase, round.round, round.rowId,
                    round.state.name(), round.day0, round.amount, round.unit.name(), round.carried, round.extensions, round.dueOn, round.stoppedOn,
                    round.used, round.verdict == null ? null : round.verdict.name(), round.explanation, round.explainedOn, round.calendarVersion,
                    String.join(",", round.warned), round.warnOn});
                round.fresh = false;
                round.dirty = false;
            }
        }
        if (!changed.isEmpty()) {
            batch.batchUpdate(UPSERT, changed);
        }
    }

    private static LimitRound limit(ResultSet row) throws SQLException {
        var round = new LimitRound(row.getString("limit_key"), Standard.valueOf(row.getString("standard")), row.getInt("phase"),
                row.getInt("round"), row.getString("row_id"), row.getObject("day0", LocalDate.class), row.getInt("amount"),
                DayUnit.valueOf(row.getString("day_unit")), row.getString("calendar_version"));
        round.state = LimitRound.State.valueOf(row.getString("state"));
        round.carried = row.getInt("carried");
        round.extensions = row.getInt("extensions");
        round.dueOn = row.getObject("due_on", LocalDate.class);
        round.stoppedOn = row.getObject("stopped_on", LocalDate.class);
        round.used = row.getObject("used", Integer.class);
        round.verdict = row.getString("verdict") == null ? null : LimitRound.Verdict.valueOf(row.getString("verdict"));
        round.explanation = row.getString("explanation");
        round.warned = row.getString("warned").isEmpty() ? List.of() : List.of(row.getString("warned").split(","));
        round.warnOn = row.getObject("warn_on", LocalDate.class);
        round.explainedOn = row.getObject("explained_on", LocalDate.class);
        return round;
    }
}
