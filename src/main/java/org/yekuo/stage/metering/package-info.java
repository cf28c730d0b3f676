/**
 * Metering devices on the customer's premises (计量装置): installed, sealed, verified and signed for. Hides the tables of devices, seals and work orders.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "organisation", "regulation", "form", "casework", "appointment", "stage.plan"})
package org.yekuo.stage.metering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
