package org.yekuo.stage.archive.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Letter;
import org.yekuo.stage.archive.ArchiveFiles.ArchiveFile;
import org.yekuo.regulation.PaperKind;
import org.yekuo.stage.archive.ArchiveFiles;
import org.yekuo.stage.archive.Archived;
import org.yekuo.vocabulary.Violation;

/** Files a finished case (归档): nothing may be missing. The procedure ends with it. */
@Component
class ArchiveWork implements StageWork<Archived> {

    /** 供电方案答复单、供用电合同必须原件. */
    private static final Map<String, String> MUST_BE_ORIGINAL = Map.of("plan-reply", "PLAN_REPLY", "contract", "SUPPLY_CONTRACT");

    private final Completeness completeness;
    private final ArchiveStore store;
    private final CasePapers papers;

    ArchiveWork(Completeness completeness, ArchiveStore store, CasePapers papers) {
        this.papers = papers;
        this.completeness = completeness;
        this.store = store;
    }

    @Override
    public String key() {
        return "archive";
    }

    @Override
    public Class<Archived> resultType() {
        return Archived.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("missing", completeness.missing(view), "contents", store.contents(view.unit(), view.caseNo()), "originals", originals(view));
    }

    @Override
    public List<Violation> check(CaseView view, Archived result) {
        var found = new ArrayList<>(completeness.missing(view));
        originals(view).stream().filter(kind -> !result.originals().contains(kind)).forEach(kind ->
                found.add(Violation.at("originals", "archive.original-missing", kind)));
        return found;
    }

    /** Of the stages this case goes through. */
    private static List<String> originals(CaseView view) {
        return MUST_BE_ORIGINAL.entrySet().stream().filter(kind -> view.procedure().stage(kind.getKey()).isPresent()).map(Map.Entry::getValue).sorted().toList();
    }

    @Override
    public Effects apply(CaseView view, Archived result) {
        return Effects.passed().letter("ARCHIVE_COVER", Map.of(
                        "fileNo", fileNo(view), "customerName", view.application().customerName(), "address", view.application().address(),
                        "shelf", result.shelf(), "volumes", result.volumes(), "archivedOn", view.today().toString(), "contents", index(view)))
                .message("case.filed", Map.of("fileNo", fileNo(view), "shelf", result.shelf()));
    }

    /** The index (卷内目录), each paper by its name. */
    private List<Map<String, Object>> index(CaseView view) {
        var variants = papers.lettersOf(view.unit(), view.caseNo()).stream().collect(Collectors.toMap(Letter::lno, Letter::variant));
        return store.contents(view.unit(), view.caseNo()).stream().map(content -> Map.<String, Object>of("name", name(view, content, variants.getOrDefault(content.no(), "")), "source", switch (content.source()) {
            case "letter" -> "文书";
            case "receipt" -> "回执存根";
            default -> "客户资料";
        }, "no", content.no(), "day", content.day())).toList();
    }

    private static String name(CaseView view, ArchiveFiles.Content content, String variant) {
        var pack = view.pack();
        return switch (content.source()) {
            case "letter" -> pack.letterTitle(PaperKind.template(content.kind()), variant).orElse(content.kind());
            case "receipt" -> pack.letterTitle(PaperKind.receiptTemplate(content.kind()), "").orElse(content.kind());
            default -> pack.checklistFor(view.facts()).stream().filter(row -> row.code().equals(content.kind())).map(row -> row.name().zh()).findFirst()
                    .orElseGet(() -> pack.paperName(content.kind()));
        };
    }

    @Override
    public void record(CaseView view, Archived result) {
        store.put(new ArchiveFile(view.caseNo(), fileNo(view), result.shelf(), result.volumes(), view.today(), store.contents(view.unit(), view.caseNo())),
                view.actor().id());
    }

    private static String fileNo(CaseView view) {
        return view.caseNo() + "-DA";
    }
}
