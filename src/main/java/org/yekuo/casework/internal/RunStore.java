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
import org.yekuo.casework.Opinion;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.CaseStatus;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.database.OneTrip;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/** Stage runs and their parts. */
@Component
class RunStore {

    /** The place of a green channel's parts in the worklist, and of all others. */
    private static final int URGENT = 0;
    private static final int USUAL = 1;

    private static final String RUNS = """
            select * from stage_run where unit = ? and case_no = ?""";

    private static final String PARTS = """
            select * from stage_part where unit = ? and case_no = ? order by lead desc, part""";

    private static final String INSERT_RUNS = """
            insert into stage_run (unit, case_no, stage, phase, round, state, opened_on, requested_on, started_on, closed_on, closed_by,
              closed_by_name, outcome, outcome_reason, superseded, joins_earlier, result, result_version, requested_papers, facts)
            select ?, ?, stage, phase, round, state, opened_on, requested_on, started_on, closed_on, closed_by,
              closed_by_name, outcome, outcome_reason, superseded, joins_earlier, result, result_version, requested_papers, facts
            from json_populate_recordset(null::stage_run, ?::json)""";

    private static final String UPDATE_RUNS = """
            update stage_run r set
              state = n.state, requested_on = n.requested_on, started_on = n.started_on, closed_on = n.closed_on,
              closed_by = n.closed_by, closed_by_name = n.closed_by_name, outcome = n.outcome,
              outcome_reason = n.outcome_reason, superseded = n.superseded, joins_earlier = n.joins_earlier,
              result = n.result, result_version = n.result_version, requested_papers = n.requested_papers
            from json_populate_recordset(null::stage_run, ?::json) n
            where r.unit = ? and r.case_no = ? and r.stage = n.stage and r.phase = n.phase and r.round = n.round""";

    private static final String INSERT_PARTS = """
            insert into stage_part (unit, case_no, stage, phase, round, part, lead, role, responsible_unit, days, state, assignee, opened_on,
              due_on, opinion, text, closed_on, closed_by, closed_by_name, priority, held)
            select ?, ?, stage, phase, round, part, lead, role, responsible_unit, days, state, assignee, opened_on,
              due_on, opinion, text, closed_on, closed_by, closed_by_name, priority, held
            from json_populate_recordset(null::stage_part, ?::json)""";

    private static final String UPDATE_PARTS = """
            update stage_part p set
              responsible_unit = n.responsible_unit, state = n.state, assignee = n.assignee, opened_on = n.opened_on,
              due_on = n.due_on, opinion = n.opinion, text = n.text, closed_on = n.closed_on,
              closed_by = n.closed_by, closed_by_name = n.closed_by_name, priority = n.priority, held = n.held
            from json_populate_recordset(null::stage_part, ?::json) n
            where p.unit = ? and p.case_no = ? and p.stage = n.stage and p.phase = n.phase and p.round = n.round and p.part = n.part""";

    private final LedgerJson json;
    private final CaseRows rows;

    RunStore(LedgerJson json, CaseRows rows) {
        this.json = json;
        this.rows = rows;
    }

    /** Fills the cases opened before it. */
    void ask(OneTrip trip, CasesAsked asked) {
        asked.ask(trip, RUNS, (file, row) -> file.runs.add(run(row)));
        asked.ask(trip, PARTS, (file, row) -> {
            var stage = row.getString("stage");
            int phase = row.getInt("phase");
            int round = row.getInt("round");
            for (var run : file.runs) {
                if (run.round == round && run.phase == phase && run.stage.equals(stage)) {
                    run.parts.add(part(run, row));
                }
            }
        });
    }

    /** Of a run that changed, those parts that are not as they were. */
    void save(OneTrip trip, CaseFile file) {
        var freshRuns = new ArrayList<Map<String, @Nullable Object>>();
        var changedRuns = new ArrayList<Map<String, @Nullable Object>>();
        var freshParts = new ArrayList<Map<String, @Nullable Object>>();
        var changedParts = new ArrayList<Map<String, @Nullable Object>>();
        boolean held = file.status == CaseStatus.ON_HOLD;
        for (var run : file.runs) {
            boolean follows = held != file.wasOnHold && run.parts.stream().anyMatch(PartRow::isLive);
            if (run.fresh || run.dirty || follows) {
                if (run.fresh || run.dirty) {
                    (run.fresh ? freshRuns : changedRuns).add(row(run));
                }
                for (var part : run.parts) {
                    var row = row(run, part, file.facts.isTrue(GreenChannel.FACT) ? URGENT : USUAL, held);
                    if (!row.equals(part.stored)) {
                        (part.stored == null ? freshParts : changedParts).add(row);
                        part.stored = row;
                    }
                }
                run.fresh = false;
                run.dirty = false;
            }
        }
        file.wasOnHold = held;
        rows.insert(trip, INSERT_RUNS, file, freshRuns);
        rows.update(trip, UPDATE_RUNS, file, changedRuns);
        rows.insert(trip, INSERT_PARTS, file, freshParts);
        rows.update(trip, UPDATE_PARTS, file, changedParts);
    }

