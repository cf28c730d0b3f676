package org.yekuo.casework.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Acted;
import org.yekuo.casework.Opinion;
import org.yekuo.casework.Outcome;
import org.yekuo.casework.StageRefused;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWork;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.VisitingOnce.Beforehand;
import org.yekuo.casework.VisitingOnce.Needed;
import org.yekuo.casework.VisitingOnce.Step;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.regulation.ApprovalRow;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.PartDefinition;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/**
 * Walks the steps of one visit on the desk. A step with faults is taken as passed for the sake of the faults of those after it; as the whole act is
 * refused then, nothing of that is ever kept.
 */
@Component
public class OneVisit {

    private static final String TABLE = "one-visit";
    private static final String ACT = "ONE_VISIT";
    /** Under a standing delegation the plan takes effect by the drafter's own hand: she does the approver's duty too. */
    private static final String APPROVAL = "plan-approval";

    private final StageWorks works;
    private final Duties duties;
    private final PapersDue papersDue;
    private final Closing closing;
    private final AttachingFiles attaching;
    private final Organisation organisation;

    OneVisit(StageWorks works, Duties duties, PapersDue papersDue, Closing closing, AttachingFiles attaching, Organisation organisation) {
        this.attaching = attaching;
        this.works = works;
        this.duties = duties;
        this.papersDue = papersDue;
        this.closing = closing;
        this.organisation = organisation;
    }

    /** What is found on the way; forbidden things weigh more than wrong ones. */
    private static final class Found {
        final List<Violation> forbidden = new ArrayList<>();
        final List<Violation> wrong = new ArrayList<>();

        boolean any() {
            return !forbidden.isEmpty() || !wrong.isEmpty();
        }
    }

