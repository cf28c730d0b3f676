package org.yekuo.casework.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.LedgerEvent;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.casework.internal.ledger.Transfer;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Receipt;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** Turns a case's rows into what people read. */
@Component
public class CaseReader {

    private final CaseStore store;
    private final Sight sight;
    private final LedgerJson json;
    private final EventStore events;
    private final CasePapers papers;
    private final LimitReader limits;
    private final BusinessClock clock;
    private final LinkStore links;
    private final GreenChannel green;
    private final RecordedCaseStore recorded;

    CaseReader(CaseStore store, Sight sight, LedgerJson json, EventStore events, CasePapers papers, LimitReader limits, BusinessClock clock,
            LinkStore links, GreenChannel green, RecordedCaseStore recorded) {
        this.store = store;
        this.sight = sight;
        this.json = json;
        this.events = events;
        this.papers = papers;
        this.limits = limits;
        this.clock = clock;
        this.links = links;
        this.green = green;
        this.recorded = recorded;
    }

    public Optional<CaseFile> file(CaseNo no, Actor actor) {
        return store.read(no).filter(file -> sight.sees(actor, file));
    }

    /** Those of the cases the actor may see, read together. */
    public Map<CaseNo, CaseFile> files(Collection<CaseNo> cases, Actor actor) {
        var files = store.readAll(cases);
        files.values().removeIf(file -> !sight.sees(actor, file));
        return files;
    }

    public List<CaseNo> successors(CaseNo no) {
        return links.successors(no);
    }

    public ReadingCase.Summary summary(CaseFile file) {
        return new ReadingCase.Summary(file.no, file.status.name(), file.pack.id(), file.procedure.key(), file.procedure.name(), file.unit().value(),
                file.handledBy.value(), file.hall, file.owner, file.deputy, file.application, file.facts.values(), file.customerId, file.predecessor,
                links.successors(file.no), file.originalNo, file.registeredOn, file.acceptedOn, file.endedOn, file.held(), turns(file),
                file.suspensions.stream().map(suspension -> new ReadingCase.Suspended(suspension.n, suspension.kind.name(), suspension.reason,
                        suspension.enteredOn, suspension.fromDay, suspension.toDay, suspension.effective, suspension.claimed)).toList(),
                file.transfers.stream().map(this::handed).toList(),
                file.eventCount, green.of(file, clock.today()),
                file.asRecorded ? recorded.of(file) : null);
    }

    private ReadingCase.Handed handed(Transfer transfer) {
        return new ReadingCase.Handed(transfer.n, transfer.from.value(), transfer.to.value(), transfer.reason, transfer.askedByName, transfer.askedOn,
                transfer.dueOn, transfer.state.name(), transfer.answeredOn, transfer.answeredByName, transfer.answer,
                (transfer.answeredOn == null ? clock.today() : transfer.answeredOn).isAfter(transfer.dueOn));
    }

    private static List<ReadingCase.Turn> turns(CaseFile file) {
        return file.runs.stream().filter(run -> !run.superseded).flatMap(run -> {
            var name = file.definition(run.stage).name();
            return switch (run.state) {
                case WAITING -> Stream.of(new ReadingCase.Turn(run.stage, name, run.phase, run.round, "CUSTOMER", null, null, null, null, null));
                case OPEN -> run.parts.stream().filter(PartRow::isLive).map(part -> new ReadingCase.Turn(run.stage, name, run.phase, run.round, "COMPANY",
                        part.responsibleUnit.value(), part.role.name(), part.assignee, part.dueOn, part.key));
                case CLOSED, SKIPPED, CANCELLED -> Stream.<ReadingCase.Turn>empty();
            };
        }).toList();
    }

    public List<ReadingCase.Stage> stages(CaseFile file) {
        return file.procedure.stages().stream()
                .flatMap(stage -> file.runs.stream().filter(run -> run.stage.equals(stage.key()))
                        .sorted(java.util.Comparator.comparingInt((Run run) -> run.phase).thenComparingInt(run -> run.round)))
                .map(run -> stage(file, run)).toList();
    }

    private ReadingCase.Stage stage(CaseFile file, Run run) {
        boolean live = file.live(run.stage, run.phase).filter(other -> other == run).isPresent();
        return new ReadingCase.Stage(run.stage, file.definition(run.stage).name(), run.phase, run.round, run.state.name(), live,
                live && file.settled(run.stage, run.phase), run.openedOn, run.requestedOn, run.closedOn, run.closedByName,
                run.outcome == null ? null : run.outcome.name(), run.outcomeReason,
                run.resultJson == null ? null : json.tree(OpenCase.correctedResult(file, run, json)),
                run.parts.stream().map(part -> new ReadingCase.Part(part.key, part.lead ? "LEAD" : "COUNTERSIGN", part.role.name(), part.role.text(),
                        part.responsibleUnit.value(), part.state.name(), part.assignee, part.dueOn, part.opinion == null ? null : part.opinion.name(),
                        part.text, part.closedOn, part.closedByName)).toList());
    }

    public List<ReadingCase.Limit> limits(CaseFile file) {
        return limits.explain(file, clock.today());
    }

    public List<ReadingCase.Event> events(CaseFile file, long afterSeq, int limit) {
        return events.after(file.no, afterSeq, Math.clamp(limit, 1, 500)).stream().map(event -> new ReadingCase.Event(event.seq(), event.happenedOn(),
                event.recordedAt(), event.actorId(), event.actorName(), event.kind().name(), json.tree(event.body()).path("data"), event.prevHash(),
                event.hash())).toList();
    }

    /** The entries as they are hashed, after {@code afterSeq} and up to {@code lastSeq}, at most 500. */
    public List<LedgerEvent> entries(CaseNo no, long afterSeq, long lastSeq) {
        return events.after(no, afterSeq, (int) Math.clamp(lastSeq - afterSeq, 0, 500));
    }

    public List<Receipt> receipts(CaseFile file) {
        return papers.of(file.unit(), file.no);
    }
}
