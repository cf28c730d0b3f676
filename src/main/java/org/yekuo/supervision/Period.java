package org.yekuo.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A span of days indicators are read for (统计期间), both days included.
 *
 * @param text as an address says it: {@code 2008}, {@code 2008-Q2}, {@code 2008-04}, or {@code 2008-04-01..2008-04-20}
 */
public record Period(String text, LocalDate from, LocalDate to) {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");
    private static final int LONGEST_YEARS = 10;

    public static Period year(int year) {
        return new Period(String.format("%04d", year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static Period month(YearMonth month) {
        return new Period(month.toString(), month.atDay(1), month.atEndOfMonth());
    }

    public static Period quarter(int year, int quarter) {
        var first = YearMonth.of(year, quarter * 3 - 2);
        return new Period(String.format("%04d-Q%d", year, quarter), first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    /** None where the text says no period, the days are the wrong way round, or lie more than ten years apart. */
    public static Optional<Period> read(String text) {
        try {
            var year = YEAR.matcher(text);
            var quarter = QUARTER.matcher(text);
            var month = MONTH.matcher(text);
            var days = DAYS.matcher(text);
            if (year.matches()) {
                return Optional.of(year(Integer.parseInt(year.group(1))));
            }
            if (quarter.matches()) {
                return Optional.of(quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2))));
            }
            if (month.matches()) {
                return Optional.of(month(YearMonth.parse(text)));
            }
            return days.matches() ? days(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2))) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Period> days(LocalDate from, LocalDate to) {
        return to.isBefore(from) || to.isAfter(from.plusYears(LONGEST_YEARS)) ? Optional.empty() : Optional.of(new Period(from + ".." + to, from, to));
    }

    /** The period of the same kind before ({@code -1}) or after it ({@code 1}). */
    public Period next(int by) {
        if (YEAR.matcher(text).matches()) {
            return year(from.getYear() + by);
        }
        if (QUARTER.matcher(text).matches()) {
            var first = YearMonth.from(from).plusMonths(by * 3L);
            return quarter(first.getYear(), (first.getMonthValue() + 2) / 3);
        }
        if (MONTH.matcher(text).matches()) {
            return month(YearMonth.from(from).plusMonths(by));
        }
        long days = (to.toEpochDay() - from.toEpochDay() + 1) * by;
        return new Period(from.plusDays(days) + ".." + to.plusDays(days), from.plusDays(days), to.plusDays(days));
    }

    /** The first month of the twelve that end with the period, or of the period itself where it is longer. */
    YearMonth firstMonth() {
        var twelve = YearMonth.from(to).minusMonths(11);
        var own = YearMonth.from(from);
        return own.isBefore(twelve) ? own : twelve;
    }
}
