package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.AttachingFiles;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.LedgerJson;
import org.yekuo.casework.internal.ledger.CaseStatus;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Suspension;
import org.yekuo.regulation.Conduct;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.form.Asked;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Holds a case (暂缓) or pauses limits (semantics 11, 21): with a reason the pack names, evidence, and the customer's own act — her letter, or
 * her hand in the portal — or a second person's confirmation. It counts from the day it is entered, not from the date on the letter.
 */
@Component
public class SuspendingCase {

    /** What proves it: a letter of the customer counts as her own act. */
    public record Proof(
            @Asked(usedBy = "room:casework") Kind kind, @Asked(usedBy = "room:document", maxLength = 100) @Nullable String fileId,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String note) {
        public enum Kind { CUSTOMER_LETTER, PHOTO, GOVERNMENT_PAPER, OTHER }
    }

    private final Acting acting;
    private final Duties duties;
    private final LedgerJson json;
    private final AttachingFiles attaching;

    SuspendingCase(Acting acting, Duties duties, LedgerJson json, AttachingFiles attaching) {
        this.acting = acting;
        this.duties = duties;
        this.json = json;
        this.attaching = attaching;
    }

    public Answer<Acted> suspend(
            CaseNo no, boolean wholeCase, String reason, @Nullable LocalDate fromDay, List<Proof> evidence, Actor actor) {
        return acting.on(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, CaseAct.SUSPEND);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            if (wholeCase && desk.file.held()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.held-already"));
            }
            var use = wholeCase ? ReasonRow.Use.HOLD : ReasonRow.Use.PAUSE;
            var wrong = check(desk, use, reason, fromDay, evidence);
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            suspend(desk, wholeCase ? Suspension.Kind.HOLD : Suspension.Kind.PAUSE, reason, fromDay, evidence);
            return desk.done();
        });
    }

    private List<Violation> check(Desk desk, ReasonRow.Use use, String reason, @Nullable LocalDate fromDay, List<Proof> evidence) {
        var wrong = new ArrayList<Violation>();
        var row = desk.file.pack.reason(use, reason);
        if (row.isEmpty()) {
            wrong.add(Violation.at("reason", "casework.no-such-reason", reason, String.join("、", desk.file.pack.reasons().stream()
                    .filter(other -> other.use() == use).map(other -> other.code() + " " + other.name().zh()).toList())));
        } else if (row.get().cause() == ReasonRow.Cause.COMPANY) {
            wrong.add(Violation.at("reason", "casework.our-own-cause", row.get().name().zh()).citing(row.get().basis().clause()));
        }
        wrong.addAll(attaching.attachProofs(desk, evidence));
        if (fromDay != null && fromDay.isAfter(desk.moment.today().plusYears(1))) {
            wrong.add(Violation.at("fromDay", "casework.too-far-away", fromDay));
        }
        return wrong;
    }

    private void suspend(Desk desk, Suspension.Kind kind, String reason, @Nullable LocalDate fromDay, List<Proof> evidence) {
        var file = desk.file;
        var moment = desk.moment;
        boolean customersAct = moment.actor().kind() == Actor.Kind.CUSTOMER
                || evidence.stream().anyMatch(proof -> proof.kind() == Proof.Kind.CUSTOMER_LETTER && proof.fileId() != null);
        var from = fromDay == null || fromDay.isBefore(moment.today()) ? moment.today() : fromDay;
        var suspension = new Suspension(file.suspensions.size() + 1, kind, reason, moment.today(), from, customersAct, json.write(evidence),
                moment.actor().id(), moment.actor().name());
        suspension.reviewOn = suspension.fromDay.plusDays(new Conduct(file.pack, file.facts).holdReviewDays());
        suspension.fresh = true;
        file.suspensions.add(suspension);
        if (file.held() && file.status == CaseStatus.ACCEPTED) {
            file.status = CaseStatus.ON_HOLD;
        }
        var data = new TreeMap<String, Object>(Map.of("n", suspension.n, "kind", kind.name(), "reason", reason, "from", from,
                "effective", customersAct, "evidence", suspension.evidenceJson));
        if (fromDay != null) {
            data.put("saidFrom", fromDay);
        }
        file.record(moment, EventKind.SUSPENDED, data);
        desk.message("case.suspended", Map.of("n", suspension.n, "reason", reason, "effective", customersAct));
    }
}
