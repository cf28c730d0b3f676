package org.yekuo.stage.callback;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The call-back (客户回访).
 *
 * @param tries      each try to reach the customer; with nobody reached, three
 * @param complaints what the customer was not content with; with {@code NOT_SATISFIED}
 */
public record CalledBack(
        @Asked(usedBy = {"rule:callback.three-tries", "room:supervision"}) List<Try> tries,
        @Asked(usedBy = {"room:supervision", "stage:archive"}) Answer answer,
        @Asked(usedBy = {"rule:callback.complaint-missing", "room:supervision"}, maxLength = 1000) @Nullable String complaints,
        @Asked(usedBy = "room:supervision", maxLength = 1000) @Nullable String remark) implements StageResult {

    /** 满意, 基本满意, 不满意, 未联系上. */
    public enum Answer { SATISFIED, BASICALLY_SATISFIED, NOT_SATISFIED, NOT_REACHED }

    public record Try(
            @Asked(usedBy = "rule:callback.try-in-future") LocalDate day,
            @Asked(usedBy = "rule:callback.three-tries") LocalTime time,
            @Asked(usedBy = "rule:callback.three-tries") boolean reached) {}
}
