/**
 * Energising (送电): nothing is switched on before every condition of the rules is true; then the consumer account opens and the capacity is used.
 * Hides how each condition is judged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "organisation", "calendar", "regulation", "form", "customer", "grid", "casework", "appointment", "stage.plan", "stage.contract", "stage.metering", "stage.temporary"})
package org.yekuo.stage.energisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
