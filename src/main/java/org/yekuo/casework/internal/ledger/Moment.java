package org.yekuo.casework.internal.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.vocabulary.Actor;

/**
 * When and by whom an act is done.
 *
 * @param today      the business day
 * @param recordedAt the server's time
 */
public record Moment(LocalDate today, Instant recordedAt, Actor actor, WorkCalendar calendar) {}
