package org.yekuo.stage.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Billing cards (电费卡) and the books they stand in. */
public interface BillingCards {

    /** The cards of a case, by phase. */
    List<Card> of(UnitCode unit, CaseNo caseNo);

    /** The cards of a reading book in the order it is read. */
    List<Card> inBook(UnitCode unit, String book);

    /**
     * @param powerFactor the standard, or null where it is not adjusted
     * @param meters      each meter with its multiplier (倍率) and the reading it starts from
     */
    record Card(CaseNo caseNo, int phase, ConsumerNo consumerNo, String category, String scheme, @Nullable BigDecimal powerFactor, String book,
            int sequence, LocalDate firstReadingOn, List<Meter> meters) {}

    record Meter(String assetNo, String point, BigDecimal multiplier, BigDecimal startKwh) {}
}
