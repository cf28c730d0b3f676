package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.regulation.Level;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;

/**
 * A case as it lies open on the desk during one act: its header, runs, limits, suspensions and receipts, and the entries the act adds.
 * Whoever changes a row marks it {@code dirty}; what is new is {@code fresh}.
 */
public final class CaseFile {

    public final CaseNo no;
    public final Pack pack;
    public final Procedure procedure;
    public final String hall;
    public final UnitCode acceptedByUnit;
    public final long customerId;
    public final long premisesId;
    public final LocalDate registeredOn;
    public UnitCode handledBy;
    /** The city or county company the premises lie in. */
    public UnitCode premisesUnit;
    /** Its number in the system it was taken over from. */
    public @Nullable String originalNo;
    public @Nullable String originalSystem;
    /** Who plays its history through the core, while that is done: entries say so. */
    public @Nullable String importedBy;
    public @Nullable LocalDate importedOn;
    /** Taken over as an ended case: what it says is what another system said, and nobody checked it here. */
    public boolean asRecorded;
    /** What is only derived leaves no entry: the ledger of a case taken over as recorded holds what was said of it. */
    public boolean quiet;
    public @Nullable String phoneTail;
    public @Nullable String owner;
    public @Nullable String deputy;
    public Application application;
    /** As it lies in its table; another one is written, and found by other words. */
    public @Nullable Application storedApplication;
    public Facts facts;
    public CaseStatus status;
    /** Whether its parts are marked as on hold where they are stored. */
    public boolean wasOnHold;
    /** What stands of it among the cases on their way; null where nothing does yet, or any more. */
    public @Nullable UnderWay underWay;
    public @Nullable CaseNo predecessor;
    /** How it belongs to its predecessor: it goes on with its need, or makes its temporary supply permanent. */
    public String linkKind = "SUCCEEDS";
    public @Nullable LocalDate acceptedOn;
    public @Nullable LocalDate endedOn;
    public LocalDate lastActOn;
    /** The calendar its running days were last reckoned by. */
    public String calendarVersion = "";
    public long eventCount;
    public String eventHead = LedgerEvent.GENESIS;

    public final Map<String, LocalDate> actSignals = new TreeMap<>();
    public final List<Run> runs = new ArrayList<>();
    public final List<LimitRound> limits = new ArrayList<>();
    public final List<Suspension> suspensions = new ArrayList<>();
    /** Whether it was ever handed from one unit to another. */
    public boolean handed;
    public final List<Transfer> transfers = new ArrayList<>();
    public final List<ReceiptRow> receipts = new ArrayList<>();
    public final List<Correction> corrections = new ArrayList<>();
    /** Days an earlier case for the same need had used, by {@code LIMIT/ASSESSED}. */
    public final Map<String, Integer> inherited = new TreeMap<>();
    public final List<LedgerEvent> newEvents = new ArrayList<>();
    private @Nullable List<LimitRow> limitRows;
    private @Nullable Facts limitRowsFor;

    public CaseFile(CaseNo no, Pack pack, Procedure procedure, String hall, UnitCode acceptedByUnit, UnitCode handledBy, long customerId,
            long premisesId, Application application, Facts facts, CaseStatus status, LocalDate registeredOn) {
        this.no = no;
        this.pack = pack;
        this.procedure = procedure;
        this.hall = hall;
        this.acceptedByUnit = acceptedByUnit;
        this.handledBy = handledBy;
        this.premisesUnit = handledBy;
        this.customerId = customerId;
        this.premisesId = premisesId;
        this.application = application;
        this.facts = facts;
        this.status = status;
        this.registeredOn = registeredOn;
        this.lastActOn = registeredOn;
    }

    public UnitCode unit() {
        return no.unit();
    }

    /** The rows of all limits that apply to its facts; looked up anew when these have changed. */
    List<LimitRow> limitRows() {
        if (limitRows == null || limitRowsFor != facts) {
            limitRows = pack.limitsFor(facts);
            limitRowsFor = facts;
        }
        return limitRows;
    }

    public StageDefinition definition(String stage) {
        return procedure.stage(stage).orElseThrow(() -> new YekuoException("casework.no-such-stage",
                "Case " + no + " follows " + procedure.key() + ", which has no stage " + stage + "."));
    }

