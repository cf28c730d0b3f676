package org.yekuo.stage.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Billing cards (电费卡) and the books they stand in. */
public interface BillingCards {

    /** The cards of a case, by phase. */
    List<Card> of(UnitCode unit, CaseNo caseNo);

    /** The cards of a reading book in the order it is read. */
    List<Card> inBook(UnitCode unit, String book);

    /** What stands against placing cards like these in a book: another reading day, places taken, a first reading too late; holds the book until the act ends. */
    List<Violation> check(UnitCode unit, CaseNo caseNo, Places places, LocalDate energisedOn);

    /** Files cards, opening their book where it is new. */
    void file(UnitCode unit, Places places, List<Card> cards);

    /** Places in a reading book, one after the other. */
    record Places(String book, int first, int count, int readingDay, ReadingCycle cycle, LocalDate firstReadingOn) {}

    /**
     * @param powerFactor the standard, or null where it is not adjusted
     * @param meters      each meter with its multiplier (倍率) and the reading it starts from
     */
    record Card(CaseNo caseNo, int phase, ConsumerNo consumerNo, String category, String scheme, @Nullable BigDecimal powerFactor, String book,
            int sequence, LocalDate firstReadingOn, List<Meter> meters) {}

    record Meter(String assetNo, String point, BigDecimal multiplier, BigDecimal startKwh) {}
}
