package org.yekuo.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yekuo.vocabulary.CaseNo;

/**
 * What an account was until a case changed it (用电变更).
 *
 * @param by          the case
 * @param capacityKva contracted capacity before (kVA)
 * @param voltageKv   supply voltage before (kV)
 * @param tariff      code of the price class before
 */
public record AccountChange(CaseNo by, LocalDate changedOn, BigDecimal capacityKva, BigDecimal voltageKv, String tariff) {}
