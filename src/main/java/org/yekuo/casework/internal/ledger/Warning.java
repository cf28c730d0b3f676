package org.yekuo.casework.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import org.yekuo.regulation.Conduct;

/**
 * A point of a limit at which somebody is warned (预警): so many per cent used, or so many working days before its end.
 *
 * @param key  {@code 80%} or {@code 3d}
 * @param days how many days are used then
 */
public record Warning(String key, int days) {

    /** The warnings of a limit of {@code amount} days, the first reached first. One that would be given before it has begun is none. */
    static List<Warning> of(Conduct.Warnings measures, int amount) {
        var warnings = new ArrayList<Warning>();
        measures.atPercent().forEach(percent -> warnings.add(new Warning(percent + "%", Math.ceilDiv(amount * percent, 100))));
        measures.daysBefore().stream().filter(before -> before < amount).forEach(before -> warnings.add(new Warning(before + "d", amount - before)));
        warnings.sort(java.util.Comparator.comparingInt(Warning::days));
        return warnings;
    }
}
