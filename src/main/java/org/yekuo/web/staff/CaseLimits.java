package org.yekuo.web.staff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.casework.ReadingCase;
import org.yekuo.web.internal.DeadlineRibbon;

/**
 * The limits of a case as its page shows them.
 *
 * @param open   those to look at: what was promised (承诺) and runs or was late; where nothing was, every limit that runs or was late
 * @param folded the others
 */
record CaseLimits(List<Drawn> open, List<Drawn> folded) {

    /** A limit with its drawing, where it has one. */
    record Drawn(ReadingCase.Limit limit, @Nullable DeadlineRibbon ribbon) {

        private boolean promised() {
            return limit.standard().equals("COMMITTED");
        }

        private boolean matters() {
            return limit.state().equals("RUNNING") || limit.state().equals("STOPPED") && !"IN_TIME".equals(limit.verdict());
        }
    }

    static CaseLimits of(List<ReadingCase.Limit> limits, WorkCalendar calendar, LocalDate today) {
        var drawn = limits.stream().map(limit -> new Drawn(limit, DeadlineRibbon.of(limit, calendar, today).orElse(null))).toList();
        var promises = drawn.stream().anyMatch(one -> one.promised() && one.matters());
        var open = drawn.stream().filter(one -> one.matters() && (one.promised() || !promises)).toList();
        return new CaseLimits(open, drawn.stream().filter(one -> !open.contains(one)).toList());
    }

    public int size() {
        return open.size() + folded.size();
    }
}
