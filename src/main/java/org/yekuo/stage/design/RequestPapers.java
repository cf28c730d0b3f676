package org.yekuo.stage.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Judgement;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.vocabulary.Violation;

/** What a customer's request for a stage must show (送审资料, 报验资料): the rows of the pack's checklists that are due by that stage. */
@Component
public class RequestPapers {

    private final CasePapers papers;

    RequestPapers(CasePapers papers) {
        this.papers = papers;
    }

    /**
     * All that is missing, at once. A paper on the case's file from before counts while it is valid, so a second request needs only what changed.
     *
     * @param named the papers named with the request, by their codes
     */
    public List<Violation> missing(CaseView view, String stage, List<String> named) {
        var had = new TreeSet<>(named);
        var onFile = papers.documentsOf(view.unit(), view.caseNo());
        onFile.stream().filter(CaseDocument::counts).map(CaseDocument::document)
                .filter(paper -> paper.validUntil() == null || !paper.validUntil().isBefore(view.today())).forEach(paper -> had.add(paper.type()));
        view.requestedPapers().forEach(had::add);
        return missing(view, stage, had, onFile);
    }

    private static List<Violation> missing(CaseView view, String stage, TreeSet<String> had, List<CaseDocument> onFile) {
        var required = new LinkedHashMap<String, List<ChecklistRow>>();
        for (var row : view.pack().checklistFor(view.facts())) {
            if (row.dueBy().equals(stage)) {
                required.computeIfAbsent(row.group() == null ? row.code() : row.group(), key -> new ArrayList<>()).add(row);
            }
        }
        return required.values().stream()
                .filter(alternatives -> alternatives.stream().noneMatch(row -> had.contains(row.code())))
                .map(alternatives -> missing(alternatives, onFile).citing(alternatives.getFirst().basis().clause())).toList();
    }

    private static Violation missing(List<ChecklistRow> alternatives, List<CaseDocument> onFile) {
        var missing = new Judgement.Missing("", alternatives.stream().map(ChecklistRow::name).toList(), alternatives.stream().map(ChecklistRow::code).toList(), null);
        return missing.broughtBy(onFile).map(agent -> Violation.at("documents", "design.paper-unconfirmed", missing.name().zh(), agent))
                .orElseGet(() -> Violation.at("documents", "design.paper-missing", missing.name().zh()));
    }
}
