/**
 * Papers: stored files, the documents of a case against what is required, receipts and letters as data. Hides where files lie
 * and how they are encrypted; renders nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "calendar", "access", "organisation"})
package org.yekuo.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
