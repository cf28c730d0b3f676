/**
 * The network as far as an application needs it: substations, feeders, what capacity is open, who holds it, planned outages.
 * Hides how two cases are kept from taking the same capacity.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "calendar", "access", "organisation"})
package org.yekuo.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
