package org.yekuo.stage.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The account's place in billing (电费建卡). Price, power factor, meters and multipliers come from the plan, the work order and the energising
 * sheet and are not asked.
 *
 * @param book            the reading book or section (抄表段)
 * @param sequence        its place in the book (抄表顺序)
 * @param readingDay      the day of the month on which the book is read (抄表例日)
 * @param lineLossPercent 线损, where the meter stands away from where property ends
 * @param transformerLoss 变损; only, and then always, where high-voltage supply is metered at low voltage (高供低计)
 */
public record BillingSetUp(
        @Asked(usedBy = {"rule:billing.book-reads-otherwise", "room:billing"}, pattern = "[0-9A-Za-z-]{2,20}") String book,
        @Asked(usedBy = "rule:billing.place-taken", min = "1", max = "99999") int sequence,
        @Asked(usedBy = {"rule:billing.book-reads-otherwise", "rule:billing.first-reading-off-day"}, min = "1", max = "28") int readingDay,
        @Asked(usedBy = "rule:billing.first-reading-late") ReadingCycle cycle,
        @Asked(usedBy = "rule:billing.first-reading-late") LocalDate firstReadingOn,
        @Asked(usedBy = "room:billing", min = "0", max = "30") @Nullable BigDecimal lineLossPercent,
        @Asked(usedBy = "rule:billing.transformer-loss-missing") @Nullable TransformerLoss transformerLoss) implements StageResult {

    /** 变损: of iron, running always, kW; of copper, growing with the load, in percent of what is measured. */
    public record TransformerLoss(
            @Asked(usedBy = "room:billing", min = "0", max = "1000") BigDecimal ironKw,
            @Asked(usedBy = "room:billing", min = "0", max = "30") BigDecimal copperPercent) {}
}