    /** The first stage of the procedure: what accepts the case. */
    public StageDefinition firstStage() {
        return procedure.stages().stream().filter(stage -> stage.after().isEmpty()).findFirst().orElseThrow();
    }

    public boolean held() {
        return suspensions.stream().anyMatch(suspension -> suspension.kind == Suspension.Kind.HOLD && suspension.stands());
    }

    /** The phases a stage is done for: 0 alone, or 1 to the number the plan names. */
    public List<Integer> phasesOf(StageDefinition stage) {
        return stage.perPhase() ? IntStream.rangeClosed(1, phaseCount()).boxed().toList() : List.of(0);
    }

    public int phaseCount() {
        return facts.number("phases").map(number -> Math.max(1, number.intValue())).orElse(1);
    }

    /** The phases of {@code other} that matter to a stage in {@code phase}: the same one, or all where either is not done by phase. */
    public List<Integer> phasesSeenFrom(int phase, StageDefinition other) {
        return other.perPhase() && phase > 0 ? List.of(phase) : phasesOf(other);
    }

    public List<Run> runs(String stage, int phase) {
        return runs.stream().filter(run -> run.stage.equals(stage) && run.phase == phase)
                .sorted(Comparator.comparingInt((Run run) -> run.round)).toList();
    }

    /** The live run: the highest round that is not superseded. */
    public Optional<Run> live(String stage, int phase) {
        Run live = null;
        for (var run : runs) {
            if (!run.superseded && run.phase == phase && run.stage.equals(stage) && (live == null || run.round > live.round)) {
                live = run;
            }
        }
        return Optional.ofNullable(live);
    }

    public Optional<ReceiptRow> receiptOf(Run run) {
        return receipts.stream()
                .filter(receipt -> !receipt.superseded() && receipt.stage().equals(run.stage) && receipt.phase() == run.phase
                        && receipt.round() == run.round)
                .reduce((earlier, later) -> later);
    }

    /** Whether the pack's gate on the run's receipt is open: there is none, or it was served, or signed where that is asked. */
    public boolean gateOpen(Run run) {
        var rule = definition(run.stage).receipt();
        if (rule == null || asRecorded) {
            return true;
        }
        return receiptOf(run).map(receipt -> switch (rule.gate()) {
            case SERVED -> receipt.servedOn() != null || receipt.acknowledgedOn() != null;
            case ACKNOWLEDGED -> receipt.acknowledgedOn() != null;
        }).orElse(false);
    }

    /** Settled: skipped, or passed with its gate open (semantics 3). */
    public boolean settled(String stage, int phase) {
        return live(stage, phase).map(run -> run.state == Run.State.SKIPPED || run.passed() && gateOpen(run)).orElse(false);
    }

    /** Whether {@code stage} is settled as far as something in {@code phase} waits for it. A stage this procedure has not is no hindrance. */
    public boolean settledFor(String stage, int phase) {
        return procedure.stage(stage)
                .map(definition -> phasesSeenFrom(phase, definition).stream().allMatch(other -> settled(stage, other)))
                .orElse(true);
    }

    public UnitCode responsible(Level level) {
        return switch (level) {
            case HALL -> acceptedByUnit;
            case HANDLER -> handledBy;
            case CITY -> unit();
            case PROVINCE -> unit().province();
        };
    }

    public void record(Moment moment, EventKind kind, Map<String, ?> data) {
        record(moment, kind, moment.today(), data);
    }

    public void record(Moment moment, EventKind kind, LocalDate happenedOn, Map<String, ?> data) {
        if (quiet) {
            return;
        }
        var event = LedgerEvent.next(no, eventCount + 1, eventHead, happenedOn, moment.recordedAt(), moment.actor(), kind, marked(data));
        eventCount = event.seq();
        eventHead = event.hash();
        newEvents.add(event);
    }

    private Map<String, ?> marked(Map<String, ?> data) {
        var importer = importedBy;
        if (importer == null) {
            return data;
        }
        var marked = new TreeMap<String, Object>(data);
        marked.put("importedBy", importer);
        return marked;
    }
}
