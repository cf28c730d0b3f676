package org.yekuo.stage.survey;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.appointment.Slot;
import org.yekuo.appointment.Visit;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The survey order (勘查派工单).
 *
 * @param surveyors        staff numbers of those sent
 * @param appointmentOn    the day agreed with the customer
 * @param from            the hour agreed with him, where one was; then {@code to} is given too
 * @param jointDepartments departments asked to come along (联合勘查)
 */
public record Dispatch(
        @Asked(usedBy = {"rule:survey.two-surveyors", "stage:survey"}) List<String> surveyors,
        @Asked(usedBy = {"rule:survey.appointment-past", "stage:survey"}) LocalDate appointmentOn,
        @Asked(usedBy = {"stage:survey", "room:notification"}) Slot slot,
        @Asked(usedBy = "room:appointment") @Nullable LocalTime from,
        @Asked(usedBy = "room:appointment") @Nullable LocalTime to,
        @Asked(usedBy = "stage:survey") @Nullable List<String> jointDepartments) implements StageResult {

    /** The visit it orders. */
    public Visit visit() {
        return new Visit(surveyors, appointmentOn, slot, from, to);
    }
}
