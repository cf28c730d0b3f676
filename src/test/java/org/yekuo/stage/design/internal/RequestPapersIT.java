package org.yekuo.stage.design.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.YekuoIT;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.stage.Samples;
import org.yekuo.stage.design.RequestPapers;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

@YekuoIT
@Transactional
class RequestPapersIT {

    private final CaseNo caseNo = CaseNo.of(new UnitCode("3402"), 710_001);

    @Autowired RequestPapers requestPapers;
    @Autowired CasePapers papers;

    @Test
    void a_request_for_completion_names_all_ten_papers_it_lacks_at_once() {
        var view = Samples.works().withCaseNo(caseNo);
        var missing = requestPapers.missing(view, "completion-inspection", List.of());
        assertThat(missing).hasSameSizeAs(due("completion-inspection")).hasSizeGreaterThanOrEqualTo(10).allSatisfy(found -> assertThat(found.clause()).isNotNull());
        assertThat(requestPapers.missing(view, "completion-inspection", due("completion-inspection"))).isEmpty();
    }

    @Test
    void a_paper_on_file_from_an_earlier_round_is_not_asked_for_again() {
        var view = Samples.works().withCaseNo(caseNo);
        var all = due("design-review");
        papers.addDocuments(caseNo.unit(), caseNo, List.of(new DocumentInput(all.getFirst(), null, null, true, 1, null)), view.today(), view.actor());
        assertThat(requestPapers.missing(view, "design-review", all.subList(1, all.size()))).isEmpty();
        assertThat(requestPapers.missing(view, "design-review", all.subList(2, all.size()))).hasSize(1);
    }

    private static List<String> due(String stage) {
        var view = Samples.works();
        return view.pack().checklistFor(view.facts()).stream().filter(row -> row.dueBy().equals(stage)).map(ChecklistRow::code).toList();
    }
}
