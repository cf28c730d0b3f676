package org.yekuo.stage.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The approval of a plan (方案审批).
 *
 * @param comment the approver's opinion; a return must have one
 * @param fields  the fields of the draft it is returned for; a return names at least one
 */
public record PlanApproval(
        @Asked(usedBy = {"rule:plan.return-without-fields", "stage:plan-draft"}) Decision decision,
        @Asked(usedBy = {"stage:plan-draft", "stage:archive"}, maxLength = 500) @Nullable String comment,
        @Asked(usedBy = "stage:plan-draft") @Nullable List<String> fields) implements StageResult {

    public enum Decision { APPROVED, RETURNED }
}
