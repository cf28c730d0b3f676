package org.yekuo.stage.household;

import org.yekuo.form.Asked;

/** A household that can't be done with the others, and why; it may be listed again. */
public record LeftOut(
        @Asked(usedBy = "rule:household.not-on-list", min = "1", max = "99999") int n,
        @Asked(usedBy = "letter:HOUSEHOLD_LIST", maxLength = 200) String reason) {}
