package org.yekuo.publishing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.RecountingLimits;
import org.yekuo.publishing.internal.Publishers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;

/** Shows what a change of the calendar would move before anybody proposes it (发布前预览). Refused with every fault; nothing is changed. */
@Component
public class PreviewingCalendar {

    private final Publishers publishers;
    private final WorkCalendars calendars;
    private final RecountingLimits recounting;

    PreviewingCalendar(Publishers publishers, WorkCalendars calendars, RecountingLimits recounting) {
        this.publishers = publishers;
        this.calendars = calendars;
        this.recounting = recounting;
    }

    @Transactional(readOnly = true)
    public Answer<CalendarPreview> preview(CalendarChange change, Actor actor) {
        var forbidden = publishers.refuse(actor);
        if (forbidden.isPresent()) {
            return Answer.refused(forbidden.get());
        }
        var current = calendars.current();
        var faults = change.faults(current);
        if (!faults.isEmpty()) {
            return Answer.invalid(faults);
        }
        var changed = change.over(current);
        return Answer.done(changed.changedAgainst(current).map(span -> new CalendarPreview(moved(current, changed, span), recounting.across(span)))
                .orElseGet(() -> new CalendarPreview(List.of(), new RecountingLimits.Across(0, 0))));
    }

    private static List<CalendarPreview.Moved> moved(WorkCalendar current, WorkCalendar changed, WorkCalendar.Span span) {
        var moved = new ArrayList<CalendarPreview.Moved>();
        span.first().datesUntil(span.last().plusDays(1)).filter(day -> current.isWorking(day) != changed.isWorking(day))
                .forEach(day -> moved.add(new CalendarPreview.Moved(current.day(day), changed.day(day))));
        return moved;
    }
}
