/**
 * Acceptance (业务受理): an application is read, its papers are judged against the checklist, and everything missing is told at once.
 * Hides how an application's facts are derived from the rules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {
    "vocabulary", "database", "organisation", "calendar", "regulation", "access", "form", "customer", "document", "grid", "casework"
})
package org.yekuo.stage.acceptance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
