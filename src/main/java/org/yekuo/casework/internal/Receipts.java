package org.yekuo.casework.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Effects;
import org.yekuo.casework.Outcome;
import org.yekuo.casework.StageRefused;
import org.yekuo.casework.Submission;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.document.CasePapers;
import org.yekuo.document.LetterOrder;
import org.yekuo.document.Receipt;
import org.yekuo.document.ReceiptOrder;
import org.yekuo.document.Wording;
import org.yekuo.organisation.Organisation;
import org.yekuo.regulation.PaperKind;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.regulation.Standard;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;

/** Issues what an act causes in writing: the stage's receipt, naming the next step and its limit (semantics 29–30), and letters. */
@Component
public class Receipts {

    private final CasePapers papers;
    private final Organisation organisation;
    private final Letterhead head;

    Receipts(CasePapers papers, Organisation organisation, Letterhead head) {
        this.papers = papers;
        this.organisation = organisation;
        this.head = head;
    }

    /** A letter an act on the case causes. */
    public void letter(Desk desk, PaperKind kind, Map<String, Object> content) {
        letters(desk, List.of(new Effects.Letter(kind.name(), content)));
    }

    void letters(Desk desk, List<Effects.Letter> letters) {
        for (var letter : letters) {
            var issued = papers.issue(new LetterOrder(desk.file.no, wording(desk.file), letter.kind(), desk.moment.today(), desk.moment.actor(),
                    head.over(desk, letter.content())));
            desk.file.record(desk.moment, EventKind.LETTER_ISSUED, Map.of("letter", issued.lno(), "kind", issued.kind(), "code", issued.code()));
            desk.message("letter.issued", Map.of("letter", issued.lno(), "kind", issued.kind()));
        }
    }

    /** Tells the customer that her case was ended, and why (终止通知). */
    public void ended(Desk desk, Outcome.Ending ending, String reason, @Nullable String detail) {
        var content = new TreeMap<String, Object>(Map.of("ending", ending, "reason", reason));
        desk.file.pack.reasons().stream().filter(row -> row.code().equals(reason) && row.use() != ReasonRow.Use.PAUSE && row.use() != ReasonRow.Use.HOLD).findFirst()
                .ifPresent(row -> {
                    content.put("reason", row.name().zh());
                    content.put("clause", row.basis().clause().value());
                });
        if (detail != null && !detail.isBlank()) {
            content.put("detail", detail);
        }
        letter(desk, PaperKind.TERMINATION_NOTICE, content);
    }

    /** Issues the receipt of a run that closed, and serves it where the act did. */
    void issue(Desk desk, Run run, StageDefinition.ReceiptRule rule, Map<String, Object> concluded, Submission.@Nullable Service service) {
        var file = desk.file;
        var content = new TreeMap<String, Object>(concluded);
        content.put("stage", file.definition(run.stage).name().zh());
        content.put("outcome", String.valueOf(run.outcome));
        var received = desk.view(run).requestedPapers();
        if (!received.isEmpty()) {
            content.put("received", received.stream().map(code -> Map.of("name", file.pack.paperName(code))).toList());
        }
        next(file, run).ifPresent(next -> content.put("next", describe(file, next, run.phase)));
        var owner = file.owner;
        if (owner != null) {
            organisation.staff(owner).ifPresent(staff -> content.put("handledBy", Map.of("name", staff.name(), "phone", staff.phone())));
        }
        if (file.importedBy != null && file.originalNo != null) {
            content.put("originalNo", file.originalNo);
        }
        content.put("hotline", "95598");
        content.put("supervision", "12398");
        var order = new ReceiptOrder(file.no, wording(file), rule.kind(), run.stage, run.phase, run.round, desk.moment.today(), desk.moment.actor(), head.over(desk, content));
        var on = service == null || service.on() == null ? desk.moment.today() : service.on();
        var receipt = service == null ? papers.issue(order) : served(papers.issue(order, service.manner(), on));
        file.receipts.add(ReceiptRows.row(receipt));
        file.record(desk.moment, EventKind.RECEIPT_ISSUED, Map.of(
                "receipt", receipt.rno(), "kind", receipt.kind(), "stage", run.stage, "phase", run.phase, "round", run.round));
        desk.message("receipt.issued", Map.of("receipt", receipt.rno(), "kind", receipt.kind()));
        if (service != null) {
            file.record(desk.moment, EventKind.RECEIPT_SERVED, on, Map.of("receipt", receipt.rno(), "kind", receipt.kind(), "how", service.manner().name()));
        }
    }

    private static Receipt served(Answer<Receipt> answer) {
        return switch (answer) {
            case Answer.Done<Receipt>(Receipt receipt) -> receipt;
            case Answer.Refused<Receipt>(Refusal refusal) -> throw new StageRefused(
                    new Refusal(refusal.kind(), refusal.violations().stream().map(violation -> violation.under("service")).toList()));
        };
    }

    /** The papers of a history taken over were handed out by another system. */
    private static Wording wording(CaseFile file) {
        return new Wording(file.pack.id(), file.handledBy, file.importedBy == null);
    }

    /** The step after this one that concerns the customer: the same stage when it must be done again. */
    private static Optional<StageDefinition> next(CaseFile file, Run run) {
        if (run.outcome == Run.Result.AGAIN) {
            return Optional.of(file.definition(run.stage));
        }
        var reachable = file.procedure.reachableFrom(run.stage);
        return file.procedure.stages().stream()
                .filter(stage -> stage.customerFacing() && !stage.key().equals(run.stage) && reachable.contains(stage.key()))
                .filter(stage -> stage.when().conditions().keySet().stream().noneMatch(file.facts::has) || stage.when().match(file.facts))
                .findFirst();
    }

    /** What the receipt says of the next step: its limit in days and, where its clock runs already, the latest date. */
    private static Map<String, Object> describe(CaseFile file, StageDefinition next, int phase) {
        var said = new TreeMap<String, Object>(Map.of("stage", next.key(), "name", next.name().zh(), "nameEn", next.name().en(), "onRequest", next.onRequest()));
        var promise = next.promise();
        if (promise != null) {
            file.pack.limitFor(promise, Standard.COMMITTED, file.facts).ifPresent(row -> {
                said.put("limit", promise);
                said.put("amount", row.amount());
                said.put("unit", row.unit().name());
                said.put("within", row.amount() + " " + row.unit().text().zh());
                said.put("clause", row.basis().clause().value());
                file.limits.stream().filter(LimitRound::running)
                        .filter(round -> round.limit.equals(promise) && round.standard == Standard.COMMITTED && (round.phase == phase || round.phase == 0))
                        .map(round -> round.dueOn).filter(java.util.Objects::nonNull).findFirst()
                        .ifPresent(due -> said.put("latestOn", due.toString()));
            });
        }
        return said;
    }
}
