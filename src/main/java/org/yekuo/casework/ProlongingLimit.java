package org.yekuo.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.Receipts;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LimitBook;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.regulation.PaperKind;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * What may be done about a limit that won't be kept: a validity is prolonged once, when asked for in time (延期), or the customer is told
 * before the due day why and when (延期说明), which explains lateness and does not cure it (semantics 28).
 */
@Component
public class ProlongingLimit {

    private final Acting acting;
    private final Duties duties;
    private final Receipts receipts;

    ProlongingLimit(Acting acting, Duties duties, Receipts receipts) {
        this.receipts = receipts;
        this.acting = acting;
        this.duties = duties;
    }

    /** Prolongs a running limit by its original amount, if its row allows it and it is asked for early enough. */
    public Answer<Acted> extend(CaseNo no, String limit, String reason, Actor actor) {
        return acting.on(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, CaseAct.EXTEND_LIMIT);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            var book = new LimitBook(desk.file, desk.moment);
            var round = desk.file.limits.stream().filter(other -> other.limit.equals(limit) && other.running())
                    .filter(other -> book.rowOf(other).filter(row -> row.extension() != null).isPresent()).findFirst();
            var extension = round.flatMap(book::rowOf).flatMap(row -> Optional.ofNullable(row.extension()));
            if (round.isEmpty() || extension.isEmpty()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.not-extendable", limit));
            }
            var due = round.get().dueOn;
            if (round.get().extensions >= extension.get().times()) {
                return Answer.invalid(List.of(Violation.of("casework.extended-already", limit, extension.get().times())));
            }
            if (due != null && desk.moment.today().isAfter(due.minusDays(extension.get().applyDaysBefore()))) {
                return Answer.invalid(List.of(Violation.of("casework.extension-too-late", limit, due, due.minusDays(extension.get().applyDaysBefore()))
                        .citing(book.rowOf(round.get()).orElseThrow().basis().clause())));
            }
            round.get().extensions++;
            round.get().dirty = true;
            book.refreshDue(round.get());
            desk.file.record(desk.moment, EventKind.LIMIT_EXTENDED, Map.of("limit", limit, "reason", reason, "due", String.valueOf(round.get().dueOn)));
            return desk.done();
        });
    }

    /** Notes that the customer was told, before the due day, why a limit won't be kept and when it will be done. */
    public Answer<Acted> explain(CaseNo no, String limit, String why, java.time.LocalDate willBeDoneOn, Actor actor) {
        return acting.on(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, CaseAct.EXPLAIN_DELAY);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            var running = desk.file.limits.stream().filter(round -> round.limit.equals(limit) && round.running()).toList();
            if (running.isEmpty()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.limit-not-running", limit));
            }
            if (running.stream().allMatch(round -> overdue(round, desk))) {
                return Answer.invalid(List.of(Violation.of("casework.explained-too-late", limit)));
            }
            running.stream().filter(round -> !overdue(round, desk)).forEach(round -> {
                round.explanation = why;
                round.explainedOn = desk.moment.today();
                round.dirty = true;
            });
            running.stream().filter(round -> !overdue(round, desk)).findFirst().ifPresent(round -> receipts.letter(desk, PaperKind.DELAY_EXPLANATION, Map.of(
                    "limitName", new LimitBook(desk.file, desk.moment).rowOf(round).map(row -> row.name().zh()).orElse(limit), "why", why, "willBeDoneOn", willBeDoneOn,
                    "dueOn", round.dueOn == null ? "" : round.dueOn)));
            desk.file.record(desk.moment, EventKind.LATENESS_EXPLAINED, Map.of("limit", limit, "why", why, "willBeDoneOn", willBeDoneOn));
            desk.message("limit.explained", Map.of("limit", limit, "why", why, "willBeDoneOn", willBeDoneOn.toString()));
            return desk.done();
        });
    }

    private static boolean overdue(LimitRound round, Desk desk) {
        return round.dueOn != null && desk.moment.today().isAfter(round.dueOn);
    }
}
