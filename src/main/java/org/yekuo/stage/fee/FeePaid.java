package org.yekuo.stage.fee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The fee is charged and paid (收费).
 *
 * @param receiptNo the number of the official receipt (票据号)
 */
public record FeePaid(
        @Asked(usedBy = {"rule:fee.not-what-the-plan-says", "stage:archive"}) List<Item> items,
        @Asked(usedBy = {"stage:archive", "rule:fee.receipt-used-twice"}, maxLength = 40) String receiptNo,
        @Asked(usedBy = {"rule:fee.not-chargeable", "rule:fee.paid-in-future"}) LocalDate paidOn) implements StageResult {

    /**
     * @param code     the item in the pack's catalogue
     * @param quantity kVA
     * @param amount   元
     * @param basis    the document it rests on, as the receipt names it
     */
    public record Item(
            @Asked(usedBy = "rule:fee.not-in-catalogue", maxLength = 60) String code,
            @Asked(usedBy = "rule:fee.not-what-the-plan-says", min = "0", max = "1000000") BigDecimal quantity,
            @Asked(usedBy = "rule:fee.not-what-the-plan-says", min = "0", max = "1000000000") BigDecimal amount,
            @Asked(usedBy = "letter:FEE_NOTICE", maxLength = 200) String basis) {}

    public BigDecimal total() {
        return items.stream().map(Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
