package org.yekuo.stage.acceptance.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Application;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageRefused;
import org.yekuo.casework.StageWork;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.stage.acceptance.Acceptance;
import org.yekuo.stage.acceptance.Paper;
import org.yekuo.stage.acceptance.ReadingHeldPapers;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** Accepts an application, or tells the customer once everything that is missing (一次性告知, 细则 4.1). */
@Component
class AcceptanceWork implements StageWork<Acceptance> {

    private final CasePapers papers;
    private final ReadingHeldPapers held;

    AcceptanceWork(CasePapers papers, ReadingHeldPapers held) {
        this.papers = papers;
        this.held = held;
    }

    @Override
    public String key() {
        return "acceptance";
    }

    @Override
    public Class<Acceptance> resultType() {
        return Acceptance.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("documents", papers.documentsOf(view.unit(), view.caseNo()).stream().filter(CaseDocument::counts)
                .map(CaseDocument::document).toList(), "documents.type", view.pack().checklistFor(view.facts()).stream()
                .map(row -> Map.of("code", row.code(), "name", row.name(), "clause", row.basis().clause().value())).toList());
    }

    @Override
    public List<Violation> check(CaseView view, Acceptance result) {
        var found = new ArrayList<>(codes(view, result));
        if (result.receivedOn().isAfter(view.today())) {
            found.add(Violation.at("receivedOn", "acceptance.received-in-future", result.receivedOn(), view.today()));
        }
        if (!result.guideHandedOver()) {
            found.add(Violation.at("guideHandedOver", "acceptance.guide-not-handed-over"));
        }
        var played = play(view, result);
        found.addAll(played.violations());
        var late = played.demandedLate();
        if (!late.isEmpty() && (result.secondNoticeReason() == null || result.secondNoticeReason().isBlank())) {
            found.add(Violation.at("secondNoticeReason", "acceptance.second-notice-without-reason",
                    late.stream().map(Text::zh).collect(Collectors.joining("、"))));
        }
        papers.check(view.unit(), view.caseNo(), documents(result)).forEach(violation ->
                found.add(new Violation(violation.rule(), "documents" + violation.field(), violation.args(), violation.clause())));
        return found;
    }

    /** A paper the pack has never heard of is a slip; one this case does not need is kept. */
    private static List<Violation> codes(CaseView view, Acceptance result) {
        var known = view.pack().checklists().stream().map(row -> row.code()).collect(Collectors.toSet());
        var found = new ArrayList<Violation>();
        for (int i = 0; i < result.documents().size(); i++) {
            if (!known.contains(result.documents().get(i).type())) {
                found.add(Violation.at("documents[" + i + "].type", "acceptance.paper-unknown", result.documents().get(i).type()));
            }
        }
        for (int i = 0; i < result.unusableOrNone().size(); i++) {
            if (!known.contains(result.unusableOrNone().get(i).type())) {
                found.add(Violation.at("unusable[" + i + "].type", "acceptance.paper-unknown", result.unusableOrNone().get(i).type()));
            }
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, Acceptance result) {
        var played = play(view, result);
        if (!played.shortfalls().isEmpty()) {
            return Effects.again("acceptance.again-papers-missing").letter("DEFICIENCY_NOTICE", notice(view, result, played));
        }
        var papers = Map.<String, Object>of("papers", received(view, played));
        var accepted = Effects.passed().onReceipt(papers).letter("APPLICATION_FORM", papers);
        var countsFrom = played.countsFrom();
        return countsFrom == null ? sentIn(view) ? accepted.effectiveOn(view.registeredOn()) : accepted : accepted.effectiveOn(countsFrom);
    }

    private HandingIn play(CaseView view, Acceptance result) {
        return HandingIn.play(view, result, held.of(view, result.receivedOn()));
    }

    /** What came over the web complete counts from the day it was sent, whenever a clerk looks at it. */
    private static boolean sentIn(CaseView view) {
        return view.round() == 1 && view.application().channel() == Application.Channel.ONLINE && view.registeredOn().isBefore(view.today());
    }

    private static Map<String, Object> notice(CaseView view, Acceptance result, HandingIn played) {
        var content = new TreeMap<String, Object>();
        content.put("number", played.noticesBefore() + 1);
        content.put("items", played.shortfalls().stream().map(AcceptanceWork::item).toList());
        content.put("received", received(view, played));
        if (!played.demandedLate().isEmpty() && result.secondNoticeReason() != null) {
            content.put("reason", result.secondNoticeReason());
        }
        return content;
    }

    private static Map<String, Object> item(Shortfall shortfall) {
        var item = new TreeMap<String, Object>();
        item.put("kind", shortfall.kind().name());
        item.put("code", shortfall.code());
        item.put("name", shortfall.name().zh());
        item.put("nameEn", shortfall.name().en());
        if (shortfall.reason() != null) {
            item.put("reason", shortfall.reason());
        }
        if (shortfall.clause() != null) {
            item.put("clause", shortfall.clause().value());
        }
        return item;
    }

    /** Name, copies, original or copy of everything received so far, each kind of paper once (资料接收清单). */
    private static List<Map<String, Object>> received(CaseView view, HandingIn played) {
        var named = new HashSet<String>();
        var list = new ArrayList<Map<String, Object>>();
        for (var paper : played.papers().reversed()) {
            if (named.add(paper.type())) {
                var name = played.rows().stream().filter(row -> row.code().equals(paper.type())).map(row -> row.name().zh()).findFirst()
                        .orElseGet(() -> view.pack().paperName(paper.type()));
                list.addFirst(Map.of("code", paper.type(), "name", name, "copies", paper.copies(), "original", paper.original()));
            }
        }
        for (var paper : played.reused()) {
            var name = played.rows().stream().filter(row -> row.code().equals(paper.type())).map(row -> row.name().zh()).findFirst()
                        .orElseGet(() -> view.pack().paperName(paper.type()));
            list.add(Map.of("code", paper.type(), "name", name, "copies", 0, "original", false, "reusedFrom", paper.from().value()));
        }
        return list;
    }

    @Override
    public void record(CaseView view, Acceptance result) {
        var reused = play(view, result).reused();
        StageRefused.unless(papers.addDocuments(view.unit(), view.caseNo(), documents(result), result.receivedOn(), view.actor()));
        var there = papers.documentsOf(view.unit(), view.caseNo()).stream().filter(CaseDocument::isHers).map(paper -> paper.document().type()).collect(Collectors.toSet());
        reused.stream().filter(paper -> !there.contains(paper.type())).forEach(paper -> papers.reuse(view.caseNo(), paper, result.receivedOn(), view.actor()));
    }

    private static List<DocumentInput> documents(Acceptance result) {
        return result.documents().stream().map(Paper::asDocument).toList();
    }
}
