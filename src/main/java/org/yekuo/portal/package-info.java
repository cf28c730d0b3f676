/**
 * The customer's door (网上办理): she opens her case with its number and the end of her telephone number. Hides how tries are counted and open
 * looks are kept; what she sees and does is the hall's, done as herself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "calendar", "customer", "document", "casework"})
package org.yekuo.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
