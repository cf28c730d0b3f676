package org.yekuo.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.Receipts;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.document.Brought;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.regulation.PaperKind;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Takes the customer's word on papers her agent brought (确认代交资料): hers, and they count from now on; or not hers, and they stay on file and count
 * for nothing. She says so herself, or to a clerk, who notes how.
 */
@Component
public class ConfirmingPapers {

    /** How she said so: at the counter, by telephone, in writing. */
    public enum Manner { COUNTER, PHONE, LETTER }

    private final Acting acting;
    private final Duties duties;
    private final CasePapers papers;
    private final Receipts receipts;

    ConfirmingPapers(Acting acting, Duties duties, CasePapers papers, Receipts receipts) {
        this.acting = acting;
        this.duties = duties;
        this.papers = papers;
        this.receipts = receipts;
    }

    /** All of these papers are hers, or nothing is noted. */
    public Answer<Acted> confirm(CaseNo no, List<Integer> docNos, @Nullable Manner manner, Actor actor) {
        return acting.onAny(no, actor, desk -> decide(desk, docNos, Brought.State.CONFIRMED, manner, null));
    }

    /** This paper is not hers, and why. */
    public Answer<Acted> refuse(CaseNo no, int docNo, String word, @Nullable Manner manner, Actor actor) {
        return acting.onAny(no, actor, desk -> word.isBlank() ? Answer.invalid(List.of(Violation.at("word", "casework.paper-refused-without-word")))
                : decide(desk, List.of(docNo), Brought.State.REFUSED, manner, word.strip()));
    }

    private Answer<Acted> decide(Desk desk, List<Integer> docNos, Brought.State state, @Nullable Manner manner, @Nullable String word) {
        var actor = desk.moment.actor();
        var forbidden = duties.mayAct(desk, CaseAct.CONFIRM_PAPERS);
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        if (actor.kind() == Actor.Kind.STAFF && manner == null) {
            return Answer.invalid(List.of(Violation.at("manner", "casework.confirmation-without-manner")));
        }
        var onFile = papers.documentsOf(desk.file.unit(), desk.file.no);
        var meant = new ArrayList<CaseDocument>();
        for (int docNo : new LinkedHashSet<>(docNos)) {
            onFile.stream().filter(paper -> paper.docNo() == docNo && paper.waits()).forEach(meant::add);
        }
        if (meant.isEmpty() || meant.size() < new LinkedHashSet<>(docNos).size()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.papers-not-waiting"));
        }
        var how = actor.kind() == Actor.Kind.STAFF && manner != null ? manner.name() : null;
        meant.forEach(paper -> papers.decide(desk.file.no, paper.docNo(), new Brought.Decision(state, desk.moment.today(), actor.name(), how, word)));
        record(desk, meant, state, how, word);
        if (state == Brought.State.CONFIRMED) {
            receipts.letter(desk, PaperKind.PAPERS_RECEIVED, TakingPapers.content(desk, meant.stream().map(CaseDocument::document).toList(), desk.moment.today()));
        }
        return desk.done();
    }

    private static void record(Desk desk, List<CaseDocument> meant, Brought.State state, @Nullable String how, @Nullable String word) {
        var data = new TreeMap<String, Object>(Map.of("papers", meant.stream().map(paper -> paper.document().type()).toList(),
                "numbers", meant.stream().map(CaseDocument::docNo).toList()));
        if (how != null) {
            data.put("manner", how);
        }
        if (word != null) {
            data.put("word", word);
        }
        desk.file.record(desk.moment, state == Brought.State.CONFIRMED ? EventKind.PAPERS_CONFIRMED : EventKind.PAPERS_REFUSED, desk.moment.today(), data);
    }
}
