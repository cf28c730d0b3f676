/**
 * Working days (工作日) and the two clocks. Hides how published years are kept and how a drill moves its day;
 * nothing else in the program reads the system clock.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "database"})
package org.yekuo.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
