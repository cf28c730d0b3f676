package org.yekuo.supervision;

import java.math.BigDecimal;

/**
 * What was on hand, came and went in a period (结存), in cases and kVA: accepted, energised, terminated.
 *
 * @param unit    whose it is
 * @param opening accepted before the period and neither energised nor ended by its first day
 */
public record Stock(String unit, Amount opening, Amount accepted, Amount energised, Amount terminated) {

    public static final Stock NONE = new Stock("", Amount.NONE, Amount.NONE, Amount.NONE, Amount.NONE);

    /** So many cases with so much capacity. */
    public record Amount(long cases, BigDecimal kva) {

        static final Amount NONE = new Amount(0, BigDecimal.ZERO);

        public Amount plus(Amount more) {
            return new Amount(cases + more.cases, kva.add(more.kva));
        }

        public Amount minus(Amount less) {
            return new Amount(cases - less.cases, kva.subtract(less.kva));
        }
    }

    /** 期末结存 = 期初结存 + 受理 − 送电 − 终止. */
    public Amount closing() {
        return opening.plus(accepted).minus(energised).minus(terminated);
    }

    Stock plus(Stock more) {
        return new Stock(unit, opening.plus(more.opening), accepted.plus(more.accepted), energised.plus(more.energised), terminated.plus(more.terminated));
    }
}
