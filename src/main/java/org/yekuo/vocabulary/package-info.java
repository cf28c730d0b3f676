/**
 * The value types everyone speaks: unit, case number, clause, facts, refusals. No Spring, no clock, no database.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package org.yekuo.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
