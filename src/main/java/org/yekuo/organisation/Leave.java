package org.yekuo.organisation;

import java.time.LocalDate;

/** Somebody away (请假), first and last day included. */
public record Leave(String staffNo, LocalDate from, LocalDate to) {}
