/**
 * The supply plan (供电方案): drafted and checked against the rules, approved, replied to the customer; and the constrained reply where the
 * grid has no room yet. Hides the plan's table, the capacity held for it and the words a plan may not use.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {
    "vocabulary", "organisation", "calendar", "regulation", "form", "grid", "casework", "stage.acceptance", "stage.survey"
})
package org.yekuo.stage.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
