/**
 * Forms (表单): binds posted JSON or page fields to typed records, collecting every fault at once, and describes those records to pages.
 * Hides how records are read and built.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "vocabulary")
package org.yekuo.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
