package org.yekuo.organisation;

import org.yekuo.vocabulary.UnitCode;

/** A service hall (营业厅), where applications are taken for any unit. */
public record Hall(String code, UnitCode unit, String name, String phone) {}
