/**
 * The call-back (客户回访): somebody who did not handle the case asks the customer how it went. Hides how tries are judged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "form", "casework", "stage.energisation"})
package org.yekuo.stage.callback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
