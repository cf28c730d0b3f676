package org.yekuo.organisation;

import org.yekuo.vocabulary.UnitCode;

/** A supply company (单位): the province's, a city's or a county's. */
public record Unit(UnitCode code, String name) {}
