/**
 * Households of a community (户表, 低压批量): listed row by row, metered, energised and billed together in a case linked to the community's. Hides the
 * table of households.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {
    "vocabulary", "organisation", "calendar", "regulation", "access", "form", "customer", "casework", "stage.acceptance", "stage.plan", "stage.metering",
    "stage.energisation", "stage.billing"
})
package org.yekuo.stage.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
