package org.yekuo.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;

/**
 * One supply to one customer at one place (用电户).
 *
 * @param capacityKva contracted capacity (kVA)
 * @param voltageKv   supply voltage (kV): 0.22, 0.38, 10, 35 …
 * @param tariff      code of the price class (电价类别)
 * @param openedBy    the case that opened it
 * @param closedOn    the day it was closed (销户), null while it lives
 */
public record ConsumerAccount(ConsumerNo consumerNo, long customerId, long premisesId, BigDecimal capacityKva, BigDecimal voltageKv, String tariff,
        CaseNo openedBy, LocalDate openedOn, @Nullable LocalDate closedOn) {

    public boolean isOpen() {
        return closedOn == null;
    }
}
