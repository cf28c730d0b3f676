package org.yekuo.stage.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Ratios of instrument transformers (变比), written {@code 100/5}. */
public final class Ratios {

    private Ratios() {}

    /** The multiplier (倍率) of a point: what its meter shows times this is what was used; 1 where the meter is connected directly. */
    public static BigDecimal multiplier(List<String> ratios) {
        return ratios.stream().map(Ratios::value).reduce(BigDecimal.ONE, BigDecimal::multiply).stripTrailingZeros();
    }

    /** Whether two ratios transform alike: {@code 100/5} and {@code 20/1}. */
    public static boolean same(String one, String other) {
        return value(one).compareTo(value(other)) == 0;
    }

    private static BigDecimal value(String ratio) {
        int slash = ratio.indexOf('/');
        return new BigDecimal(ratio.substring(0, slash)).divide(new BigDecimal(ratio.substring(slash + 1)), 6, RoundingMode.HALF_UP);
    }
}
