package org.yekuo.stage.survey;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The survey order (勘查派工单).
 *
 * @param surveyors        staff numbers of those sent
 * @param appointmentOn    the day agreed with the customer
 * @param jointDepartments departments asked to come along (联合勘查)
 */
public record Dispatch(
        @Asked(usedBy = {"rule:survey.two-surveyors", "stage:survey"}) List<String> surveyors,
        @Asked(usedBy = {"rule:survey.appointment-past", "stage:survey"}) LocalDate appointmentOn,
        @Asked(usedBy = {"stage:survey", "room:notification"}) Slot slot,
        @Asked(usedBy = "stage:survey") @Nullable List<String> jointDepartments) implements StageResult {}
