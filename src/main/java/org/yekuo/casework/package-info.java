/**
 * The hall (大厅): the case as a ledger, from first contact to archive — stages, parts, limits, pauses, events — and the acts on it.
 * It knows no stage by name; a stage is a room that implements {@link org.yekuo.casework.StageWork} and rows in a pack. Hides the tables,
 * the derivation and the arithmetic of limits.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {
    "vocabulary", "database", "organisation", "calendar", "regulation", "access", "outbox", "form", "language", "customer", "grid", "document"
})
package org.yekuo.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
