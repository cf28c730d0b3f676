/**
 * Inspection of the customer's works (中间检查, 竣工检验): who was there, what was looked at, what is wrong, all of it at once and in writing. Which items are
 * looked at stands in the pack. Hides how findings and licences are judged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "organisation", "form", "regulation", "document", "casework", "appointment", "stage.plan", "stage.design"})
package org.yekuo.stage.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
