/**
 * Publishing (发布): regulation packs and calendar days are handed in, checked, compared and tried on past cases, proposed by one person and
 * confirmed by another. Hides how drafts and proposals are kept; what is published lives in the rooms of regulation and calendar.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "organisation", "calendar", "regulation", "casework"})
package org.yekuo.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
