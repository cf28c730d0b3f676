package org.yekuo.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Unpaid electricity (欠费) of an account: {@code amount} in yuan (元), owed since {@code since}. */
public record Arrear(ConsumerNo consumerNo, BigDecimal amount, LocalDate since) {}
