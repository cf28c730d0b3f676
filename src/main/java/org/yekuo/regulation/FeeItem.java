package org.yekuo.regulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Text;

/**
 * An item of the fee catalogue (收费项目), chargeable or forbidden, for a time.
 *
 * @param rates matched against the facts of one circuit: {@code voltageKv}, {@code selfBuilt}; 元/kVA
 * @param cableFactor by what a rate is multiplied for an underground cable
 * @param equalCapacity which circuit goes free when several are the largest
 */
public record FeeItem(
        String code, Text name, Status status, @Nullable LocalDate from, @Nullable LocalDate until, Criteria applies, List<Rate> rates,
        BigDecimal cableFactor, EqualCapacity equalCapacity, Basis basis) {

    public enum Status { CHARGEABLE, FORBIDDEN }

    public enum EqualCapacity { LOWER_OF_EQUAL, BY_ROLE }

    /** 元 per kVA for circuits that meet the criteria. */
    public record Rate(Criteria applies, BigDecimal perKva, Basis basis) {}

    public FeeItem {
        rates = List.copyOf(rates);
    }

    /** Whether the item may be charged on {@code day}. */
    public boolean chargeableOn(LocalDate day) {
        return status == Status.CHARGEABLE && (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
