/** The drill (演练): a sample province entered through the program's own use cases, and the address to try it at. Absent in production. */
@NullMarked
@ApplicationModule
package org.yekuo.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
