/**
 * Appointments with customers and the crews that keep them (预约、派工): who comes when, whether the customer agreed, what became of it. Which stages are done
 * on site their rooms declare ({@link org.yekuo.appointment.SiteWork}). Hides the tables, and how a crew is kept from being in two places.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "form", "language", "calendar", "organisation", "access", "grid", "casework"})
package org.yekuo.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
