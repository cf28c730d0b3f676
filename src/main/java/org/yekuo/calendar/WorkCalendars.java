package org.yekuo.calendar;

import java.util.Optional;

/** The calendars limits are counted by: the one in force, and those that frozen limits were counted by. */
public interface WorkCalendars {

    WorkCalendar current();

    /** The calendar with that {@link WorkCalendar#version()}, if this program or an earlier one on the same database ever used it. */
    Optional<WorkCalendar> version(String version);
}
