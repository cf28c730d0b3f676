package org.yekuo.casework;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.LateEntries;
import org.yekuo.casework.internal.LateEntries.LateEntry;
import org.yekuo.casework.internal.ReceiptRows;
import org.yekuo.casework.internal.ledger.LimitBook;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Receipt;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** The clerk's own head decides on a late entry (补录审批); approved, it counts from the day said, and the limits it moved are measured again. */
@Component
public class DecidingLateEntry {

    private final Acting acting;
    private final Duties duties;
    private final LateEntries late;
    private final CasePapers papers;

    DecidingLateEntry(Acting acting, Duties duties, LateEntries late, CasePapers papers) {
        this.acting = acting;
        this.duties = duties;
        this.late = late;
        this.papers = papers;
    }

    public Answer<Acted> decide(CaseNo no, int n, boolean approved, Actor actor) {
        return acting.onAny(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, CaseAct.DECIDE_LATE_ENTRY);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            var entry = late.find(no, n);
            if (entry.isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-late-entry", n));
            }
            if (!entry.get().state().equals("PROPOSED")) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.late-entry-decided", n));
            }
            if (entry.get().by().equals(actor.id())) {
                return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("casework.second-person", actor.name()));
            }
            late.decide(desk, entry.get(), approved);
            if (approved) {
                redate(desk, entry.get());
                new LimitBook(desk.file, desk.moment).remeasure();
            }
            return desk.done();
        });
    }

    private void redate(Desk desk, LateEntry entry) {
        switch (entry.subject()) {
            case "CLOSED" -> run(desk, entry).ifPresent(run -> {
                run.closedOn = entry.saidOn();
                if (run.stage.equals(desk.file.firstStage().key()) && run.passed()) {
                    desk.file.acceptedOn = entry.saidOn();
                }
            });
            case "REQUESTED" -> run(desk, entry).ifPresent(run -> run.requestedOn = entry.saidOn());
            case "STARTED" -> run(desk, entry).ifPresent(run -> run.startedOn = entry.saidOn());
            case "PART_CLOSED" -> run(desk, entry).ifPresent(run -> run.parts.stream()
                    .filter(part -> part.key.equals(entry.reference().substring(entry.reference().lastIndexOf('/') + 1)))
                    .forEach(part -> part.closedOn = entry.saidOn()));
            case "SERVED" -> {
                if (papers.redateService(desk.file.unit(), desk.file.no, Integer.parseInt(entry.reference()), entry.saidOn())
                        instanceof Answer.Done<Receipt>(Receipt receipt)) {
                    ReceiptRows.replace(desk.file, receipt);
                }
            }
            default -> desk.file.actSignals.put(entry.reference(), entry.saidOn());
        }
    }

    private static Optional<Run> run(Desk desk, LateEntry entry) {
        var steps = entry.reference().split("/");
        var found = desk.file.runs(steps[0], Integer.parseInt(steps[1])).stream().filter(run -> run.round == Integer.parseInt(steps[2])).findFirst();
        found.ifPresent(run -> run.dirty = true);
        return found;
    }
}
