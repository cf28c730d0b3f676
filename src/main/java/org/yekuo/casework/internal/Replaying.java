package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Effects;
import org.yekuo.casework.ImportedHistory;
import org.yekuo.casework.Opinion;
import org.yekuo.casework.Outcome;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWork;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.casework.internal.ledger.Suspension;
import org.yekuo.document.Acknowledgement;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Receipt;
import org.yekuo.document.Signature;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.regulation.Conduct;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/**
 * Plays the history of a case through the same core as any act, day by day on the days it is said to have happened: stages open by derivation,
 * results are checked and recorded by their rooms, limits start and stop by the pack. What was sent out then is not sent again.
 */
@Component
public class Replaying {

    /** One thing that happened; on one day, in the order of the procedure. */
    private record Step(LocalDate on, int stage, int entry, int order, Function<Desk, List<Violation>> act) {}

    private final StageWorks works;
    private final Closing closing;
    private final CasePapers papers;
    private final Organisation organisation;
    private final Acting acting;
    private final LedgerJson json;

    Replaying(StageWorks works, Closing closing, CasePapers papers, Organisation organisation, Acting acting, LedgerJson json) {
        this.works = works;
        this.closing = closing;
        this.papers = papers;
        this.organisation = organisation;
        this.acting = acting;
        this.json = json;
    }

    /** Plays it on a case just registered; answers what could not have happened, at the first step that could not. */
    public List<Violation> replay(CaseFile file, ImportedHistory history, Moment now) {
        for (var step : steps(file, history, now.actor())) {
            var desk = acting.desk(file, new Moment(step.on(), now.recordedAt(), now.actor(), now.calendar()));
            var wrong = step.act().apply(desk);
            if (!wrong.isEmpty()) {
                return wrong;
            }
            desk.advance();
        }
        return present(file, history);
    }

