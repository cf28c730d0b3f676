/** Sign-in, tokens, what roles may do, and the keeping of personal data; whoever can't be served now is told at its door. Hides hashes and keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "language", "database", "calendar", "organisation"})
package org.yekuo.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
