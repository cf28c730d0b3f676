package org.yekuo.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yekuo.vocabulary.Text;

/**
 * The working calendar (工作日历): Monday to Friday, less the rest days and plus the working weekends the State Council publishes for each year.
 * Days of a year not published count as plain weekdays and are provisional. Immutable; counting is O(1), adding O(log n).
 */
public final class WorkCalendar {

    /** A day a notice moves: a rest day (REST, 放假) or a working day on a weekend (WORK, 调休上班). */
    public record SpecialDay(LocalDate date, Rule rule, Text occasion) {

        public enum Rule { REST, WORK }
    }

    /** Two days and all between them. */
    public record Span(LocalDate first, LocalDate last) {}

    private final SortedMap<LocalDate, SpecialDay> days;
    private final Map<LocalDate, SpecialDay> special;
    private final SortedSet<Integer> years;
    private final String version;
    private final long first;
    private final long last;
    /** {@code sums[i]}: working days from {@code first} to {@code first + i}, both included. */
    private final int[] sums;

    /** A calendar of the years in which {@code days} lie. */
    public WorkCalendar(List<SpecialDay> days) {
        var sorted = new TreeMap<LocalDate, SpecialDay>();
        var published = new TreeSet<Integer>();
        for (var day : days) {
            if (sorted.put(day.date(), day) != null) {
                throw new IllegalArgumentException("The calendar lists " + day.date() + " twice.");
            }
            published.add(day.date().getYear());
        }
        if (published.isEmpty()) {
            throw new IllegalArgumentException("A calendar without a published year can count nothing for certain.");
        }
        this.days = Collections.unmodifiableSortedMap(sorted);
        special = Map.copyOf(sorted);
        years = Collections.unmodifiableSortedSet(published);
        version = version(sorted.values(), published.last());
        first = LocalDate.of(published.first(), 1, 1).toEpochDay();
        last = LocalDate.of(published.last(), 12, 31).toEpochDay();
        sums = sums();
    }

    /** Names this data: {@code cn-<last published year>-<hash of all days>}. Equal data has equal versions, on every machine. */
    public String version() {
        return version;
    }

    /** The years whose notice is in this calendar. */
    public SortedSet<Integer> publishedYears() {
        return years;
    }

    /** Every day a notice moves, in order. */
    public Collection<SpecialDay> specialDays() {
        return days.values();
    }

    /** What kind of day {@code date} is and why. */
    public CalendarDay day(LocalDate date) {
        var provisional = !years.contains(date.getYear());
        var moved = special.get(date);
        if (moved == null) {
            return new CalendarDay(date, isWeekend(date) ? DayKind.WEEKEND : DayKind.WEEKDAY, Optional.empty(), provisional);
        }
        var kind = switch (moved.rule()) {
            case REST -> DayKind.HOLIDAY;
            case WORK -> isWeekend(date) ? DayKind.WORKING_WEEKEND : DayKind.WEEKDAY;
        };
        return new CalendarDay(date, kind, Optional.of(moved.occasion()), provisional);
    }

    public boolean isWorking(LocalDate date) {
        var moved = special.get(date);
        return moved == null ? !isWeekend(date) : moved.rule() == SpecialDay.Rule.WORK;
    }

    /** From the first to the last day that is a working day in one of two calendars and not in the other; empty when they count alike. */
    public Optional<Span> changedAgainst(WorkCalendar other) {
        var changed = new TreeSet<LocalDate>();
        days.keySet().stream().filter(day -> isWorking(day) != other.isWorking(day)).forEach(changed::add);
        other.days.keySet().stream().filter(day -> isWorking(day) != other.isWorking(day)).forEach(changed::add);
        return changed.isEmpty() ? Optional.empty() : Optional.of(new Span(changed.first(), changed.last()));
    }

    /** The first working day after {@code date}. */
    public LocalDate next(LocalDate date) {
        return add(date, 1);
    }

    /** The {@code n}-th working day after {@code day0}, which may be any calendar day; 0 gives {@code day0} itself. */
    public LocalDate add(LocalDate day0, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("A limit has no negative days: " + n + ".");
        }
        return n == 0 ? day0 : LocalDate.ofEpochDay(firstWith(workingUntil(day0.toEpochDay()) + n));
    }

    /** Working days in ({@code from}, {@code to}]; negative when {@code to} lies before {@code from}. */
    public int count(LocalDate from, LocalDate to) {
        return Math.toIntExact(workingUntil(to.toEpochDay()) - workingUntil(from.toEpochDay()));
    }

    /** {@link #add} with every day on the way, counted or skipped, and why. */
    public DueDate explain(LocalDate day0, int n) {
        var due = add(day0, n);
        var counted = new ArrayList<CalendarDay>();
        var skipped = new ArrayList<CalendarDay>();
        for (var date = day0.plusDays(1); !date.isAfter(due); date = date.plusDays(1)) {
            var day = day(date);
            (day.isWorking() ? counted : skipped).add(day);
        }
        return new DueDate(day0, n, due, counted, skipped, version);
    }

    /** Working days from the first published day to {@code day}; runs on as plain weekdays on both sides of the published years. */
    private long workingUntil(long day) {
        if (day < first) {
            return weekdaysUntil(day) - weekdaysUntil(first - 1);
        }
        return day <= last ? sums[(int) (day - first)] : total() + weekdaysUntil(day) - weekdaysUntil(last);
    }

    /** The earliest day whose {@link #workingUntil} is {@code target}, that day being a working day. */
    private long firstWith(long target) {
        if (target <= 0) {
            return firstWeekdayWith(target + weekdaysUntil(first - 1));
        }
        if (target > total()) {
            return firstWeekdayWith(target - total() + weekdaysUntil(last));
        }
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return first + low;
    }

    private long total() {
        return sums[sums.length - 1];
    }

    private int[] sums() {
        var result = new int[(int) (last - first) + 1];
        int sum = 0;
        for (int i = 0; i < result.length; i++) {
            sum += isWorking(LocalDate.ofEpochDay(first + i)) ? 1 : 0;
            result[i] = sum;
        }
        return result;
    }

    /** Mondays to Fridays since Monday 1969-12-29, that day included; negative before it. */
    private static long weekdaysUntil(long epochDay) {
        long day = epochDay + 3;
        return Math.floorDiv(day, 7L) * 5 + Math.min(Math.floorMod(day, 7L) + 1, 5);
    }

    private static long firstWeekdayWith(long weekdays) {
        return Math.floorDiv(weekdays - 1, 5L) * 7 + Math.floorMod(weekdays - 1, 5L) - 3;
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static String version(Iterable<SpecialDay> days, int lastYear) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var day : days) {
                digest.update((day.date() + "," + day.rule() + "," + day.occasion().zh() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return "cn-" + lastYear + "-" + HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 6));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