    private Map<String, @Nullable Object> row(Run run) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("stage", run.stage);
        row.put("phase", run.phase);
        row.put("round", run.round);
        row.put("state", run.state);
        row.put("opened_on", run.openedOn);
        row.put("requested_on", run.requestedOn);
        row.put("started_on", run.startedOn);
        row.put("closed_on", run.closedOn);
        row.put("closed_by", run.closedBy);
        row.put("closed_by_name", run.closedByName);
        row.put("outcome", run.outcome);
        row.put("outcome_reason", run.outcomeReason);
        row.put("superseded", run.superseded);
        row.put("joins_earlier", run.joinsEarlier);
        row.put("result", run.resultJson);
        row.put("result_version", run.resultVersion);
        row.put("requested_papers", json.write(run.requestedPapers));
        row.put("facts", run.factsJson);
        return row;
    }

    private static Map<String, @Nullable Object> row(Run run, PartRow part, int priority, boolean held) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("stage", run.stage);
        row.put("phase", run.phase);
        row.put("round", run.round);
        row.put("part", part.key);
        row.put("lead", part.lead);
        row.put("role", part.role);
        row.put("responsible_unit", part.responsibleUnit.value());
        row.put("days", part.days);
        row.put("state", part.state);
        row.put("assignee", part.assignee);
        row.put("opened_on", part.openedOn);
        row.put("due_on", part.dueOn);
        row.put("opinion", part.opinion);
        row.put("text", part.text);
        row.put("closed_on", part.closedOn);
        row.put("closed_by", part.closedBy);
        row.put("closed_by_name", part.closedByName);
        row.put("priority", priority);
        row.put("held", held);
        return row;
    }

    private Run run(ResultSet row) throws SQLException {
        var run = new Run(row.getString("stage"), row.getInt("phase"), row.getInt("round"), Run.State.valueOf(row.getString("state")),
                row.getObject("opened_on", LocalDate.class), row.getString("facts"));
        run.requestedOn = row.getObject("requested_on", LocalDate.class);
        run.startedOn = row.getObject("started_on", LocalDate.class);
        run.closedOn = row.getObject("closed_on", LocalDate.class);
        run.closedBy = row.getString("closed_by");
        run.closedByName = row.getString("closed_by_name");
        run.outcome = row.getString("outcome") == null ? null : Run.Result.valueOf(row.getString("outcome"));
        run.outcomeReason = row.getString("outcome_reason");
        run.superseded = row.getBoolean("superseded");
        run.joinsEarlier = row.getBoolean("joins_earlier");
        run.resultJson = row.getString("result");
        run.resultVersion = row.getInt("result_version");
        run.requestedPapers = json.strings(row.getString("requested_papers"));
        return run;
    }

    private static PartRow part(Run run, ResultSet row) throws SQLException {
        var part = new PartRow(row.getString("part"), row.getBoolean("lead"), Role.valueOf(row.getString("role")),
                new UnitCode(row.getString("responsible_unit")), row.getInt("days"), PartRow.State.valueOf(row.getString("state")));
        part.assignee = row.getString("assignee");
        part.openedOn = row.getObject("opened_on", LocalDate.class);
        part.dueOn = row.getObject("due_on", LocalDate.class);
        part.opinion = row.getString("opinion") == null ? null : Opinion.valueOf(row.getString("opinion"));
        part.text = row.getString("text");
        part.closedOn = row.getObject("closed_on", LocalDate.class);
        part.closedBy = row.getString("closed_by");
        part.closedByName = row.getString("closed_by_name");
        part.stored = row(run, part, row.getInt("priority"), row.getBoolean("held"));
        return part;
    }
}
