package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.casework.internal.ledger.Signals;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;

/** A case as a stage's room sees it, in the middle of one act on one run. */
final class OpenCase implements CaseView {

    private final CaseFile file;
    private final Moment moment;
    private final Run run;
    private final LedgerJson json;

    OpenCase(CaseFile file, Moment moment, Run run, LedgerJson json) {
        this.file = file;
        this.moment = moment;
        this.run = run;
        this.json = json;
    }

    @Override
    public CaseNo caseNo() {
        return file.no;
    }

    @Override
    public UnitCode unit() {
        return file.unit();
    }

    @Override
    public UnitCode handledBy() {
        return file.handledBy;
    }

    @Override
    public UnitCode premisesUnit() {
        return file.premisesUnit;
    }

    @Override
    public Pack pack() {
        return file.pack;
    }

    @Override
    public Procedure procedure() {
        return file.procedure;
    }

    @Override
    public Facts facts() {
        return file.facts;
    }

    @Override
    public long customerId() {
        return file.customerId;
    }

    @Override
    public long premisesId() {
        return file.premisesId;
    }

    @Override
    public Application application() {
        return file.application;
    }

    @Override
    public @Nullable LocalDate acceptedOn() {
        return file.acceptedOn;
    }

    @Override
    public LocalDate registeredOn() {
        return file.registeredOn;
    }

    @Override
    public LocalDate today() {
        return moment.today();
    }

    @Override
    public LocalDate recordedOn() {
        var imported = file.importedOn;
        return imported == null ? moment.today() : imported;
    }

    @Override
    public Actor actor() {
        return moment.actor();
    }

    @Override
    public int phase() {
        return run.phase;
    }

    @Override
    public int round() {
        return run.round;
    }

    @Override
    public List<String> requestedPapers() {
        return file.runs(run.stage, run.phase).stream().filter(other -> other.round <= run.round)
                .flatMap(other -> other.requestedPapers.stream()).distinct().toList();
    }

    @Override
    public List<Part> parts() {
        return run.parts.stream()
                .map(part -> new Part(part.key, part.lead, part.assignee, part.opinion, part.text, part.closedOn, part.closedBy)).toList();
    }

    @Override
    public <R extends StageResult> Optional<R> result(String stage, Class<R> type) {
        return passedRuns(stage, run.phase).stream().findFirst().map(passed -> read(passed, type));
    }

    @Override
    public <R extends StageResult> List<R> results(String stage, Class<R> type) {
        return passedRuns(stage, 0).stream().map(passed -> read(passed, type)).toList();
    }

    @Override
    public <R extends StageResult> List<R> earlierRounds(Class<R> type) {
        return file.runs(run.stage, run.phase).stream()
                .filter(other -> other.round < run.round && other.resultJson != null)
                .map(other -> read(other, type)).toList();
    }

    @Override
    public List<String> refusedEarlierBy() {
        return file.runs(run.stage, run.phase).stream()
                .filter(other -> other.round < run.round && !other.superseded && other.outcome == Run.Result.AGAIN)
                .flatMap(other -> java.util.stream.Stream.ofNullable(other.closedBy)).toList();
    }

    private List<Run> passedRuns(String stage, int phase) {
        return file.procedure.stage(stage)
                .map(definition -> file.phasesSeenFrom(phase, definition).stream()
                        .flatMap(seen -> file.live(stage, seen).stream())
                        .filter(other -> other.passed() && other.resultJson != null).toList())
                .orElse(List.of());
    }

    private <R extends StageResult> R read(Run other, Class<R> type) {
        return json.result(correctedResult(file, other, json), type);
    }

    @Override
    public boolean settled(String stage) {
        return file.settledFor(stage, run.phase);
    }

    @Override
    public boolean skipped(String stage) {
        return file.procedure.stage(stage)
                .map(definition -> file.phasesSeenFrom(run.phase, definition).stream()
                        .allMatch(seen -> file.live(stage, seen).map(other -> other.state == Run.State.SKIPPED).orElse(false)))
                .orElse(true);
    }

    @Override
    public Optional<LocalDate> signal(String signal) {
        return new Signals(file).day(signal, run.phase);
    }

    /** The result of a run with its corrections laid over it; what was written stays on the run. */
    static String correctedResult(CaseFile file, Run run, LedgerJson json) {
        var text = run.resultJson == null ? "{}" : run.resultJson;
        var mine = file.corrections.stream().filter(correction -> correction.concerns(run)).toList();
        if (mine.isEmpty()) {
            return text;
        }
        var tree = json.tree(text);
        mine.forEach(correction -> JsonPaths.put(tree, correction.field(), correction.becomes()));
        return tree.toString();
    }
}
