package org.yekuo.casework.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Outcome;
import org.yekuo.regulation.PartDefinition;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.YekuoException;

/** Derives which stages are open (semantics 2–8): nothing is driven, everything follows from the runs, the facts and the procedure. */
public final class Progress {

    private final CaseFile file;
    private final Moment moment;
    private final LimitBook limits;

    public Progress(CaseFile file, Moment moment) {
        this.file = file;
        this.moment = moment;
        this.limits = new LimitBook(file, moment);
    }

    /** Moves limits and opens or skips what can be, until nothing changes. */
    public void advance(Outcome.@Nullable Cause sentBackBy) {
        if (file.status.ended()) {
            return;
        }
        limits.advance(sentBackBy);
        while (!file.held() && step()) {
            limits.advance(sentBackBy);
        }
        if (finished()) {
            file.status = CaseStatus.ARCHIVED;
            file.endedOn = moment.today();
            file.record(moment, EventKind.ARCHIVED, Map.of());
            file.limits.stream().filter(LimitRound::running).toList().forEach(round -> limits.voidRound(round, "the case was archived"));
        }
    }

    private boolean step() {
        boolean changed = false;
        for (var stage : file.procedure.stages()) {
            for (int phase : file.phasesOf(stage)) {
                changed |= judge(stage, phase);
            }
        }
        return changed;
    }

    private boolean judge(StageDefinition stage, int phase) {
        var live = file.live(stage.key(), phase);
        if (live.isPresent()) {
            var run = live.get();
            if (run.state == Run.State.CLOSED && run.outcome == Run.Result.AGAIN && (file.receiptOf(run).isEmpty() || file.gateOpen(run))) {
                open(stage, phase);
                return true;
            }
            return false;
        }
        if (!stage.after().stream().allMatch(earlier -> file.settledFor(earlier, phase))) {
            return false;
        }
        if (stage.when().match(file.facts)) {
            open(stage, phase);
        } else {
            skip(stage, phase);
        }
        return true;
    }

    private void open(StageDefinition stage, int phase) {
        var earlier = file.runs(stage.key(), phase);
        var state = stage.onRequest() ? Run.State.WAITING : Run.State.OPEN;
        var run = new Run(stage.key(), phase, earlier.size() + 1, state, moment.today(), CanonicalJson.write(file.facts.values()));
        run.startedOn = stage.onRequest() ? null : moment.today();
        run.fresh = true;
        for (var part : parts(stage)) {
            part.assignee = earlier.isEmpty() ? firstAssignee(part) : lastAssignee(earlier.getLast(), part).orElse(null);
            if (state == Run.State.OPEN) {
                openPart(part);
            }
            run.parts.add(part);
        }
        file.runs.add(run);
        file.record(moment, EventKind.STAGE_OPENED, Map.of(
                "stage", run.stage, "phase", phase, "round", run.round, "waitsForRequest", stage.onRequest(),
                "parts", run.parts.stream().map(part -> Map.of("part", part.key, "role", part.role.name(), "unit", part.responsibleUnit.value())).toList()));
    }

    private void skip(StageDefinition stage, int phase) {
        var run = new Run(stage.key(), phase, file.runs(stage.key(), phase).size() + 1, Run.State.SKIPPED, moment.today(),
                CanonicalJson.write(file.facts.values()));
        run.fresh = true;
        file.runs.add(run);
        var restedOn = new TreeMap<String, Object>();
        stage.when().conditions().keySet().forEach(fact -> Optional.ofNullable(file.facts.values().get(fact)).ifPresent(value -> restedOn.put(fact, value)));
        file.record(moment, EventKind.STAGE_SKIPPED, Map.of("stage", run.stage, "phase", phase, "round", run.round, "because", restedOn));
    }

    /** Sets a part's internal limit running. */
    void openPart(PartRow part) {
        part.state = PartRow.State.OPEN;
        part.openedOn = moment.today();
        part.dueOn = moment.calendar().add(moment.today(), part.days);
    }

    /** The parts a stage has by the procedure and the facts, with the units they belong to now. */
    List<PartRow> parts(StageDefinition stage) {
        var parts = new ArrayList<PartRow>();
        for (var definition : stage.parts()) {
            if (!definition.when().match(file.facts)) {
                continue;
            }
            boolean lead = definition.kind() == PartDefinition.Kind.LEAD;
            if (definition.approval() != null) {
                var approval = file.pack.approvalFor(definition.approval(), file.facts).orElseThrow(() -> new YekuoException(
                        "casework.no-approver", "The pack " + file.pack.id() + " names nobody to approve " + definition.approval() + " for " + file.facts.values() + "."));
                parts.add(part(definition.key(), lead, approval.approver(), approval.level(), definition.days()));
                approval.countersigns().forEach(other -> parts.add(part(other.key(), false, other.role(), other.level(), definition.days())));
            } else if (definition.role() != null) {
                parts.add(part(definition.key(), lead, definition.role(), definition.level(), definition.days()));
            }
        }
        return parts;
    }

    private PartRow part(String key, boolean lead, org.yekuo.organisation.Role role, org.yekuo.regulation.Level level, int days) {
        return new PartRow(key, lead, role, file.responsible(level), days, PartRow.State.WAITING);
    }

    private @Nullable String firstAssignee(PartRow part) {
        return part.role == org.yekuo.organisation.Role.ACCOUNT_MANAGER ? file.owner : null;
    }

    private static Optional<String> lastAssignee(Run earlier, PartRow part) {
        return earlier.parts.stream()
                .filter(other -> other.key.equals(part.key) && other.role == part.role && other.responsibleUnit.equals(part.responsibleUnit))
                .map(other -> other.assignee != null ? other.assignee : other.closedBy)
                .filter(java.util.Objects::nonNull).map(String::valueOf).findFirst();
    }

    private boolean finished() {
        return file.procedure.stages().stream()
                .allMatch(stage -> file.phasesOf(stage).stream().allMatch(phase -> file.settled(stage.key(), phase)));
    }
}
