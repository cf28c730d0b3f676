/**
 * Review of the customer's drawings (图纸审查): which papers must be sent in, who drew them, what is wrong with them and by which article. Hides how
 * drawings are counted and judged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "regulation", "form", "document", "casework"})
package org.yekuo.stage.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
