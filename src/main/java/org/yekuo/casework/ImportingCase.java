package org.yekuo.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseOpening;
import org.yekuo.casework.internal.CaseStore;
import org.yekuo.casework.internal.HistoryChecks;
import org.yekuo.casework.internal.Needs;
import org.yekuo.casework.internal.Replaying;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Takes over an open case of an old system (在途件接管): it gets a number here, keeps the original one, and its history is played through the same
 * core on its original days, so that limits count from them under the pack it was accepted under. Its entries are marked imported, with today's
 * time of recording. A pause nobody can prove is shown and not deducted. Refused when the history can't have been, with everything that is wrong
 * with it. Then it goes on like any other.
 */
@Component
public class ImportingCase {

    /** What became of it: the stages open now, and whether it had been taken over before. */
    public record Imported(CaseNo caseNo, String status, List<String> openStages, boolean already) {}

    private final Acting acting;
    private final CaseStore store;
    private final CaseOpening opening;
    private final Needs needs;
    private final Replaying replaying;
    private final CasePapers papers;

    ImportingCase(Acting acting, CaseStore store, CaseOpening opening, Needs needs, Replaying replaying, CasePapers papers) {
        this.acting = acting;
        this.store = store;
        this.opening = opening;
        this.needs = needs;
        this.replaying = replaying;
        this.papers = papers;
    }

    public Answer<Imported> take(NewCase what, ImportedHistory history) {
        return acting.inTransaction(() -> {
            var already = already(what.unit(), history.originalNo());
            if (already.isPresent()) {
                return Answer.done(already.get());
            }
            var wrong = new ArrayList<>(impossible(history, what.pack(), what.procedure()));
            history.pauses().forEach(pause -> wrong.addAll(evidence(what, pause)));
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            var running = needs.running(what.unit(), what.customerId(), what.premisesId(), what.application().business());
            if (running.isPresent()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.duplicate-case", running.get()).citing(what.pack().article("casework.duplicate-case")));
            }
            try {
                return play(what, history);
            } catch (DuplicateKeyException raced) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.duplicate-raced"));
            }
        });
    }

    /** What makes a history impossible whatever its results say; everything at once. */
    public List<Violation> impossible(ImportedHistory history, Pack pack, Procedure procedure) {
        return HistoryChecks.check(history, pack, procedure, acting.moment(Actor.system("import")).today());
    }

    /** The case that was taken over under this number, if there is one. */
    public Optional<Imported> already(UnitCode unit, String originalNo) {
        return store.byOriginal(unit, originalNo).flatMap(store::read).map(file -> new Imported(file.no, file.status.name(), openStages(file.runs), true));
    }

    private List<Violation> evidence(NewCase what, ImportedHistory.Pause pause) {
        var proof = pause.proof();
        if (proof == null || proof.fileId() == null) {
            return List.of();
        }
        return papers.check(what.unit(), CaseNo.of(what.unit().city(), 0), List.of(new DocumentInput("PAUSE_PROOF", null, null, true, 1, proof.fileId()))).stream()
                .map(violation -> new Violation(violation.rule(), pause.field() + ".evidence.fileId", violation.args(), violation.clause())).toList();
    }

    private Answer<Imported> play(NewCase what, ImportedHistory history) {
        var now = acting.moment(what.actor());
        var then = new Moment(history.acceptedOn(), now.recordedAt(), now.actor(), now.calendar());
        var file = opening.file(store.nextNumber(what.unit()), what, then, now.today(), history);
        acting.open(file, then, what.phoneTail());
        var wrong = replaying.replay(file, history, now);
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        file.importedBy = null;
        file.importedOn = null;
        var desk = acting.desk(file, now);
        file.record(now, EventKind.IMPORTED, data(history));
        desk.message("case.imported", Map.of("originalNo", history.originalNo()));
        acting.close(desk);
        return Answer.done(new Imported(file.no, file.status.name(), openStages(file.runs), false));
    }

    private static Map<String, Object> data(ImportedHistory history) {
        var data = new TreeMap<String, Object>(Map.of("originalNo", history.originalNo(), "acceptedOn", history.acceptedOn(),
                "claimedPauses", history.pauses().stream().filter(pause -> !pause.proven()).count()));
        if (history.originalSystem() != null) {
            data.put("originalSystem", Objects.requireNonNull(history.originalSystem()));
        }
        return data;
    }

    private static List<String> openStages(List<Run> runs) {
        return runs.stream().filter(run -> !run.superseded && (run.state == Run.State.OPEN || run.state == Run.State.WAITING))
                .map(run -> run.stage).distinct().toList();
    }
}
