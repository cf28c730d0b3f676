package org.yekuo.stage.temporary.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Facts;

/** What a pack's table {@code temporary-supply} says of supplies that are on. */
@Component
public class SupplyRules {

    private static final String TABLE = "temporary-supply";

    /**
     * @param remindDaysBefore days before the last day
     * @param alterations      businesses that may be applied for while it is on
     */
    public record Rule(int prolongations, int prolongMonths, List<Integer> remindDaysBefore, List<String> alterations, @Nullable Clause clause) {

        /** The next day after {@code day} on which to remind, or the day after the end, on which it has run out. */
        public LocalDate watchAfter(LocalDate until, LocalDate day) {
            return remindDaysBefore.stream().map(until::minusDays).filter(reminder -> reminder.isAfter(day)).min(LocalDate::compareTo)
                    .orElse(until.plusDays(1));
        }
    }

    private final Regulations regulations;

    SupplyRules(Regulations regulations) {
        this.regulations = regulations;
    }

    /** A pack that says nothing allows no prolongation, no alteration, and no reminder is sent. */
    public Rule of(String packId) {
        return regulations.pack(packId).filter(pack -> pack.tables().containsKey(TABLE))
                .flatMap(pack -> pack.one(TABLE, new Facts(Map.of("business", "TEMPORARY")))).map(SupplyRules::read)
                .orElse(new Rule(0, 0, List.of(), List.of(), null));
    }

    private static Rule read(DecisionTable.Row row) {
        return new Rule(number(row.gives().get("prolongations")), number(row.gives().get("prolongMonths")),
                list(row, "remindDaysBefore").stream().map(SupplyRules::number).toList(), list(row, "alterations").stream().map(String::valueOf).toList(),
                row.basis().clause());
    }

    private static List<?> list(DecisionTable.Row row, String key) {
        return row.gives().get(key) instanceof List<?> list ? list : List.of();
    }

    private static int number(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.intValueExact() : 0;
    }
}
