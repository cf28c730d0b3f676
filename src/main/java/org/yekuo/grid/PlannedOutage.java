package org.yekuo.grid;

import java.time.Instant;

/** A planned outage (停电计划) of a feeder, from {@code startsAt} until before {@code endsAt}. */
public record PlannedOutage(String feeder, Instant startsAt, Instant endsAt, String note) {}
