/**
 * The company's own works for a supply (电网配套工程), from design to acceptance. Hides how their milestones are judged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "form", "casework", "stage.plan"})
package org.yekuo.stage.gridworks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
