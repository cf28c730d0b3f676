/** Sign-in, tokens, what roles may do, and the keeping of personal data. Hides hashes and keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "calendar", "organisation"})
package org.yekuo.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
