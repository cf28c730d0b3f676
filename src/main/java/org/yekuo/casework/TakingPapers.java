package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.LateEntries;
import org.yekuo.casework.internal.Receipts;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.PaperKind;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Takes papers that follow after acceptance (补交资料): those a customer promised under acceptance on one certificate (一证受理), and any other. They are
 * on file from the day they came; whether they suffice is judged by the stage by which they are due. What an agent brings waits for the customer's word
 * ({@link ConfirmingPapers}), and so does the slip that says it came.
 */
@Component
public class TakingPapers {

    private final Acting acting;
    private final Duties duties;
    private final LateEntries late;
    private final CasePapers papers;
    private final Receipts receipts;

    TakingPapers(Acting acting, Duties duties, LateEntries late, CasePapers papers, Receipts receipts) {
        this.receipts = receipts;
        this.acting = acting;
        this.duties = duties;
        this.late = late;
        this.papers = papers;
    }

    public Answer<Acted> take(CaseNo no, List<DocumentInput> documents, Said said, Actor actor) {
        return acting.onAny(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, CaseAct.HAND_IN_PAPERS);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            var wrong = new ArrayList<>(late.check(said, desk.moment.today()));
            wrong.addAll(codes(desk, documents));
            papers.check(desk.file.unit(), desk.file.no, documents).forEach(fault ->
                    wrong.add(new Violation(fault.rule(), "documents" + fault.field(), fault.args(), fault.clause())));
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            var on = said.on() == null ? desk.moment.today() : said.on();
            StageRefused.unless(papers.addDocuments(desk.file.unit(), desk.file.no, documents, on, actor));
            record(desk, documents, on);
            if (actor.kind() != Actor.Kind.AGENT) {
                receipts.letter(desk, PaperKind.PAPERS_RECEIVED, content(desk, documents, on));
            }
            return desk.done();
        });
    }

    /** What the slip of papers received (资料收讫单) says. */
    static Map<String, Object> content(Desk desk, List<DocumentInput> documents, LocalDate on) {
        return Map.of("receivedOn", on, "papers", documents.stream().map(paper -> Map.of("name",
                desk.file.pack.paperName(paper.type()), "copies", paper.copies(), "original", paper.original())).toList());
    }

    private static List<Violation> codes(Desk desk, List<DocumentInput> documents) {
        var known = desk.file.pack.checklists().stream().map(ChecklistRow::code).collect(Collectors.toSet());
        var wrong = new ArrayList<Violation>();
        if (documents.isEmpty()) {
            wrong.add(Violation.at("documents", "casework.no-papers"));
        }
        for (int i = 0; i < documents.size(); i++) {
            if (!known.contains(documents.get(i).type())) {
                wrong.add(Violation.at("documents[" + i + "].type", "casework.paper-unknown", documents.get(i).type()));
            }
        }
        return wrong;
    }

    private static void record(Desk desk, List<DocumentInput> documents, LocalDate on) {
        desk.file.record(desk.moment, EventKind.PAPERS_RECEIVED, on, Map.of("papers", documents.stream().map(DocumentInput::type).toList()));
    }
}
