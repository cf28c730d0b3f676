package org.yekuo.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Text;

/**
 * One time limit (时限) as one standard has it. It runs when all {@code starts} hold and no {@code stops} does; each row has its own.
 *
 * @param id        unique in the pack
 * @param limit     what is limited: {@code PLAN_REPLY}, {@code CONNECTION} …
 * @param starts    signals, all of which start it; its day 0 is the day of the last
 * @param stops     signals, any of which stops it
 * @param pauses    codes of the reasons that may stop its clock for a while
 * @param amount    how many {@code unit}s
 * @param sumOf     limits of which it is the sum, each {@code LIMIT/STANDARD}; then it has no starts or stops of its own, and ends with the first
 * @param onExpiry  what happens when it runs out
 * @param extension how it may be prolonged, or null when it may not
 */
public record LimitRow(
        String id, String limit, Text name, Standard standard, Criteria applies, List<String> starts, List<String> stops, List<String> pauses,
        int amount, DayUnit unit, List<String> sumOf, OnExpiry onExpiry, @Nullable Extension extension, Basis basis) {

    /** Late is late (a warning), or the case ends as expired (a validity). */
    public enum OnExpiry { WARN, END_CASE }

    /**
     * A prolongation (延期) by at most the original amount.
     *
     * @param applyDaysBefore how many calendar days before the due date it must be asked for
     * @param times           how often
     */
    public record Extension(int applyDaysBefore, int times) {}

    public LimitRow {
        starts = List.copyOf(starts);
        stops = List.copyOf(stops);
        pauses = List.copyOf(pauses);
        sumOf = List.copyOf(sumOf);
    }
}
