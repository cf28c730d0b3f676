/**
 * Administration (管理): who may change people, posts and accounts of which units, every change with its trace, and the first administrator.
 * Hides how the trace is kept; what is changed lives in the rooms of organisation and access.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "language", "calendar", "organisation", "regulation", "access"})
package org.yekuo.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
