package org.yekuo.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;

/** Arrears (欠费), which block an increase, change or closing of the same customer and are mentioned to her when she applies anew. */
public interface Arrears {

    /** What the customer owes over all her accounts in the city of {@code unit}, oldest first. */
    List<Arrear> arrearsOf(UnitCode unit, long customerId);

    /** Records what an account owes in all; another record replaces it. Refuses an unknown account or an amount that is not above zero. */
    Answer<Arrear> record(ConsumerNo consumerNo, BigDecimal amount, LocalDate since, Actor by);

    /** All is paid. Answers what was owed; an account that owes nothing is refused. */
    Answer<Arrear> clear(ConsumerNo consumerNo, Actor by);
}
