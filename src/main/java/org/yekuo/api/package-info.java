/** The REST contract: it reads requests, calls the use cases the pages call, and writes answers and problems. It decides nothing. */
@NullMarked
@ApplicationModule
package org.yekuo.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
