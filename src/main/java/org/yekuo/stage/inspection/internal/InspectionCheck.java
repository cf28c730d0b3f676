package org.yekuo.stage.inspection.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.CaseView;
import org.yekuo.stage.inspection.Checked.Verdict;
import org.yekuo.stage.inspection.Inspection;
import org.yekuo.stage.inspection.Inspection.Conclusion;
import org.yekuo.stage.inspection.Licence;
import org.yekuo.vocabulary.Violation;

/** What both inspections must get right: the visit, every item, and defects that agree with items and conclusion. */
final class InspectionCheck {

    private final CaseView view;
    private final Inspection result;
    private final Items items;
    private final List<Violation> found = new ArrayList<>();

    private InspectionCheck(CaseView view, Inspection result, Items items) {
        this.view = view;
        this.result = result;
        this.items = items;
    }

    static List<Violation> check(CaseView view, Inspection result, Items items) {
        var check = new InspectionCheck(view, result, items);
        check.visit();
        switch (result.conclusion()) {
            case CUSTOMER_NOT_READY -> check.notReady();
            case QUALIFIED, DEFECTS -> {
                check.everyItem();
                check.defects();
                check.conclusion();
            }
        }
        return check.found;
    }

    /** The day and the people of a visit, whatever came of it. */
    static List<Violation> visit(CaseView view, Inspection result) {
        var check = new InspectionCheck(view, result, new Items(List.of()));
        check.visit();
        return check.found;
    }

    private void visit() {
        if (result.arrivedOn().isAfter(view.today())) {
            found.add(Violation.at("arrivedOn", "inspection.arrived-in-future", result.arrivedOn(), view.today()));
        }
        if (result.inspectors().isEmpty() || result.inspectors().stream().anyMatch(String::isBlank)) {
            found.add(Violation.at("inspectors", "inspection.no-inspector"));
        }
    }

    private void notReady() {
        var why = result.notReadyBecause();
        if (why == null || why.isBlank()) {
            found.add(Violation.at("notReadyBecause", "inspection.not-ready-without-reason"));
        }
    }

    private void everyItem() {
        var seen = new HashMap<String, Integer>();
        var checked = result.itemsOrNone();
        for (int i = 0; i < checked.size(); i++) {
            var code = checked.get(i).item();
            if (!items.has(code)) {
                found.add(Violation.at("items[" + i + "].item", "inspection.item-unknown", code));
            } else if (seen.put(code, i) != null) {
                found.add(Violation.at("items[" + i + "].item", "inspection.item-twice", items.name(code)));
            }
            if (checked.get(i).verdict() == Verdict.FAIL && result.defectsOrNone().stream().noneMatch(defect -> defect.item().equals(code))) {
                found.add(Violation.at("items[" + i + "].verdict", "inspection.failed-without-defect", items.name(code)));
            }
        }
        items.all().stream().filter(item -> !seen.containsKey(item.code())).forEach(item ->
                found.add(Violation.at("items", "inspection.item-missing", item.name())));
    }

    private void defects() {
        var defects = result.defectsOrNone();
        for (int i = 0; i < defects.size(); i++) {
            var defect = defects.get(i);
            if (result.itemsOrNone().stream().noneMatch(checked -> checked.item().equals(defect.item()) && checked.verdict() == Verdict.FAIL)) {
                found.add(Violation.at("defects[" + i + "].item", "inspection.defect-on-item-not-failed", items.name(defect.item())));
            }
            if (defect.article().isBlank()) {
                found.add(Violation.at("defects[" + i + "].article", "inspection.defect-without-article", defect.text()));
            }
            if (defect.deadline().isBefore(view.today())) {
                found.add(Violation.at("defects[" + i + "].deadline", "inspection.deadline-past", defect.deadline(), view.today()));
            }
        }
    }

    private void conclusion() {
        int defects = result.defectsOrNone().size();
        if (result.conclusion() == Conclusion.QUALIFIED && defects > 0) {
            found.add(Violation.at("conclusion", "inspection.defects-but-qualified", defects));
        }
        if (result.conclusion() == Conclusion.DEFECTS && defects == 0) {
            found.add(Violation.at("conclusion", "inspection.no-defects"));
        }
    }

    /** A licence that is missing, has run out, does not reach the voltage or is for other work. */
    static List<Violation> licence(CaseView view, Inspection result, String field, @Nullable Licence licence, Licence.Work needed) {
        if (licence == null) {
            return List.of(Violation.at(field, needed == Licence.Work.TEST ? "inspection.test-unit-missing" : "inspection.contractor-missing"));
        }
        var found = new ArrayList<Violation>();
        if (licence.validUntil().isBefore(result.arrivedOn())) {
            found.add(Violation.at(field + ".validUntil", "inspection.licence-expired", licence.company(), licence.validUntil(), result.arrivedOn()));
        }
        if (!licence.classes().contains(needed)) {
            found.add(Violation.at(field + ".classes", needed == Licence.Work.TEST ? "inspection.licence-not-for-testing" : "inspection.licence-not-for-erecting",
                    licence.company()));
        }
        view.facts().number("voltageKv").filter(kv -> !licence.reaches(kv)).ifPresent(kv ->
                found.add(Violation.at(field + ".grade", "inspection.licence-grade", licence.company(), licence.grade(), kv.toPlainString())));
        return found;
    }

    /** Whether a defect lies on an item an earlier round passed: then the two rounds are one for assessment (semantics 23). */
    static boolean joinsEarlierRound(List<? extends Inspection> earlier, Inspection result) {
        return result.defectsOrNone().stream().anyMatch(defect -> earlier.stream().anyMatch(round -> round.passed(defect.item())));
    }
}
