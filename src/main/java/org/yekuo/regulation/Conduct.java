package org.yekuo.regulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.YekuoException;

/**
 * How cases are conducted whatever their procedure (办理规则): measures a pack gives in the tables {@code need-change}, {@code transfer},
 * {@code warnings} and {@code hold-review}.
 */
public final class Conduct {

    /**
     * When a need is another one, and when it is still the same.
     *
     * @param tolerancePercent how much the capacity may differ before the need is another one
     * @param sameNeedDays     calendar days within which an application for what was given up is the same need
     * @param carries          the standards whose used days go over to the case that follows
     */
    public record NeedChange(BigDecimal tolerancePercent, int sameNeedDays, List<Standard> carries, Clause clause) {

        /** How many per cent {@code becomes} differs from {@code was}. */
        public BigDecimal percent(BigDecimal was, BigDecimal becomes) {
            return becomes.subtract(was).abs().multiply(BigDecimal.valueOf(100)).divide(was, 1, RoundingMode.HALF_UP).stripTrailingZeros();
        }

        /** Whether {@code becomes} kVA is another need than {@code was}. */
        public boolean exceeds(BigDecimal was, BigDecimal becomes) {
            return becomes.subtract(was).abs().multiply(BigDecimal.valueOf(100)).compareTo(was.multiply(tolerancePercent)) > 0;
        }
    }

    /** At which part of a limit's amount, in per cent, and how many working days before its end somebody is warned. */
    public record Warnings(List<Integer> atPercent, List<Integer> daysBefore) {}

    private final Pack pack;
    private final Facts facts;

    public Conduct(Pack pack, Facts facts) {
        this.pack = pack;
        this.facts = facts;
    }

    public NeedChange needChange() {
        return row("need-change").map(row -> new NeedChange(number(row, "tolerancePercent"), number(row, "sameNeedDays").intValueExact(),
                texts(row, "carries").stream().map(Standard::valueOf).toList(), row.basis().clause()))
                .orElseThrow(() -> missing("need-change"));
    }

    /** Working days within which the receiving unit takes a transferred case or returns it. */
    public int transferWorkingDays() {
        return row("transfer").map(row -> number(row, "workingDays").intValueExact()).orElseThrow(() -> missing("transfer"));
    }

    public Warnings warnings() {
        return row("warnings").map(row -> new Warnings(numbers(row, "atPercent"), numbers(row, "daysBefore"))).orElseThrow(() -> missing("warnings"));
    }

    /** Calendar days after which a hold is looked at again. */
    public int holdReviewDays() {
        return row("hold-review").map(row -> number(row, "days").intValueExact()).orElseThrow(() -> missing("hold-review"));
    }

    /** What of it can't be read; a pack in which something can't is refused. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        var readings = new LinkedHashMap<String, Runnable>();
        readings.put("need-change", this::needChange);
        readings.put("transfer", this::transferWorkingDays);
        readings.put("warnings", this::warnings);
        readings.put("hold-review", this::holdReviewDays);
        readings.forEach((table, reading) -> {
            try {
                reading.run();
            } catch (IllegalArgumentException | ArithmeticException unreadable) {
                faults.add(table);
            }
        });
        return faults;
    }

    private Optional<DecisionTable.Row> row(String table) {
        return pack.one(table, facts);
    }

    private YekuoException missing(String table) {
        return new YekuoException("regulation.no-conduct", "The pack " + pack.id() + " has no row in its table " + table + ".");
    }

    private static BigDecimal number(DecisionTable.Row row, String name) {
        return new BigDecimal(String.valueOf(row.gives().get(name)));
    }

    private static List<String> texts(DecisionTable.Row row, String name) {
        return row.gives().get(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(String.valueOf(row.gives().get(name)));
    }

    private static List<Integer> numbers(DecisionTable.Row row, String name) {
        return texts(row, name).stream().map(text -> new BigDecimal(text).intValueExact()).toList();
    }
}
