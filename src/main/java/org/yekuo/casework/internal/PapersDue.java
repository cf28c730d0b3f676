package org.yekuo.casework.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Evidence;
import org.yekuo.document.Requirement;
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

    /** Every paper that is due by this run's stage and is missing or has run out. */
    public List<Violation> missing(Desk desk, Run run) {
        var stage = desk.file.definition(run.stage);
        var required = stage.onRequest() || stage.key().equals(ACCEPTANCE) ? List.<Requirement>of()
                : desk.file.pack.checklistFor(desk.file.pack.withDefaults(desk.file.facts)).stream().filter(row -> row.dueBy().equals(stage.key()))
                        .map(row -> new Requirement(row.code(), row.name(), row.group(), row.basis().clause())).toList();
        if (required.isEmpty()) {
            return List.of();
        }
        var today = desk.moment.today();
        var had = papers.documentsOf(desk.file.unit(), desk.file.no).stream().filter(paper -> paper.supersededBy() == null).map(CaseDocument::document)
                .filter(paper -> paper.validUntil() == null || !paper.validUntil().isBefore(today)).toList();
        return Evidence.judge(required, had, today, null).missing().stream()
                .map(missing -> Violation.of("casework.paper-due", missing.name().zh(), stage.name().zh()).citing(missing.clause())).toList();
    }
}
