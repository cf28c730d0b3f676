/**
 * Papers: stored files, the documents of a case against what is required, receipts and letters as data and as PDF. Hides where files lie,
 * how they are encrypted, and how papers are set.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "database", "calendar", "access", "organisation", "regulation"})
package org.yekuo.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
