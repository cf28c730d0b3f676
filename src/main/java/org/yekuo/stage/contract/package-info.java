/**
 * The supply contract (供用电合同) and its annexes by phase: type and term by the rules, signers and their authority. Hides the table of contracts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "calendar", "regulation", "form", "casework", "stage.plan"})
package org.yekuo.stage.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
