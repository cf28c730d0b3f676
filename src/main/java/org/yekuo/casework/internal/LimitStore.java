package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.database.OneTrip;
import org.yekuo.regulation.DayUnit;
import org.yekuo.regulation.Standard;

/** Rounds of time limits. */
@Component
class LimitStore {

    private static final String LIMITS = """
            select * from time_limit where unit = ? and case_no = ? order by day0, limit_key, standard, phase, round""";

    private static final String INSERT = """
            insert into time_limit (unit, case_no, limit_key, standard, phase, round, row_id, state, day0, amount, day_unit, carried, extensions,
              due_on, stopped_on, used, verdict, explanation, explained_on, calendar_version, warned, warn_on)
            select ?, ?, limit_key, standard, phase, round, row_id, state, day0, amount, day_unit, carried, extensions,
              due_on, stopped_on, used, verdict, explanation, explained_on, calendar_version, warned, warn_on
            from json_populate_recordset(null::time_limit, ?::json)""";

    private static final String UPDATE = """
            update time_limit l set
              row_id = n.row_id, state = n.state, day0 = n.day0, amount = n.amount, day_unit = n.day_unit,
              carried = n.carried, extensions = n.extensions, due_on = n.due_on, stopped_on = n.stopped_on,
              used = n.used, verdict = n.verdict, explanation = n.explanation, explained_on = n.explained_on,
              calendar_version = n.calendar_version, warned = n.warned, warn_on = n.warn_on
            from json_populate_recordset(null::time_limit, ?::json) n
            where l.unit = ? and l.case_no = ? and l.limit_key = n.limit_key and l.standard = n.standard and l.phase = n.phase and l.round = n.round""";

    private final CaseRows rows;

    LimitStore(CaseRows rows) {
        this.rows = rows;
    }

    /** Fills the cases opened before it. */
    void ask(OneTrip trip, CasesAsked asked) {
        asked.ask(trip, LIMITS, (file, row) -> file.limits.add(limit(row)));
    }

    void save(OneTrip trip, CaseFile file) {
        var fresh = new ArrayList<Map<String, @Nullable Object>>();
        var changed = new ArrayList<Map<String, @Nullable Object>>();
        for (var round : file.limits) {
            if (round.fresh || round.dirty) {
                (round.fresh ? fresh : changed).add(row(round));
                round.fresh = false;
                round.dirty = false;
            }
        }
        rows.insert(trip, INSERT, file, fresh);
        rows.update(trip, UPDATE, file, changed);
    }

    private static Map<String, @Nullable Object> row(LimitRound round) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("limit_key", round.limit);
        row.put("standard", round.standard);
        row.put("phase", round.phase);
        row.put("round", round.round);
        row.put("row_id", round.rowId);
        row.put("state", round.state);
        row.put("day0", round.day0);
        row.put("amount", round.amount);
        row.put("day_unit", round.unit);
        row.put("carried", round.carried);
        row.put("extensions", round.extensions);
        row.put("due_on", round.dueOn);
        row.put("stopped_on", round.stoppedOn);
        row.put("used", round.used);
        row.put("verdict", round.verdict);
        row.put("explanation", round.explanation);
        row.put("explained_on", round.explainedOn);
        row.put("calendar_version", round.calendarVersion);
        row.put("warned", String.join(",", round.warned));
        row.put("warn_on", round.warnOn);
        return row;
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
