package org.yekuo.stage.acceptance.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.CaseView;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.Evidence;
import org.yekuo.document.HeldPaper;
import org.yekuo.document.Judgement;
import org.yekuo.document.Requirement;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.stage.acceptance.Acceptance;
import org.yekuo.stage.acceptance.Paper;
import org.yekuo.stage.acceptance.ReportElements;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/**
 * All rounds in which papers came, played through in order: what is still short after each, whether a later notice named what the first
 * could have named, and the day the first was satisfied.
 */
final class HandingIn {

    private static final String REPORT = "APP_REPORT";

    private final CaseView view;
    private final List<HeldPaper> held;
    private final List<ChecklistRow> rows;
    private final List<DocumentInput> papers = new ArrayList<>();
    private final Map<String, Acceptance.Unusable> unusable = new LinkedHashMap<>();
    private ReportElements elements;
    private List<Violation> violations = List.of();
    private List<Shortfall> shortfalls = List.of();
    private @Nullable Set<String> firstNotice;
    private @Nullable LocalDate firstNoticeSatisfiedOn;
    private boolean lateDemand;
    private int notices;

    private HandingIn(CaseView view, List<HeldPaper> held) {
        this.view = view;
        this.held = held;
        rows = view.pack().checklistFor(view.facts());
        elements = new ReportElements(null, null, null, null, null);
    }

    /** @param held what other cases of the customer hold, valid when the current papers came */
    static HandingIn play(CaseView view, Acceptance current, List<HeldPaper> held) {
        var played = new HandingIn(view, held);
        view.earlierRounds(Acceptance.class).forEach(played::round);
        played.round(current);
        return played;
    }

    private void round(Acceptance round) {
        if (!shortfalls.isEmpty()) {
            notices++;
        }
        round.documents().forEach(paper -> unusable.remove(paper.type()));
        round.unusableOrNone().forEach(paper -> unusable.put(paper.type(), paper));
        elements = elements.with(round.reportElements());
        var judged = judge(round);
        papers.addAll(round.documents().stream().map(Paper::asDocument).toList());
        violations = judged.violations();
        shortfalls = shortfalls(judged);
        compareWithFirstNotice(round.receivedOn());
    }

    /** The papers of this round come first, so that a violation's index is the form's. One of an earlier round that has run out is missing. */
    private Judgement judge(Acceptance round) {
        var day = round.receivedOn();
        var had = new ArrayList<>(round.documents().stream().map(Paper::asDocument).toList());
        papers.stream().filter(paper -> paper.validUntil() == null || !paper.validUntil().isBefore(day)).forEach(had::add);
        reused(had).forEach(paper -> had.add(paper.paper().document()));
        // An unusable paper keeps its place in the list, under a name nothing requires.
        had.replaceAll(paper -> unusable.containsKey(paper.type())
                ? new DocumentInput("unusable:" + paper.type(), paper.number(), paper.validUntil(), paper.original(), paper.copies(), paper.fileId())
                : paper);
        var required = rows.stream().filter(row -> row.dueBy().equals("acceptance"))
                .map(row -> new Requirement(row.code(), row.name(), row.group(), row.basis().clause())).toList();
        return Evidence.judge(required, had, day, view.application().requiredBy());
    }

    private List<Shortfall> shortfalls(Judgement judged) {
        var found = new ArrayList<Shortfall>();
        // In a green channel papers may follow; what can be said is said.
        for (var missing : mayFollow() ? List.<Judgement.Missing>of() : judged.missing()) {
            var reason = rows.stream().filter(row -> missing.code().equals(row.group() == null ? row.code() : row.group()))
                    .map(row -> unusable.get(row.code())).filter(java.util.Objects::nonNull).map(Acceptance.Unusable::reason).findFirst().orElse(null);
            found.add(new Shortfall(reason == null ? Shortfall.Kind.MISSING_PAPER : Shortfall.Kind.UNUSABLE_PAPER,
                    missing.code(), missing.name(), reason, missing.clause()));
        }
        rows.stream().filter(row -> row.code().equals(REPORT)).findFirst().ifPresent(report ->
                found.addAll(Elements.missing(view.application(), elements, view.facts(), report.basis().clause())));
        return found;
    }

    private boolean mayFollow() {
        return view.facts().isTrue("greenChannel") && view.pack().tables().containsKey("green-channel")
                && view.pack().all("green-channel", view.facts()).stream().anyMatch(row -> "PAPERS".equals(row.gives().get("defers")));
    }

    private void compareWithFirstNotice(LocalDate day) {
        var codes = shortfalls.stream().map(Shortfall::code).collect(Collectors.toSet());
        var first = firstNotice;
        if (first == null) {
            firstNotice = codes.isEmpty() ? null : codes;
            return;
        }
        lateDemand |= !first.containsAll(codes);
        if (firstNoticeSatisfiedOn == null && codes.stream().noneMatch(first::contains)) {
            firstNoticeSatisfiedOn = day;
        }
    }

    /** What is wrong with the papers of this round; fields below {@code documents}. */
    List<Violation> violations() {
        return violations.stream().map(violation -> new Violation(violation.rule(), "documents" + violation.field(), violation.args(), violation.clause()))
                .toList();
    }

    /** Everything that stands against acceptance after this round. */
    List<Shortfall> shortfalls() {
        return shortfalls;
    }

    /** What the customer's file holds instead of papers she did not bring: the first of each requirement of this stage. */
    List<HeldPaper> reused() {
        return reused(papers);
    }

    private List<HeldPaper> reused(List<DocumentInput> brought) {
        var reused = new LinkedHashMap<String, HeldPaper>();
        for (var row : rows) {
            var need = row.group() == null ? row.code() : row.group();
            boolean bringsOne = rows.stream().filter(other -> need.equals(other.group() == null ? other.code() : other.group()))
                    .anyMatch(other -> brought.stream().anyMatch(paper -> paper.type().equals(other.code())));
            if (row.dueBy().equals("acceptance") && !bringsOne && !reused.containsKey(need)) {
                held.stream().filter(paper -> paper.type().equals(row.code())).findFirst().ifPresent(paper -> reused.put(need, paper));
            }
        }
        return List.copyOf(reused.values());
    }

    /** What a notice of this round would demand that the first could have demanded. */
    List<Text> demandedLate() {
        var first = firstNotice;
        return first == null ? List.of()
                : shortfalls.stream().filter(shortfall -> !first.contains(shortfall.code())).map(Shortfall::name).toList();
    }

    /** How many notices went out before this round. */
    int noticesBefore() {
        return notices;
    }

    /** The day acceptance counts from when a notice demanded something late, else null. */
    @Nullable LocalDate countsFrom() {
        return lateDemand ? firstNoticeSatisfiedOn : null;
    }

    List<DocumentInput> papers() {
        return List.copyOf(papers);
    }

    List<ChecklistRow> rows() {
        return rows;
    }
}
