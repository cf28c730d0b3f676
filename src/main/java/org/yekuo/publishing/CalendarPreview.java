package org.yekuo.publishing;

import java.util.List;
import org.yekuo.calendar.CalendarDay;
import org.yekuo.casework.RecountingLimits;

/**
 * What a change of the calendar would do (放假安排预览).
 *
 * @param moved  the days that would count, or no longer count
 * @param across how much runs across them
 */
public record CalendarPreview(List<Moved> moved, RecountingLimits.Across across) {

    /** One day as it is and as it would be. */
    public record Moved(CalendarDay was, CalendarDay becomes) {}
}
