package org.yekuo.stage.contract.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.calendar.Days;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.DayUnit;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.YekuoException;

/**
 * Which contract the rules ask for and how long it runs (合同类型与期限).
 *
 * @param type RESIDENT, LOW_VOLTAGE, HIGH_VOLTAGE or TEMPORARY
 */
record Term(String type, String name, int amount, DayUnit unit, int remindMonthsBefore) {

    static Optional<Term> of(Pack pack, Facts facts) {
        return pack.one("contract", facts).map(Term::read);
    }

    private static Term read(DecisionTable.Row row) {
        return new Term(text(row, "type"), text(row, "name"), number(row, "term"), DayUnit.valueOf(text(row, "termUnit")), number(row, "remindMonthsBefore"));
    }

    /** The last day of a term that begins on {@code start}: 3 years from 2008-09-20 end on 2011-09-19. */
    LocalDate lastDay(LocalDate start) {
        return switch (unit) {
            case YEAR -> Days.lastDayOfYears(start, amount);
            case MONTH -> Days.lastDayOfMonths(start, amount);
            case DAY -> start.plusDays(amount - 1L);
            case WORKING_DAY -> throw new YekuoException("contract.term-in-working-days", "The term of a contract is counted in calendar time, not in working days.");
        };
    }

    /** The last day, an agreed earlier one if there is one. */
    LocalDate lastDay(LocalDate start, @Nullable LocalDate agreed) {
        return agreed == null ? lastDay(start) : agreed;
    }

    LocalDate remindOn(LocalDate endsOn) {
        return endsOn.minusMonths(remindMonthsBefore);
    }

    private static String text(DecisionTable.Row row, String column) {
        var value = row.gives().get(column);
        if (value == null) {
            throw new YekuoException("contract.table-incomplete", "The row " + row.id() + " of the table of contracts does not say its " + column + ".");
        }
        return value.toString();
    }

    private static int number(DecisionTable.Row row, String column) {
        return new java.math.BigDecimal(text(row, column)).intValueExact();
    }
}
