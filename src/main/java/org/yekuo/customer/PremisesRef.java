package org.yekuo.customer;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.UnitCode;

/**
 * A place of use on file (用电地点).
 *
 * @param address as it was first written
 * @param area    administrative code of the place (six digits or more), or null
 * @param known   whether it was on file before
 */
public record PremisesRef(UnitCode unit, long id, String address, @Nullable String area, boolean known) {}
