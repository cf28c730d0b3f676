package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Evidence;
import org.yekuo.document.Judgement;
import org.yekuo.document.Requirement;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.vocabulary.Violation;

/**
 * Papers that may follow after acceptance (容缺): the stage by which one is due does not pass without it, and nothing before that waits for it. A stage the
 * customer requests shows its papers with the request; acceptance judges its own.
 */
@Component
public class PapersDue {

    private static final String ACCEPTANCE = "acceptance";

    private final CasePapers papers;

    PapersDue(CasePapers papers) {
        this.papers = papers;
    }

    /** Every paper that is due by this run's stage and is missing or has run out. In a green channel one stage collects them all. */
    public List<Violation> missing(Desk desk, Run run) {
        var collects = GreenChannel.collectsPapers(desk.file);
        var stage = desk.file.definition(run.stage);
        if (collects.isPresent() ? !collects.get().equals(run.stage) : stage.onRequest() || stage.key().equals(ACCEPTANCE)) {
            return List.of();
        }
        var missing = collects.isPresent() ? following(desk.file, desk.moment.today())
                : missing(desk.file, row -> row.dueBy().equals(stage.key()), desk.moment.today());
        var onFile = papers.documentsOf(desk.file.unit(), desk.file.no);
        return missing.stream().map(paper -> paper.broughtBy(onFile).map(agent -> Violation.of("casework.paper-unconfirmed", paper.name().zh(), stage.name().zh(), agent))
                .orElseGet(() -> Violation.of("casework.paper-due", paper.name().zh(), stage.name().zh())).citing(paper.clause())).toList();
    }

    /** The papers of the application still to follow in a green channel; those the customer shows with a request of his own are not among them. */
    List<Judgement.Missing> following(CaseFile file, LocalDate today) {
        return missing(file, row -> file.procedure.stage(row.dueBy()).filter(stage -> !stage.onRequest()).isPresent(), today);
    }

    private List<Judgement.Missing> missing(CaseFile file, Predicate<ChecklistRow> due, LocalDate today) {
        var required = file.pack.checklistFor(file.pack.withDefaults(file.facts)).stream().filter(due)
                .map(row -> new Requirement(row.code(), row.name(), row.group(), row.basis().clause())).toList();
        if (required.isEmpty()) {
            return List.of();
        }
        var had = papers.documentsOf(file.unit(), file.no).stream().filter(CaseDocument::counts).map(CaseDocument::document)
                .filter(paper -> paper.validUntil() == null || !paper.validUntil().isBefore(today)).toList();
        return Evidence.judge(required, had, today, null).missing();
    }
}
