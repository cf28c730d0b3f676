package org.yekuo.grid;

import java.math.BigDecimal;
import org.yekuo.vocabulary.UnitCode;

/**
 * A line (线路) one can be supplied from; at 0.4 kV, a transformer area (台区).
 *
 * @param operator   the city or county company that operates it
 * @param code       unique in the city
 * @param substation code of the substation it comes from
 */
public record Feeder(UnitCode operator, String code, String name, String substation, BigDecimal voltageKv) {}