    public Answer<Acted> make(Desk desk, List<Step> steps, List<Beforehand> beforehand) {
        var pack = desk.file.pack;
        var rows = rows(desk);
        if (rows.isEmpty()) {
            return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("casework.no-one-visit", pack.name().zh()));
        }
        var separated = separated(desk, rows);
        if (!separated.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, separated));
        }
        var found = new Found();
        found.wrong.addAll(steps(desk, rows, steps));
        found.wrong.addAll(unknown(desk, rows, beforehand));
        for (var row : rows) {
            var step = steps.stream().filter(other -> other.stage().equals(stage(row))).findFirst();
            if (step.isPresent() && !desk.file.settledFor(stage(row), 0) && !walk(desk, row, step.get(), beforehand, found)) {
                break;
            }
        }
        if (!found.forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, found.forbidden.stream().distinct().toList()));
        }
        if (!found.wrong.isEmpty()) {
            return Answer.invalid(found.wrong);
        }
        desk.file.record(desk.moment, EventKind.ONE_VISIT, Map.of("stages", rows.stream().map(OneVisit::stage).toList()));
        return desk.done();
    }

    /** Whether the visit may begin: provided for, its first step open, and whoever acts holds every role of it. */
    public boolean may(Desk desk) {
        var rows = rows(desk);
        var first = rows.stream().map(OneVisit::stage).filter(stage -> !desk.file.settledFor(stage, 0)).findFirst();
        return !desk.file.held() && separated(desk, rows).isEmpty()
                && first.flatMap(stage -> desk.live(stage, desk.phaseOf(stage, null))).filter(run -> run.state == Run.State.OPEN).isPresent()
                && rows.stream().allMatch(row -> holds(desk, row));
    }

    private boolean holds(Desk desk, DecisionTable.Row row) {
        return desk.file.definition(stage(row)).parts().stream().filter(part -> part.kind() == PartDefinition.Kind.LEAD || texts(row, "own").contains(part.key())).allMatch(part -> {
            var approval = Optional.ofNullable(part.approval()).flatMap(subject -> desk.file.pack.approvalFor(subject, desk.file.facts));
            var role = approval.map(ApprovalRow::approver).orElse(part.role());
            return role != null && organisation.holds(desk.moment.actor().id(), role, desk.file.responsible(approval.map(ApprovalRow::level).orElse(part.level())), desk.moment.today());
        });
    }

    /** What the form of each step may offer now. */
    public Map<String, Map<String, Object>> choices(Desk desk) {
        var choices = new TreeMap<String, Map<String, Object>>();
        for (var row : rows(desk)) {
            var run = desk.live(stage(row), desk.phaseOf(stage(row), null)).orElseGet(() -> new Run(stage(row), 0, 1, Run.State.WAITING, desk.moment.today(), "{}"));
            works.work(stage(row)).ifPresent(work -> choices.put(stage(row), work.choices(desk.view(run))));
        }
        return choices;
    }

    public List<Needed> beforehand(Desk desk) {
        return rows(desk).stream().flatMap(row -> desk.file.definition(stage(row)).parts().stream().filter(part -> part.role() != null && texts(row, "beforehand").contains(part.key()))
                .map(part -> new Needed(stage(row), desk.file.definition(stage(row)).name(), part.key(), part.name(), Objects.requireNonNull(part.role()),
                        desk.file.responsible(part.level())))).toList();
    }

    private static List<DecisionTable.Row> rows(Desk desk) {
        var pack = desk.file.pack;
        return pack.tables().containsKey(TABLE) ? pack.all(TABLE, desk.file.facts) : List.of();
    }

    /** Separations that one person in one visit would break and that are not lifted for it by name. */
    private static List<Violation> separated(Desk desk, List<DecisionTable.Row> rows) {
        var done = Stream.concat(rows.stream().map(OneVisit::stage), Stream.of(APPROVAL)).toList();
        return desk.file.pack.separations().stream()
                .filter(row -> row.holds(desk.file.facts) && !row.liftedBy(ACT, desk.file.facts))
                .filter(row -> row.first().stream().anyMatch(done::contains) && row.second().stream().anyMatch(done::contains))
                .map(row -> Violation.of("casework.one-visit-separated", row.name().zh()).citing(row.basis().clause())).toList();
    }

    private static List<Violation> steps(Desk desk, List<DecisionTable.Row> rows, List<Step> steps) {
        var wrong = new ArrayList<Violation>();
        var wanted = rows.stream().map(OneVisit::stage).toList();
        var given = steps.stream().map(Step::stage).collect(Collectors.toSet());
        wanted.stream().filter(stage -> !given.contains(stage)).forEach(stage ->
                wrong.add(Violation.of("casework.one-visit-step-missing", desk.file.definition(stage).name().zh())));
        steps.stream().filter(step -> !wanted.contains(step.stage())).forEach(step -> wrong.add(Violation.at(step.field(), "casework.one-visit-step-unknown",
                desk.file.procedure.stage(step.stage()).map(stage -> stage.name().zh()).orElse(step.stage()))));
        return wrong;
    }

    private static List<Violation> unknown(Desk desk, List<DecisionTable.Row> rows, List<Beforehand> beforehand) {
        var wrong = new ArrayList<Violation>();
        var known = new HashSet<String>();
        rows.forEach(row -> texts(row, "beforehand").forEach(part -> known.add(stage(row) + "." + part)));
        for (int i = 0; i < beforehand.size(); i++) {
            var part = beforehand.get(i);
            if (!known.contains(part.stage() + "." + part.part())) {
                wrong.add(Violation.at("beforehand[" + i + "].part", "casework.one-visit-beforehand-unknown", part.stage(), part.part()));
            } else if (part.on().isAfter(desk.moment.today())) {
                wrong.add(Violation.at("beforehand[" + i + "].on", "casework.in-the-future", part.on(), desk.moment.today()));
            }
        }
        return wrong;
    }

    /** One step; false where nothing after it can be looked at. */
    private boolean walk(Desk desk, DecisionTable.Row row, Step step, List<Beforehand> beforehand, Found found) {
        var stage = step.stage();
        var live = desk.live(stage, desk.phaseOf(stage, null)).filter(run -> run.state == Run.State.OPEN);
        if (live.isEmpty() || desk.file.held()) {
            // After a fault what is open says nothing.
            if (!found.any()) {
                found.wrong.add(Violation.at(step.field(), "casework.one-visit-waits", desk.file.definition(stage).name().zh(), waitsFor(desk)));
            }
            return false;
        }
        var run = live.get();
        found.forbidden.addAll(duties.check(desk, run, run.lead(), desk.moment.actor(), ACT));
        parts(desk, run, row, beforehand, found);
        close(desk, run, step, work(step), found);
        desk.advance();
        return true;
    }

    private <R extends StageResult> void close(Desk desk, Run run, Step step, StageWork<R> work, Found found) {
        var result = work.resultType().cast(step.result());
        var view = desk.view(run);
        // A step that says nothing itself can only be blamed for what is wrong with one before it.
        var wrong = new ArrayList<Violation>();
        if (!found.any() || !step.silent()) {
            desk.cited(work.check(view, result)).forEach(violation -> wrong.add(violation.under(step.field())));
            attaching.attach(desk, result).forEach(violation -> wrong.add(violation.under(step.field())));
        }
        var facts = Map.<String, Object>of();
        if (wrong.isEmpty() && !(found.any() && step.silent())) {
            var effects = work.apply(view, result);
            facts = effects.facts();
            if (effects.outcome() instanceof Outcome.Passed) {
                papersDue.missing(desk, run).forEach(violation -> wrong.add(violation.under(step.field())));
            } else {
                wrong.add(Violation.at(step.field(), "casework.one-visit-not-passed", desk.file.definition(run.stage).name().zh()));
            }
        }
        if (wrong.isEmpty() && !found.any()) {
            try {
                closing.close(desk, run, new Closing.Concluded<>(work, result, work.apply(view, result)), step.service());
                return;
            } catch (StageRefused refused) {
                refused.refusal().violations().forEach(violation -> wrong.add(violation.under(step.field())));
            }
        }
        found.wrong.addAll(wrong);
        closing.suppose(desk, run, result, facts);
    }

    /** The parts of others in this stage: what she may do herself on the spot, and what was done before she set out. */
    private void parts(Desk desk, Run run, DecisionTable.Row row, List<Beforehand> beforehand, Found found) {
        for (var part : run.openCountersigns()) {
            if (texts(row, "own").contains(part.key)) {
                var forbidden = duties.check(desk, run, part, desk.moment.actor(), ACT);
                found.forbidden.addAll(forbidden);
                done(desk, run, part, desk.moment.actor(), desk.moment.today(), "一次上门连办");
            } else if (texts(row, "beforehand").contains(part.key)) {
                before(desk, run, part, beforehand, found);
            } else {
                found.wrong.add(Violation.of("casework.one-visit-waits", desk.file.definition(run.stage).name().zh(), part.role.zh() + " " + part.key));
                done(desk, run, part, desk.moment.actor(), desk.moment.today(), "");
            }
        }
    }

    private void before(Desk desk, Run run, PartRow part, List<Beforehand> beforehand, Found found) {
        for (int i = 0; i < beforehand.size(); i++) {
            var said = beforehand.get(i);
            if (said.stage().equals(run.stage) && said.part().equals(part.key)) {
                var field = "beforehand[" + i + "].by";
                var by = organisation.staff(said.by());
                if (by.isEmpty() || !organisation.holds(said.by(), part.role, part.responsibleUnit, desk.moment.today())) {
                    found.wrong.add(Violation.at(field, "casework.one-visit-beforehand-role", said.by(),
                            organisation.unit(part.responsibleUnit).map(unit -> unit.name()).orElse(part.responsibleUnit.value()), part.role.zh(), part.key));
                }
                var who = Actor.staff(said.by(), by.map(Staff::name).orElse(said.by()));
                if (by.isPresent()) {
                    duties.check(desk, run, part, who, ACT).stream().filter(violation -> violation.rule().equals("casework.separated-duties"))
                            .forEach(violation -> found.wrong.add(new Violation(violation.rule(), field, violation.args(), violation.clause())));
                }
                done(desk, run, part, who, said.on(), said.paper());
                return;
            }
        }
        found.wrong.add(Violation.at("beforehand", "casework.one-visit-beforehand-missing", desk.file.definition(run.stage).name().zh(), part.role.zh()));
        done(desk, run, part, desk.moment.actor(), desk.moment.today(), "");
    }

    private static void done(Desk desk, Run run, PartRow part, Actor by, java.time.LocalDate on, String paper) {
        part.state = PartRow.State.CLOSED;
        part.opinion = Opinion.AGREE;
        part.text = paper;
        part.closedOn = on;
        part.closedBy = by.id();
        part.closedByName = by.name();
        run.dirty = true;
        desk.file.record(desk.moment, EventKind.PART_CLOSED, on, Map.of("stage", run.stage, "phase", run.phase, "round", run.round, "part", part.key,
                "opinion", part.opinion.name(), "text", paper, "by", by.id()));
    }

    /** Whose turn it is instead, in words. */
    private static String waitsFor(Desk desk) {
        var open = desk.file.runs.stream().filter(run -> !run.superseded && run.state == Run.State.OPEN)
                .flatMap(run -> run.parts.stream().filter(PartRow::isLive)
                        .map(part -> desk.file.definition(run.stage).name().zh() + "(" + part.role.zh() + ")"));
        var asked = desk.file.runs.stream().filter(run -> !run.superseded && run.state == Run.State.WAITING)
                .map(run -> desk.file.definition(run.stage).name().zh() + "（客户申请）");
        var hold = desk.file.held() ? Stream.of("暂缓结束") : Stream.<String>empty();
        return Stream.of(hold, open, asked).flatMap(words -> words).distinct().collect(Collectors.joining("、"));
    }

    private StageWork<?> work(Step step) {
        var work = works.work(step.stage()).orElseThrow(() -> new YekuoException("casework.no-room", "No room does the stage " + step.stage() + "."));
        if (!work.resultType().isInstance(step.result())) {
            throw new YekuoException("casework.wrong-result", "The stage " + step.stage() + " is not closed with a " + step.result().getClass().getSimpleName() + ".");
        }
        return work;
    }

    private static String stage(DecisionTable.Row row) {
        return String.valueOf(row.gives().get("stage"));
    }

    private static List<String> texts(DecisionTable.Row row, String key) {
        return row.gives().get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
