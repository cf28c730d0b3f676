/**
 * Billing set-up (电费建卡): the card by which an account is billed and the book in which its meters are read. Hides cards and books.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "regulation", "form", "customer", "casework", "stage.plan", "stage.metering", "stage.energisation"})
package org.yekuo.stage.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
