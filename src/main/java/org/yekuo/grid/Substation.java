package org.yekuo.grid;

import java.math.BigDecimal;
import org.yekuo.vocabulary.UnitCode;

/** A substation (变电站) operated by {@code operator}, a city or county company; {@code voltageKv} is its highest voltage (kV). */
public record Substation(UnitCode operator, String code, String name, BigDecimal voltageKv) {}
