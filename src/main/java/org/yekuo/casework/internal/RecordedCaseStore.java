package org.yekuo.casework.internal;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.RecordedHistory;
import org.yekuo.casework.RecordingEndedCases.Original;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.database.CopyRows;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Ended cases on their way into their tables, thousands at a time, each table by one COPY. */
@Component
public class RecordedCaseStore {

    /** A case to file. */
    public record Row(CaseFile file, RecordedHistory said, long importNo, long customerId, long premisesId) {}

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('closed_case_import'))";

    private static final String SEQUENCES = "select nextval('case_sequence') from generate_series(1, ?)";

    // one_case_per_original
    private static final String ALREADY = """
            select c.unit, c.original_no, c.case_no from unnest(?::text[], ?::text[]) asked (unit, no)
            join connection_case c on c.unit = asked.unit and c.original_no = asked.no""";

    private static final String BESIDE = "select * from recorded_case where unit = ? and case_no = ?";

    private final JdbcClient jdbc;
    private final JdbcOperations together;
    private final LedgerJson json;
    private final JudgedStore judged;

    RecordedCaseStore(JdbcClient jdbc, JdbcOperations together, LedgerJson json, JudgedStore judged) {
        this.jdbc = jdbc;
        this.together = together;
        this.json = json;
        this.judged = judged;
    }

    public void lock() {
        jdbc.sql(LOCK).query((row, i) -> 1).list();
    }

    public List<Long> sequences(int many) {
        return jdbc.sql(SEQUENCES).param(many).query(Long.class).list();
    }

    public Map<Original, CaseNo> already(Collection<Original> originals) {
        var found = new HashMap<Original, CaseNo>();
        jdbc.sql(ALREADY).params(originals.stream().map(one -> one.city().value()).toArray(String[]::new), originals.stream().map(Original::no).toArray(String[]::new))
                .query((row, i) -> found.put(new Original(new UnitCode(row.getString(1)), row.getString(2)), new CaseNo(row.getString(3)))).list();
        return found;
    }

    /** What was recorded of a case beside what every case has. */
    ReadingCase.Recorded of(CaseFile file) {
        var served = file.procedure.stages().stream().flatMap(stage -> Stream.ofNullable(file.actSignals.get(stage.key() + ".served"))
                .map(day -> new ReadingCase.Served(stage.key(), stage.name(), day))).toList();
        return jdbc.sql(BESIDE).params(file.unit().value(), file.no.value()).query((row, i) -> new ReadingCase.Recorded(file.originalSystem, row.getLong("import_no"),
                row.getString("consumer_no"), row.getString("archive_no"), row.getString("archive_place"), row.getString("end_reason"), served)).single();
    }

    public void insert(List<Row> cases) {
        headers(cases).go(together);
        beside(cases).go(together);
        runs(cases).go(together);
        limits(cases).go(together);
        suspensions(cases).go(together);
        entries(cases).go(together);
        judge(cases);
    }

    /** By what they say they count in the figures of their day, taken over or not. */
    private void judge(List<Row> cases) {
        var byCity = cases.stream().map(row -> row.file().no).collect(Collectors.groupingBy(CaseNo::unit));
        byCity.forEach((city, numbers) -> {
            var trip = new OneTrip();
            judged.judge(trip, city, numbers);
            trip.go(together);
        });
    }

    private CopyRows headers(List<Row> cases) {
        var rows = new CopyRows("connection_case", """
                unit, case_no, handled_by, accepted_by_hall, accepted_by_unit, pack, procedure, consumer_class, business, customer_id, premises_id, customer_name, address,
                application, facts, act_signals, status, registered_on, accepted_on, ended_on, last_act_on, event_count, event_head, search, phone_tail, calendar_version,
                premises_unit, original_no, original_system, as_recorded""");
        for (var row : cases) {
            var file = row.file();
            rows.add(file.unit(), file.no, file.handledBy, file.hall, file.acceptedByUnit, file.pack.id(), file.procedure.key(), file.facts.text("class").orElse(null),
                    file.application.business(), row.customerId(), row.premisesId(), file.application.customerName(), file.application.address(),
                    json.write(file.application), json.facts(file.facts), CaseStore.signals(file, json), file.status, file.registeredOn, file.acceptedOn, file.endedOn, file.lastActOn,
                    file.eventCount, file.eventHead, List.of(CaseStore.search(file)), file.phoneTail, file.calendarVersion, file.premisesUnit, file.originalNo,
                    file.originalSystem, true);
        }
        return rows;
    }

    private static CopyRows beside(List<Row> cases) {
        var rows = new CopyRows("recorded_case", "unit, case_no, import_no, consumer_no, archive_no, archive_place, end_reason");
        for (var row : cases) {
            var archive = row.said().archive();
            rows.add(row.file().unit(), row.file().no, row.importNo(), row.said().consumerNo(), archive == null ? null : archive.no(), archive == null ? null : archive.place(),
                    row.said().ended().reason());
        }
        return rows;
    }

    private static CopyRows runs(List<Row> cases) {
        var rows = new CopyRows("stage_run", """
                unit, case_no, stage, phase, round, state, opened_on, requested_on, started_on, closed_on, closed_by_name, outcome, outcome_reason, superseded, facts""");
        for (var row : cases) {
            for (var run : row.file().runs) {
                rows.add(row.file().unit(), row.file().no, run.stage, run.phase, run.round, run.state, run.openedOn, run.requestedOn, run.startedOn, run.closedOn, run.closedByName,
                        run.outcome, run.outcomeReason, run.superseded, run.factsJson);
            }
        }
        return rows;
    }

    private static CopyRows limits(List<Row> cases) {
        var rows = new CopyRows("time_limit", """
                unit, case_no, limit_key, standard, phase, round, row_id, state, day0, amount, day_unit, carried, due_on, stopped_on, used, verdict, calendar_version""");
        for (var row : cases) {
            for (var round : row.file().limits) {
                rows.add(row.file().unit(), row.file().no, round.limit, round.standard, round.phase, round.round, round.rowId, round.state, round.day0, round.amount, round.unit,
                        round.carried, round.dueOn, round.stoppedOn, round.used, round.verdict, round.calendarVersion);
            }
        }
        return rows;
    }

    private static CopyRows suspensions(List<Row> cases) {
        var rows = new CopyRows("suspension", """
                unit, case_no, n, kind, reason, entered_on, from_day, to_day, effective, evidence, entered_by, entered_by_name, claimed""");
        for (var row : cases) {
            for (var one : row.file().suspensions) {
                rows.add(row.file().unit(), row.file().no, one.n, one.kind, one.reason, one.enteredOn, one.fromDay, one.toDay, one.effective, one.evidenceJson, one.enteredBy,
                        one.enteredByName, one.claimed);
            }
        }
        return rows;
    }

    private static CopyRows entries(List<Row> cases) {
        var rows = new CopyRows("case_event", "unit, case_no, seq, happened_on, recorded_at, actor, actor_name, kind, body, prev_hash, hash");
        for (var row : cases) {
            for (var event : row.file().newEvents) {
                rows.add(row.file().unit(), row.file().no, event.seq(), event.happenedOn(), event.recordedAt().truncatedTo(ChronoUnit.MICROS), event.actorId(), event.actorName(),
                        event.kind(), event.body(), event.prevHash(), event.hash());
            }
        }
        return rows;
    }
}
