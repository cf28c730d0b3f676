package org.yekuo.stage.inspection;

import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/** One item looked at (检验项) and what came of it. */
public record Checked(
        @Asked(usedBy = "rule:inspection.item-missing", maxLength = 40) String item,
        @Asked(usedBy = "rule:inspection.failed-without-defect") Verdict verdict,
        @Asked(usedBy = "stage:archive", maxLength = 500) @Nullable String note) {

    /** 合格, 不合格, 无此项. */
    public enum Verdict { PASS, FAIL, NOT_APPLICABLE }
}
