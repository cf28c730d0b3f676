package org.yekuo.stage.plan;

import java.math.BigDecimal;
import org.yekuo.vocabulary.Text;

/**
 * An item a plan costs the customer.
 *
 * @param quantity kVA charged for
 * @param amount   元
 * @param basis    the document it rests on
 */
public record PlannedFee(String code, Text name, BigDecimal quantity, BigDecimal amount, String basis) {}
