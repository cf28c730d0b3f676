package org.yekuo.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yekuo.vocabulary.CaseNo;

/** What an account is to be: capacity in kVA, voltage in kV, on {@code day}, by the case {@code caseNo}, whose unit it belongs to. */
public record AccountOrder(CaseNo caseNo, long customerId, long premisesId, BigDecimal capacityKva, BigDecimal voltageKv, String tariff, LocalDate day) {}
