package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.CaseStatus;
import org.yekuo.casework.internal.ledger.Correction;
import org.yekuo.casework.internal.ledger.Suspension;
import org.yekuo.casework.internal.ledger.UnderWay;
import org.yekuo.customer.Bigrams;
import org.yekuo.database.OneTrip;
import org.yekuo.document.CasePapers;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;

/** Fetches a case from its tables and puts back what an act changed. */
@Component
public class CaseStore {

    private static final String HEADER = """
            select c.*, (select l.other_no from case_link l
              where l.unit = c.unit and l.case_no = c.case_no and l.kind in ('SUCCEEDS', 'MADE_PERMANENT', 'HOUSEHOLDS_OF')) as succeeds
            from connection_case c where c.unit = ? and c.case_no = ?""";

    private static final String HEADER_LOCKED = HEADER + " for update of c";

    private static final String NEXT_NUMBER = "select nextval('case_sequence')";

    // one_case_per_original
    private static final String BY_ORIGINAL = "select case_no from connection_case where unit = ? and original_no = ?";

    private static final String INSERT_CASE = """
            insert into connection_case (unit, case_no, handled_by, accepted_by_hall, accepted_by_unit, owner, deputy, pack, procedure,
              consumer_class, business, customer_id, premises_id, customer_name, address, application, facts, act_signals, status,
              inherited, registered_on, accepted_on, ended_on, last_act_on, event_count, event_head, search, phone_tail,
              calendar_version, premises_unit, original_no, original_system)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE_CASE = """
            update connection_case set handled_by = ?, premises_unit = ?, handed = ?, owner = ?, deputy = ?, consumer_class = ?,
              facts = ?, act_signals = ?, status = ?, accepted_on = ?, ended_on = ?, last_act_on = ?, event_count = ?, event_head = ?, calendar_version = ?
            where unit = ? and case_no = ?""";

    private static final String UPDATE_APPLICATION = """
            update connection_case set customer_name = ?, address = ?, application = ?, search = ? where unit = ? and case_no = ?""";

    private static final String SUSPENSIONS = """
            select * from suspension where unit = ? and case_no = ? order by n""";

    private static final String INSERT_SUSPENSION = """
            insert into suspension (to_day, effective, confirmed_by, ended_by, kind, reason, entered_on, from_day, evidence, entered_by,
              entered_by_name, claimed, review_on, unit, case_no, n)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE_SUSPENSION = """
            update suspension set to_day = ?, effective = ?, confirmed_by = ?, ended_by = ?, review_on = ? where unit = ? and case_no = ? and n = ?""";

    private static final String CORRECTIONS = """
            select * from correction where unit = ? and case_no = ? order by n""";

