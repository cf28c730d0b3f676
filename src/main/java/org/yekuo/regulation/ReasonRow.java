package org.yekuo.regulation;

import org.yekuo.vocabulary.Text;

/**
 * A reason an act may give.
 *
 * @param use   for which act
 * @param cause whose it is; only a customer's, a government's or nobody's reason may stop a clock
 */
public record ReasonRow(String code, Text name, Use use, Cause cause, Basis basis) {

    public enum Use { PAUSE, HOLD, SEND_BACK, WITHDRAW, TERMINATE, GREEN_CHANNEL }

    public enum Cause { CUSTOMER, COMPANY, GOVERNMENT, NATURE }
}
