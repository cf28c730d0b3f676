package org.yekuo.grid;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;

/** Planned outages (停电计划), into which a high-voltage connection has to be put. */
public interface Outages {

    /** Enters an outage. Refuses an unknown feeder, an end not after the start, and one that overlaps another of the feeder. */
    Answer<PlannedOutage> plan(UnitCode unit, PlannedOutage outage);

    /** Outages of all feeders one company operates that touch the days {@code from} to {@code to}, both included, earliest first. */
    List<Affecting> of(UnitCode operator, LocalDate from, LocalDate to);

    /** An outage and the feeder it takes out. */
    record Affecting(PlannedOutage outage, Feeder feeder) {}

    /** A feeder of a city. */
    record Line(UnitCode unit, String feeder) {}

    /** Outages of several feeders that touch the days {@code from} to {@code to}, both included, earliest first; a feeder without any has no entry. */
    Map<Line, List<PlannedOutage>> on(Collection<Line> lines, LocalDate from, LocalDate to);

    /** Outages of a feeder that touch the days {@code from} to {@code to}, both included, earliest first. */
    List<PlannedOutage> on(UnitCode unit, String feeder, LocalDate from, LocalDate to);
}
