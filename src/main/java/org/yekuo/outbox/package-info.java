/** Messages written in an act's transaction and dispatched in order per case, at least once. Hides the table and the dispatching. */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "database", "calendar"})
package org.yekuo.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
