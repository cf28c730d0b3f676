package org.yekuo.stage.gridworks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The company's own works, finished and accepted (电网配套工程). What had to be built is the survey's to say.
 *
 * @param milestones  when each step was reached; all of them
 * @param outage      the planned outage in which the connection was made, where one was needed
 * @param finishedOn  the day they were accepted
 * @param capacityKva what they can carry for this supply, kVA
 * @param defects     what the acceptance found wrong; then the works are done again
 */
public record GridWorksDone(
        @Asked(usedBy = {"rule:gridworks.milestone-missing", "room:supervision"}) List<Milestone> milestones,
        @Asked(usedBy = {"rule:gridworks.outage-ends-before-start", "room:supervision"}) @Nullable Outage outage,
        @Asked(usedBy = {"rule:gridworks.finished-in-future", "stage:energisation"}) LocalDate finishedOn,
        @Asked(usedBy = "rule:gridworks.too-small", min = "0.1", max = "1000000") BigDecimal capacityKva,
        @Asked(usedBy = "room:supervision", maxLength = 1000) @Nullable String defects) implements StageResult {

    /** 设计完成, 物资到货, 施工完成, 试验合格. */
    public enum Step { DESIGNED, MATERIALS, BUILT, TESTED }

    public record Milestone(
            @Asked(usedBy = "rule:gridworks.milestone-missing") Step step,
            @Asked(usedBy = "rule:gridworks.milestones-out-of-order") LocalDate on) {}

    public record Outage(
            @Asked(usedBy = "rule:gridworks.outage-ends-before-start") LocalDate from,
            @Asked(usedBy = "rule:gridworks.outage-ends-before-start") LocalDate to) {}

    public boolean defective() {
        return defects != null && !defects.isBlank();
    }
}
