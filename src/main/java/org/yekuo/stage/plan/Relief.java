package org.yekuo.stage.plan;

import java.time.LocalDate;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The constraint is gone (受限解除); the plan can be drafted.
 *
 * @param relievedOn the day the capacity became available
 * @param how        what was done: the substation extended, the line rebuilt
 */
public record Relief(
        @Asked(usedBy = {"rule:plan.relief-in-future", "room:supervision"}) LocalDate relievedOn,
        @Asked(usedBy = "stage:plan-draft", maxLength = 500) String how) implements StageResult {}
