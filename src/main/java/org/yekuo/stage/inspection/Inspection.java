package org.yekuo.stage.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;

/** What both inspections of the customer's works (中间检查, 竣工检验) say. */
public sealed interface Inspection extends StageResult permits MidInspection, CompletionInspection {

    /** 合格, 有缺陷, 客户未就绪. */
    enum Conclusion { QUALIFIED, DEFECTS, CUSTOMER_NOT_READY }

    /** The day we came (到场); the state limits that, we promise the written result. */
    LocalDate arrivedOn();

    /** Staff numbers. */
    List<String> inspectors();

    @Nullable List<Checked> items();

    @Nullable List<Defect> defects();

    Conclusion conclusion();

    @Nullable String notReadyBecause();

    default List<Checked> itemsOrNone() {
        var items = items();
        return items == null ? List.of() : items;
    }

    default List<Defect> defectsOrNone() {
        var defects = defects();
        return defects == null ? List.of() : defects;
    }

    /** Whether an item passed. */
    default boolean passed(String item) {
        return itemsOrNone().stream().anyMatch(checked -> checked.item().equals(item) && checked.verdict() == Checked.Verdict.PASS);
    }
}
