/**
 * Customers, premises, consumer accounts and arrears. The only room that holds identity numbers and phones; hides how they are encrypted,
 * and shows them in full only to somebody whose reason it has written down.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "database", "calendar", "access"})
package org.yekuo.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
