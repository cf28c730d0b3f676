/** Units, departments, halls, staff and their posts, delegations, account managers, and who may see what. Hides how they are kept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "calendar"})
package org.yekuo.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
