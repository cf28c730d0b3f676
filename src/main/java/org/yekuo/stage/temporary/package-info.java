/**
 * Temporary supplies that are on (临时用电): watched until they end, reminded of, prolonged, removed or made permanent. Hides the table they are watched in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {
    "vocabulary", "organisation", "calendar", "regulation", "access", "customer", "casework", "stage.acceptance", "stage.contract"
})
package org.yekuo.stage.temporary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
