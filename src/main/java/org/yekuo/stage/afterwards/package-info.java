/**
 * What was let follow in a green channel is there (补办手续): the stage that waits for the papers of the application. Which papers, and by when, the
 * rules say; hides nothing else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "form", "casework"})
package org.yekuo.stage.afterwards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
