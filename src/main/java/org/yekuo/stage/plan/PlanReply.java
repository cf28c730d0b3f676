package org.yekuo.stage.plan;

import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/** The reply with the plan (方案答复). What it says is the approved plan's; a note to the customer may be added. */
public record PlanReply(@Asked(usedBy = "letter:PLAN_REPLY", maxLength = 500) @Nullable String note) implements StageResult {}