    private static final String INSERT_CORRECTION = """
            insert into correction (unit, case_no, n, field, stage, phase, round, was, becomes, reason, by_staff, on_day)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final JdbcOperations together;
    private final LedgerJson json;
    private final Regulations regulations;
    private final CasePapers papers;
    private final RunStore runs;
    private final LimitStore limits;
    private final EventStore events;
    private final LinkStore links;
    private final TransferStore transfers;
    private final JudgedStore judged;

    CaseStore(JdbcClient jdbc, JdbcOperations together, LedgerJson json, Regulations regulations, CasePapers papers, RunStore runs, LimitStore limits, EventStore events,
            LinkStore links, TransferStore transfers, JudgedStore judged) {
        this.jdbc = jdbc;
        this.together = together;
        this.json = json;
        this.regulations = regulations;
        this.papers = papers;
        this.runs = runs;
        this.limits = limits;
        this.events = events;
        this.links = links;
        this.transfers = transfers;
        this.judged = judged;
    }

    /** A number nobody has had; gaps are fine. */
    public CaseNo nextNumber(UnitCode unit) {
        return CaseNo.of(unit, jdbc.sql(NEXT_NUMBER).query(Long.class).single());
    }

    /** The case of a city that was taken over under this number. */
    public Optional<CaseNo> byOriginal(UnitCode city, String originalNo) {
        return jdbc.sql(BY_ORIGINAL).params(city.value(), originalNo).query(String.class).optional().map(CaseNo::new);
    }

    /** The case, locked until the end of the transaction; {@code along} may ask on the same trip what is to be seen behind the lock. */
    public Optional<CaseFile> lock(CaseNo no, Consumer<OneTrip> along) {
        return fetch(no, HEADER_LOCKED, along);
    }

    public Optional<CaseFile> read(CaseNo no) {
        return fetch(no, HEADER, trip -> { });
    }

    private Optional<CaseFile> fetch(CaseNo no, String header, Consumer<OneTrip> along) {
        var asked = CasesAsked.one(no);
        var trip = ask(asked, header);
        along.accept(trip);
        trip.go(together);
        asked.found().values().forEach(file -> {
            file.underWay = UnderWay.of(file).orElse(null);
            if (file.handed) {
                transfers.load(file);
            }
        });
        return asked.found().values().stream().findFirst();
    }

    /** Several cases, on one trip too; those that are not there are left out. */
    public Map<CaseNo, CaseFile> readAll(Collection<CaseNo> cases) {
        var asked = CasesAsked.several(cases);
        var trip = ask(asked, HEADER);
        transfers.ask(trip, asked);
        trip.go(together);
        return asked.found();
    }

    private OneTrip ask(CasesAsked asked, String header) {
        var trip = new OneTrip();
        asked.open(trip, header, this::header);
        runs.ask(trip, asked);
        limits.ask(trip, asked);
        asked.ask(trip, SUSPENSIONS, (file, row) -> file.suspensions.add(suspension(row)));
        asked.ask(trip, CORRECTIONS, (file, row) -> file.corrections.add(correction(row)));
        papers.standing(trip, asked.cases(), receipt -> asked.found(receipt.caseNo()).ifPresent(file -> file.receipts.add(ReceiptRows.row(receipt))));
        return trip;
    }

    private CaseFile header(CaseNo no, ResultSet row) throws SQLException {
        var packId = row.getString("pack");
        var pack = regulations.pack(packId).orElseThrow(() -> new YekuoException("casework.pack-gone",
                "Case " + no + " is pinned to the regulation pack " + packId + ", which is not published here."));
        var procedureKey = row.getString("procedure");
        var procedure = pack.procedure(procedureKey).orElseThrow(() -> new YekuoException("casework.procedure-gone",
                "Case " + no + " follows the procedure " + procedureKey + ", which the pack " + packId + " does not have."));
        var file = new CaseFile(no, pack, procedure, row.getString("accepted_by_hall"), new UnitCode(row.getString("accepted_by_unit")),
                new UnitCode(row.getString("handled_by")), row.getLong("customer_id"), row.getLong("premises_id"),
                json.application(row.getString("application")), json.facts(row.getString("facts")),
                CaseStatus.valueOf(row.getString("status")), row.getObject("registered_on", LocalDate.class));
        file.storedApplication = file.application;
        file.wasOnHold = file.status == CaseStatus.ON_HOLD;
        file.calendarVersion = row.getString("calendar_version");
        if (row.getString("premises_unit") != null) {
            file.premisesUnit = new UnitCode(row.getString("premises_unit"));
        }
        file.phoneTail = row.getString("phone_tail");
        file.handed = row.getBoolean("handed");
        file.originalNo = row.getString("original_no");
        file.originalSystem = row.getString("original_system");
        file.asRecorded = row.getBoolean("as_recorded");
        file.owner = row.getString("owner");
        file.deputy = row.getString("deputy");
        file.actSignals.putAll(json.days(row.getString("act_signals")));
        file.inherited.putAll(json.numbers(row.getString("inherited")));
        file.predecessor = row.getString("succeeds") == null ? null : new CaseNo(row.getString("succeeds"));
        file.acceptedOn = row.getObject("accepted_on", LocalDate.class);
        file.endedOn = row.getObject("ended_on", LocalDate.class);
        file.lastActOn = row.getObject("last_act_on", LocalDate.class);
        file.eventCount = row.getLong("event_count");
        file.eventHead = row.getString("event_head");
        return file;
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getInt("n"), row.getString("field"), row.getString("stage"), row.getInt("phase"), row.getInt("round"), row.getString("was"),
                row.getString("becomes"), row.getString("reason"), row.getString("by_staff"), row.getObject("on_day", LocalDate.class));
    }

    private static Suspension suspension(ResultSet row) throws SQLException {
        var suspension = new Suspension(row.getInt("n"), Suspension.Kind.valueOf(row.getString("kind")), row.getString("reason"),
                row.getObject("entered_on", LocalDate.class), row.getObject("from_day", LocalDate.class), row.getBoolean("effective"),
                row.getString("evidence"), row.getString("entered_by"), row.getString("entered_by_name"));
        suspension.toDay = row.getObject("to_day", LocalDate.class);
        suspension.reviewOn = row.getObject("review_on", LocalDate.class);
        suspension.claimed = row.getBoolean("claimed");
        suspension.confirmedBy = row.getString("confirmed_by");
        suspension.endedBy = row.getString("ended_by");
        return suspension;
    }

    /** Puts a new case into its tables, with everything its first act did; what goes in rows goes on {@code trip}. */
    public void insert(OneTrip trip, CaseFile file, @Nullable String phoneTail) {
        trip.tell(INSERT_CASE,
                file.unit().value(), file.no.value(), file.handledBy.value(), file.hall, file.acceptedByUnit.value(), file.owner, file.deputy,
                file.pack.id(), file.procedure.key(), file.facts.text("class").orElse(null), file.application.business(), file.customerId,
                file.premisesId, file.application.customerName(), file.application.address(), json.write(file.application), json.facts(file.facts),
                signals(file), file.status.name(), json.write(file.inherited),
                file.registeredOn, file.acceptedOn, file.endedOn, file.lastActOn, file.eventCount, file.eventHead, search(file), phoneTail,
                file.calendarVersion, file.premisesUnit.value(), file.originalNo, file.originalSystem);
        file.storedApplication = file.application;
        links.add(file);
        saveRows(trip, file);
    }

    /** Puts back on {@code trip} what an act changed. */
    public void save(OneTrip trip, CaseFile file) {
        trip.tell(UPDATE_CASE, file.handledBy.value(), file.premisesUnit.value(), file.handed, file.owner, file.deputy, file.facts.text("class").orElse(null),
                json.facts(file.facts), signals(file), file.status.name(), file.acceptedOn, file.endedOn, file.lastActOn, file.eventCount, file.eventHead,
                file.calendarVersion, file.unit().value(), file.no.value());
        if (file.application != file.storedApplication) {
            trip.tell(UPDATE_APPLICATION, file.application.customerName(), file.application.address(), json.write(file.application), search(file),
                    file.unit().value(), file.no.value());
            file.storedApplication = file.application;
        }
        saveRows(trip, file);
    }

    /** What the case is found by: its customer, its place, its number in another system. */
    static String[] search(CaseFile file) {
        var tokens = new TreeSet<>(Bigrams.of(file.application.customerName()));
        tokens.addAll(Bigrams.of(file.application.address()));
        if (file.originalNo != null) {
            tokens.addAll(Bigrams.of(file.originalNo));
        }
        return tokens.toArray(String[]::new);
    }

    /** Adds a correction; those before it stay. */
    public void add(CaseFile file, Correction correction) {
        file.corrections.add(correction);
        jdbc.sql(INSERT_CORRECTION).params(Arrays.asList(file.unit().value(), file.no.value(), correction.n(), correction.field(), correction.stage(),
                correction.phase(), correction.round(), correction.was(), correction.becomes(), correction.reason(), correction.by(), correction.on())).update();
    }

    private void saveRows(OneTrip trip, CaseFile file) {
        UnderWayStore.save(trip, file);
        runs.save(trip, file);
        limits.save(trip, file);
        transfers.save(file);
        for (var suspension : file.suspensions) {
            if (suspension.fresh) {
                jdbc.sql(INSERT_SUSPENSION).params(Arrays.asList(suspension.toDay, suspension.effective, suspension.confirmedBy, suspension.endedBy,
                        suspension.kind.name(), suspension.reason, suspension.enteredOn, suspension.fromDay, suspension.evidenceJson,
                        suspension.enteredBy, suspension.enteredByName, suspension.claimed, suspension.reviewOn, file.unit().value(), file.no.value(), suspension.n)).update();
            } else if (suspension.dirty) {
                jdbc.sql(UPDATE_SUSPENSION).params(Arrays.asList(suspension.toDay, suspension.effective, suspension.confirmedBy, suspension.endedBy,
                        suspension.reviewOn, file.unit().value(), file.no.value(), suspension.n)).update();
            }
            suspension.fresh = false;
            suspension.dirty = false;
        }
        events.append(trip, file);
        file.newEvents.clear();
        judged.save(trip, file);
    }

    private String signals(CaseFile file) {
        return signals(file, json);
    }

    static String signals(CaseFile file, LedgerJson json) {
        Map<String, String> days = new TreeMap<>();
        file.actSignals.forEach((signal, day) -> days.put(signal, day.toString()));
        return json.write(days);
    }
}
