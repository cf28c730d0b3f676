package org.yekuo.stage.acceptance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * One import of closed cases (历史工单接收批次) and how far it is.
 *
 * @param unit    whose administrator takes over
 * @param trial   whether everything is tried and nothing kept
 * @param movedAt of its latest batch
 * @param taken   lines taken over, or on a trial run that would be
 * @param already lines whose number was taken over before
 * @param chain   hash over the heads of the ledgers of its cases, batch by batch
 */
public record ClosedCaseImport(
        long importNo, UnitCode unit, String byStaff, String byName, String fileName, boolean trial, State state, Instant startedAt, Instant movedAt, long lines, long taken,
        long already, long refused, String chain) {

    /** BROKEN: the stream ended before it should; what came before is kept, and all of it may be sent again. */
    public enum State { RUNNING, DONE, BROKEN }

    /** A line that was refused, with everything wrong with it. */
    public record Refused(long line, @Nullable String originalNo, List<Violation> violations) {

        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
