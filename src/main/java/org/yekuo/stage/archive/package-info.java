/**
 * The archive (归档): a case is filed when nothing is missing; everything missing is named at once. Hides how files are indexed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organisation", "vocabulary", "regulation", "form", "document", "casework", "stage.plan", "stage.inspection", "stage.contract", "stage.metering", "stage.energisation", "stage.billing", "stage.household"})
package org.yekuo.stage.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
