package org.yekuo.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.Answer;

/** The calendars limits are counted by: the one in force, and those that frozen limits were counted by. */
public interface WorkCalendars {

    /** The calendar in force; what any program on this database published is in it, as far as the asking transaction sees. Ask once for one piece of work. */
    WorkCalendar current();

    /** The same, asked on a trip that is made anyway. */
    void current(OneTrip trip, Consumer<WorkCalendar> known);

    /** The calendar with that {@link WorkCalendar#version()}, if this program or an earlier one on the same database ever used it. */
    Optional<WorkCalendar> version(String version);

    /** The published years with their notices, the newest first. */
    List<PublishedYear> years();

    /** The notice that says what kind of day {@code day} is: of that day alone, or of its year. */
    default Optional<Notice> notice(LocalDate day) {
        return notices().apply(day);
    }

    /** The notices of the calendar in force, to be asked about many days. */
    Function<LocalDate, Optional<Notice>> notices();

    /**
     * Publishes a change above everything published before; changes are published one after the other. Refused with its faults. Joins the
     * caller's transaction, which must be there.
     */
    Answer<WorkCalendar> publish(CalendarChange change);
}
