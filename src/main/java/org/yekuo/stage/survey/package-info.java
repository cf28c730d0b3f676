/**
 * The site survey (现场勘查): who is sent when, what was found, whether and how the customer can be supplied.
 * Hides how findings are judged against the application.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "organisation", "calendar", "regulation", "form", "grid", "casework", "appointment", "stage.acceptance"})
package org.yekuo.stage.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
