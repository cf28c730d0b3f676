package org.yekuo.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yekuo.vocabulary.CaseNo;

/** Capacity a case wants to hold on one feeder of its own unit, in kVA, until the end of {@code until}. */
public record HoldOrder(CaseNo caseNo, int phase, String feeder, BigDecimal kva, LocalDate until) {}
