package org.yekuo.grid;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What is open on a feeder (可开放容量), all in kVA.
 *
 * @param month       the month whose declaration counts: the latest not after the day asked for
 * @param declared    what was declared for it
 * @param held        taken by holds that have not expired
 * @param reserved    taken by reservations, and by what was energised since that month began
 * @param remaining   declared less both; below zero when a later declaration was lower
 */
public record FeederCapacity(Feeder feeder, YearMonth month, BigDecimal declared, BigDecimal held, BigDecimal reserved, BigDecimal remaining) {

    public boolean canCarry(BigDecimal kva) {
        return remaining.compareTo(kva) >= 0;
    }
}
