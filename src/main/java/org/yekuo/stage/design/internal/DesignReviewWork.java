package org.yekuo.stage.design.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.design.DesignReview;
import org.yekuo.stage.design.DesignReview.ChosenBy;
import org.yekuo.stage.design.DesignReview.Conclusion;
import org.yekuo.stage.design.DesignReview.Finding;
import org.yekuo.stage.design.RequestPapers;
import org.yekuo.vocabulary.Violation;

/** Reviews the customer's drawings (图纸审查, 细则 3.2). Drawings not agreed to come back as a new round with a limit of its own. */
@Component
class DesignReviewWork implements StageWork<DesignReview> {

    private static final String KEY = "design-review";

    private final RequestPapers requestPapers;

    DesignReviewWork(RequestPapers requestPapers) {
        this.requestPapers = requestPapers;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Class<DesignReview> resultType() {
        return DesignReview.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of(
                "designer.chosenBy", List.of(ChosenBy.values()),
                "drawings.discipline", List.of(DesignReview.Discipline.values()),
                "conclusion", List.of(Conclusion.values()));
    }

    @Override
    public List<Violation> checkRequest(CaseView view, List<String> papers) {
        return requestPapers.missing(view, KEY, papers);
    }

    @Override
    public List<Violation> check(CaseView view, DesignReview result) {
        var found = new ArrayList<Violation>();
        var designer = result.designer();
        if (designer.chosenBy() != ChosenBy.CUSTOMER) {
            found.add(Violation.at("designer.chosenBy", "design.designer-not-the-customers-choice", designer.company()));
        }
        if (designer.validUntil().isBefore(view.today())) {
            found.add(Violation.at("designer.validUntil", "design.licence-expired", designer.company(), designer.validUntil(), view.today()));
        }
        found.addAll(drawings(result));
        var opinions = result.opinionsOrNone();
        for (int i = 0; i < opinions.size(); i++) {
            if (opinions.get(i).article().isBlank()) {
                found.add(Violation.at("opinions[" + i + "].article", "design.opinion-without-article", opinions.get(i).text()));
            }
        }
        if (result.conclusion() == Conclusion.NOT_AGREED && opinions.isEmpty()) {
            found.add(Violation.at("opinions", "design.refused-without-opinion"));
        }
        if (result.conclusion() == Conclusion.AGREED && !opinions.isEmpty()) {
            found.add(Violation.at("conclusion", "design.agreed-with-opinions", opinions.size()));
        }
        // A customer turned away twice is heard by somebody else the second time.
        if (result.conclusion() == Conclusion.NOT_AGREED && view.refusedEarlierBy().contains(view.actor().id())) {
            found.add(Violation.at("conclusion", "design.refused-twice-by-one", view.actor().name()));
        }
        return found;
    }

    private static List<Violation> drawings(DesignReview result) {
        var found = new ArrayList<Violation>();
        var seen = new HashSet<DesignReview.Discipline>();
        for (int i = 0; i < result.drawings().size(); i++) {
            if (!seen.add(result.drawings().get(i).discipline())) {
                found.add(Violation.at("drawings[" + i + "].discipline", "design.discipline-twice"));
            }
        }
        if (result.drawings().stream().mapToInt(DesignReview.Drawings::sheets).sum() == 0) {
            found.add(Violation.at("drawings", "design.no-drawings"));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, DesignReview result) {
        var content = new TreeMap<String, Object>(Map.of(
                "customerName", view.application().customerName(), "phase", view.phase(), "round", view.round(),
                "designer", result.designer().company(), "conclusion", result.conclusion().name(), "conclusionName", result.conclusion(), "reviewedOn", view.today().toString(),
                "drawings", result.drawings().stream().map(sheets -> Map.of("discipline", sheets.discipline().name(), "disciplineName", sheets.discipline(), "sheets", sheets.sheets())).toList(),
                "opinions", result.opinionsOrNone().stream().map(DesignReviewWork::line).toList()));
        content.put("designerClass", result.designer().licenceClass());
        content.put("designerLicence", result.designer().licenceNo());
        content.put("phased", view.phase() > 0 && view.facts().isTrue("phased"));
        return (switch (result.conclusion()) {
            case AGREED -> Effects.passed().fact("hiddenWorks", result.hiddenWorks());
            case NOT_AGREED -> Effects.again("design.again-not-agreed");
        }).onReceipt(content).letter("DESIGN_OPINION", content);
    }

    private static Map<String, Object> line(Finding finding) {
        return Map.of("text", finding.text(), "article", finding.article());
    }
}