    private List<Step> steps(CaseFile file, ImportedHistory history, Actor importer) {
        var keys = file.procedure.stages().stream().map(stage -> stage.key()).toList();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < history.stages().size(); i++) {
            int entry = i;
            var stage = history.stages().get(i);
            int index = keys.indexOf(stage.stage());
            if (stage.requestedOn() != null) {
                steps.add(new Step(stage.requestedOn(), index, entry, 0, desk -> request(desk, stage)));
            }
            stage.parts().forEach(part -> steps.add(new Step(part.closedOn(), index, entry, 1, desk -> part(as(desk, part.by(), importer), stage, part))));
            if (stage.closedOn() != null) {
                steps.add(new Step(stage.closedOn(), index, entry, 2, desk -> close(as(desk, stage.by(), importer), stage, history)));
            }
            var receipt = stage.receipt();
            if (receipt != null) {
                steps.add(new Step(receipt.servedOn(), index, entry, 3, desk -> serve(desk, stage, receipt)));
                if (receipt.signedOn() != null) {
                    steps.add(new Step(receipt.signedOn(), index, entry, 4, desk -> sign(desk, stage, receipt)));
                }
            }
        }
        history.pauses().forEach(pause -> {
            var n = new int[1];
            // After what happened on that day: the day itself still counts.
            steps.add(new Step(pause.from(), keys.size(), 0, 0, desk -> pause(desk, pause, n)));
            if (pause.to() != null) {
                steps.add(new Step(pause.to(), pause.to().equals(pause.from()) ? keys.size() : -1, 0, 1, desk -> resume(desk, n[0])));
            }
        });
        if (history.constructionStartedOn() != null) {
            steps.add(new Step(history.constructionStartedOn(), keys.size(), 0, 2, desk -> constructionStarted(desk)));
        }
        steps.sort(Comparator.comparing(Step::on).thenComparingInt(Step::stage).thenComparingInt(Step::entry).thenComparingInt(Step::order));
        return steps;
    }

    /** Who did it then, where the old system says so; a name nobody bears here is kept as a name. */
    private Desk as(Desk desk, @Nullable String by, Actor importer) {
        var was = desk.moment;
        var actor = by == null ? new Actor("import:" + importer.id(), "原系统", Actor.Kind.SYSTEM)
                : organisation.staff(by).map(staff -> Actor.staff(staff.no(), staff.name())).orElseGet(() -> new Actor("import:" + by, by, Actor.Kind.SYSTEM));
        return acting.desk(desk.file, new Moment(was.today(), was.recordedAt(), actor, was.calendar()));
    }

    private static List<Violation> at(String field, List<Violation> violations) {
        return violations.stream().map(violation -> violation.under(field)).toList();
    }

    private List<Violation> request(Desk desk, ImportedHistory.Stage stage) {
        int phase = desk.phaseOf(stage.stage(), stage.phase());
        var run = desk.live(stage.stage(), phase);
        if (run.isEmpty() || run.get().state != Run.State.WAITING) {
            return List.of(Violation.at(stage.field() + ".requestedOn", "casework.import-not-waiting", desk.file.definition(stage.stage()).name().zh(),
                    desk.moment.today(), waiting(desk.file)));
        }
        desk.moves().request(run.get(), desk.moment.today(), stage.papers());
        return List.of();
    }

    private List<Violation> part(Desk desk, ImportedHistory.Stage stage, ImportedHistory.Part said) {
        return switch (open(desk, stage)) {
            case Answer.Refused<Run>(var refusal) -> at(stage.field(), refusal.violations());
            case Answer.Done<Run>(Run run) -> {
                var part = run.parts.stream().filter(other -> other.key.equals(said.part()) && !other.lead && other.isLive()).findFirst();
                if (part.isEmpty()) {
                    yield List.of(Violation.at(stage.field() + ".parts", "casework.no-such-part", desk.file.definition(run.stage).name().zh(), said.part()));
                }
                desk.moves().closePart(run, part.get(), said.opinion(), said.text() == null ? "" : said.text());
                yield List.of();
            }
        };
    }

    private Answer<Run> open(Desk desk, ImportedHistory.Stage stage) {
        int phase = desk.phaseOf(stage.stage(), stage.phase());
        return desk.openRun(stage.stage(), phase, desk.live(stage.stage(), phase).map(run -> run.round).orElse(1));
    }

    private List<Violation> close(Desk desk, ImportedHistory.Stage stage, ImportedHistory history) {
        return switch (open(desk, stage)) {
            case Answer.Refused<Run>(var refusal) -> at(stage.field(), refusal.violations());
            case Answer.Done<Run>(Run run) -> works.work(stage.stage()).map(work -> close(desk, run, stage, work, history)).orElseThrow();
        };
    }

    private <R extends StageResult> List<Violation> close(Desk desk, Run run, ImportedHistory.Stage stage, StageWork<R> work, ImportedHistory history) {
        run.openCountersigns().forEach(part -> desk.moves().closePart(run, part, Opinion.AGREE, ""));
        var result = work.resultType().cast(Objects.requireNonNull(stage.result()));
        var view = desk.view(run);
        var wrong = work.check(view, result);
        if (!wrong.isEmpty()) {
            return at(stage.field() + ".result", wrong);
        }
        var effects = work.apply(view, result);
        var concluded = conclusion(effects.outcome());
        if (concluded != stage.outcome()) {
            return List.of(Violation.at(stage.field(), "casework.import-outcome-differs", desk.file.definition(run.stage).name().zh(), stage.outcome().name(),
                    concluded.name(), missing(effects)));
        }
        closing.close(desk, run, new Closing.Concluded<>(work, result, effects), null);
        var owner = history.owner();
        if (owner != null && run.stage.equals(desk.file.firstStage().key()) && !owner.equals(desk.file.owner)) {
            if (!organisation.holds(owner, Role.ACCOUNT_MANAGER, desk.file.handledBy, acting.moment(desk.moment.actor()).today())) {
                return List.of(Violation.at("owner", "casework.not-entitled", owner, Role.ACCOUNT_MANAGER.zh()));
            }
            desk.giveTo(owner, desk.file.deputy);
        }
        return List.of();
    }

    private static ImportedHistory.Conclusion conclusion(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed() -> ImportedHistory.Conclusion.PASSED;
            case Outcome.Again(String reason) -> ImportedHistory.Conclusion.AGAIN;
            case Outcome.Back(String to, Outcome.Cause cause, String reason) -> ImportedHistory.Conclusion.BACK;
            case Outcome.End(Outcome.Ending ending, String reason) -> ImportedHistory.Conclusion.END;
        };
    }

    /** What a notice of that result would have named. */
    private static String missing(Effects effects) {
        return effects.letters().stream().flatMap(letter -> letter.content().get("items") instanceof List<?> items ? items.stream() : java.util.stream.Stream.of())
                .map(item -> item instanceof Map<?, ?> named ? String.valueOf(named.get("name")) : String.valueOf(item)).collect(Collectors.joining("、"));
    }

    private List<Violation> serve(Desk desk, ImportedHistory.Stage stage, ImportedHistory.Service said) {
        var receipt = receipt(desk, stage);
        if (receipt == null) {
            return List.of(Violation.at(stage.field() + ".receipt", "casework.import-no-receipt", desk.file.definition(stage.stage()).name().zh()));
        }
        return switch (papers.serve(desk.file.unit(), desk.file.no, receipt, said.manner(), said.servedOn(), desk.moment.actor())) {
            case Answer.Refused<Receipt>(var refusal) -> at(stage.field() + ".receipt", refusal.violations());
            case Answer.Done<Receipt>(Receipt served) -> {
                ReceiptRows.replace(desk.file, served);
                desk.file.record(desk.moment, EventKind.RECEIPT_SERVED, Map.of("receipt", receipt, "kind", served.kind(), "how", said.manner().name()));
                yield List.of();
            }
        };
    }

    private List<Violation> sign(Desk desk, ImportedHistory.Stage stage, ImportedHistory.Service said) {
        int receipt = Objects.requireNonNull(receipt(desk, stage));
        var signer = said.signer() == null ? desk.file.application.customerName() : said.signer();
        return switch (papers.acknowledge(desk.file.unit(), desk.file.no, receipt, new Acknowledgement(Signature.PAPER, desk.moment.today(), signer, List.of(), null),
                desk.moment.actor())) {
            case Answer.Refused<Receipt>(var refusal) -> at(stage.field() + ".receipt", refusal.violations());
            case Answer.Done<Receipt>(Receipt signed) -> {
                ReceiptRows.replace(desk.file, signed);
                desk.file.record(desk.moment, EventKind.RECEIPT_ACKNOWLEDGED, Map.of("receipt", receipt, "kind", signed.kind(), "how", Signature.PAPER.name(),
                        "signer", signer, "witnesses", List.of()));
                yield List.of();
            }
        };
    }

    private static @Nullable Integer receipt(Desk desk, ImportedHistory.Stage stage) {
        int phase = desk.phaseOf(stage.stage(), stage.phase());
        return desk.file.receipts.stream().filter(receipt -> !receipt.superseded() && receipt.stage().equals(stage.stage()) && receipt.phase() == phase)
                .map(receipt -> receipt.rno()).reduce((earlier, later) -> later).orElse(null);
    }

    private List<Violation> pause(Desk desk, ImportedHistory.Pause pause, int[] n) {
        var file = desk.file;
        var kind = pause.wholeCase() ? Suspension.Kind.HOLD : Suspension.Kind.PAUSE;
        var proofs = pause.proof() == null ? List.of() : List.of(pause.proof());
        var suspension = new Suspension(file.suspensions.size() + 1, kind, pause.reason(), pause.from(), pause.from(), pause.proven(), json.write(proofs),
                desk.moment.actor().id(), desk.moment.actor().name());
        suspension.claimed = !pause.proven();
        suspension.reviewOn = suspension.fromDay.plusDays(new Conduct(file.pack, file.facts).holdReviewDays());
        suspension.fresh = true;
        file.suspensions.add(suspension);
        n[0] = suspension.n;
        file.record(desk.moment, EventKind.SUSPENDED, new TreeMap<>(Map.of("n", suspension.n, "kind", kind.name(), "reason", pause.reason(), "from", pause.from(),
                "effective", suspension.effective, "claimed", suspension.claimed, "evidence", suspension.evidenceJson)));
        desk.moves().followHold();
        return List.of();
    }

    private static List<Violation> resume(Desk desk, int n) {
        var suspension = desk.file.suspensions.get(n - 1);
        suspension.toDay = desk.moment.today();
        suspension.endedBy = desk.moment.actor().id();
        suspension.dirty = true;
        desk.file.record(desk.moment, EventKind.RESUMED, Map.of("n", n, "from", suspension.fromDay, "to", desk.moment.today()));
        desk.moves().followHold();
        return List.of();
    }

    private static List<Violation> constructionStarted(Desk desk) {
        desk.file.actSignals.putIfAbsent("construction.started", desk.moment.today());
        desk.file.record(desk.moment, EventKind.CONTACT, Map.of("n", 0, "kind", "CONSTRUCTION_STARTED", "text", ""));
        return List.of();
    }

    /** The old system's word for where the case stands must be among what follows from its history. */
    private static List<Violation> present(CaseFile file, ImportedHistory history) {
        var open = open(file);
        var wrong = new ArrayList<Violation>();
        for (int i = 0; i < history.presentStages().size(); i++) {
            var said = history.presentStages().get(i);
            if (open.stream().noneMatch(run -> run.stage.equals(said))) {
                wrong.add(Violation.at("presentStages[" + i + "]", "casework.import-present-stage", file.definition(said).name().zh(), waiting(file)));
            }
        }
        return wrong;
    }

    private static List<Run> open(CaseFile file) {
        return file.runs.stream().filter(run -> !run.superseded && (run.state == Run.State.OPEN || run.state == Run.State.WAITING)).toList();
    }

    private static String waiting(CaseFile file) {
        return open(file).stream().map(run -> file.definition(run.stage).name().zh()).distinct().collect(Collectors.joining("、"));
    }
}
