/**
 * The regulation as data (规则包): procedures, limits, checklists, approvals, separations, fees, decision tables. Packs are immutable once
 * published; a case is pinned to one. Hides how packs are read, checked and stored.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "organisation", "calendar"})
package org.yekuo.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
