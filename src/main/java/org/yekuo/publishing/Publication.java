package org.yekuo.publishing;

import java.time.LocalDate;
import org.yekuo.calendar.CalendarChange;

/** What may be proposed for publication. */
public sealed interface Publication {

    /** What sort of thing; with the subject it names what a proposal is about. */
    enum Kind { PACK, YEAR, DAY }

    Kind kind();

    /** The draft, year or day; there is at most one open proposal for each. */
    String subject();

    /** A draft that is to be in force for cases from a day on. */
    record OfPack(long draft, LocalDate effectiveFrom) implements Publication {

        @Override
        public Kind kind() {
            return Kind.PACK;
        }

        @Override
        public String subject() {
            return String.valueOf(draft);
        }
    }

    /** A year or a day of the calendar. */
    record OfCalendar(CalendarChange change) implements Publication {

        @Override
        public Kind kind() {
            return switch (change) {
                case CalendarChange.Year year -> Kind.YEAR;
                case CalendarChange.Day day -> Kind.DAY;
            };
        }

        @Override
        public String subject() {
            return switch (change) {
                case CalendarChange.Year year -> String.valueOf(year.year());
                case CalendarChange.Day day -> day.day().date().toString();
            };
        }
    }
}
