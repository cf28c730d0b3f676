package org.yekuo.stage.metering.internal;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * An accuracy class (准确度等级): the smaller the number the better, and {@code S}, exact at small currents too, better than the same number
 * without.
 */
record Accuracy(BigDecimal number, boolean special) {

    static Accuracy of(String text) {
        boolean special = text.endsWith("S");
        return new Accuracy(new BigDecimal(special ? text.substring(0, text.length() - 1) : text), special);
    }

    /** Whether it is as good as what is demanded, which may name alternatives: {@code 0.2S或0.5S}. */
    boolean meets(String demanded) {
        return Arrays.stream(demanded.split("或")).map(String::strip).map(Accuracy::of).anyMatch(this::meets);
    }

    private boolean meets(Accuracy demanded) {
        int better = number.compareTo(demanded.number);
        return better < 0 || better == 0 && (special || !demanded.special);
    }
}
