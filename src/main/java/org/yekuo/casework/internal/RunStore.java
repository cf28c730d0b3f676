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
import org.yekuo.casework.Opinion;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.CaseStatus;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.casework.internal.ledger.Run;
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

    private static final String UPSERT_RUN = """
            insert into stage_run (unit, case_no, stage, phase, round, state, opened_on, requested_on, started_on, closed_on, closed_by,
              closed_by_name, outcome, outcome_reason, superseded, joins_earlier, result, result_version, requested_papers, facts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (unit, case_no, stage, phase, round) do update set
              state = excluded.state, requested_on = excluded.requested_on, started_on = excluded.started_on, closed_on = excluded.closed_on,
              closed_by = excluded.closed_by, closed_by_name = excluded.closed_by_name, outcome = excluded.outcome,
              outcome_reason = excluded.outcome_reason, superseded = excluded.superseded, joins_earlier = excluded.joins_earlier,
              result = excluded.result, result_version = excluded.result_version, requested_papers = excluded.requested_papers""";

    private static final String UPSERT_PART = """
            insert into stage_part (unit, case_no, stage, phase, round, part, lead, role, responsible_unit, days, state, assignee, opened_on,
              due_on, opinion, text, closed_on, closed_by, closed_by_name, priority, held)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (unit, case_no, stage, phase, round, part) do update set
              responsible_unit = excluded.responsible_unit, state = excluded.state, assignee = excluded.assignee, opened_on = excluded.opened_on,
              due_on = excluded.due_on, opinion = excluded.opinion, text = excluded.text, closed_on = excluded.closed_on,
              closed_by = excluded.closed_by, closed_by_name = excluded.closed_by_name, priority = excluded.priority,
              held = excluded.held""";

    private final JdbcOperations batch;
    private final LedgerJson json;

    RunStore(JdbcOperations batch, LedgerJson json) {
        this.batch = batch;
        this.json = json;
    }

    /** Fill the case found before them. */
    List<CaseQueries.Query> queries(Supplier<CaseFile> file) {
        return List.of(new CaseQueries.Query(RUNS, row -> file.get().runs.add(run(row))), new CaseQueries.Query(PARTS, row -> {
            var part = part(row);
            var stage = row.getString("stage");
            int phase = row.getInt("phase");
            int round = row.getInt("round");
            file.get().runs.stream().filter(run -> run.stage.equals(stage) && run.phase == phase && run.round == round)
                    .forEach(run -> run.parts.add(part));
        }));
    }

    void save(CaseFile file) {
        List<@Nullable Object[]> runs = new ArrayList<>();
        List<@Nullable Object[]> parts = new ArrayList<>();
        boolean held = file.status == CaseStatus.ON_HOLD;
        for (var run : file.runs) {
            boolean follows = held != file.wasOnHold && run.parts.stream().anyMatch(PartRow::isLive);
            if (run.fresh || run.dirty || follows) {
                runs.add(columns(file, run));
                run.parts.forEach(part -> parts.add(columns(file, run, part)));
                run.fresh = false;
                run.dirty = false;
            }
        }
        file.wasOnHold = held;
        if (!runs.isEmpty()) {
            batch.batchUpdate(UPSERT_RUN, runs);
        }
        if (!parts.isEmpty()) {
            batch.batchUpdate(UPSERT_PART, parts);
        }
    }

    private @Nullable Object[] columns(CaseFile file, Run run) {
        return new @Nullable Object[] {
            file.unit().value(), file.no.value(), run.stage, run.phase, run.round, run.state.name(), run.openedOn, run.requestedOn, run.startedOn,
            run.closedOn, run.closedBy, run.closedByName, run.outcome == null ? null : run.outcome.name(), run.outcomeReason, run.superseded,
            run.joinsEarlier, run.resultJson, run.resultVersion, json.write(run.requestedPapers), run.factsJson};
    }

    private static @Nullable Object[] columns(CaseFile file, Run run, PartRow part) {
        return new @Nullable Object[] {
            file.unit().value(), file.no.value(), run.stage, run.phase, run.round, part.key, part.lead, part.role.name(),
            part.responsibleUnit.value(), part.days, part.state.name(), part.assignee, part.openedOn, part.dueOn,
            part.opinion == null ? null : part.opinion.name(), part.text, part.closedOn, part.closedBy, part.closedByName,
            file.facts.isTrue(GreenChannel.FACT) ? URGENT : USUAL, file.status == CaseStatus.ON_HOLD};
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

    private static PartRow part(ResultSet row) throws SQLException {
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
        return part;
    }
}
