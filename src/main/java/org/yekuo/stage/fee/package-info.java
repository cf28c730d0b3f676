/**
 * The business fee (业务费): what the plan costs the customer by the catalogue, paid and receipted; nothing else may be charged.
 * Hides the table of charges.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "regulation", "form", "casework", "stage.acceptance", "stage.survey", "stage.plan"})
package org.yekuo.stage.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
