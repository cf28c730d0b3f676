package org.yekuo.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.form.PageOf;
import org.yekuo.supervision.internal.JudgedCases;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;

/** The cases behind an indicator (考核台账), the last ended first. */
@Component
public class ReadingJudgedCases {

    /** Which: archived; judged; in time, late; not judged; ended otherwise; called back; content, not content, not reached. */
    public enum Show { ARCHIVED, JUDGED, IN_TIME, LATE, NOT_JUDGED, UNFINISHED, CALLED, REACHED, CONTENT, NOT_CONTENT, NOT_REACHED }

    /**
     * A late round.
     *
     * @param days        by how many days of its limit it was late
     * @param explanation what was said before its day, or null
     */
    public record Late(Text limit, int days, LocalDate due, LocalDate done, @Nullable String explanation) {}

    /** One case; {@code late} is empty where nothing was. */
    public record Item(CaseNo caseNo, String customer, String handledBy, String owner, String category, String ending, LocalDate endedOn, @Nullable LocalDate acceptedOn,
            @Nullable LocalDate poweredOn, BigDecimal capacityKva, int companyDays, String answer, boolean takenOver, List<Late> late) {}

    /**
     * @param category only cases of it, or null
     * @param link     only cases in which it was due, or late where late ones are asked for; or null
     * @param cursor   from the page before, or null at the beginning
     */
    public record Query(@Nullable UnitCode unit, Period period, Show show, @Nullable String category, @Nullable String link, @Nullable String cursor, int size) {

        public Query from(@Nullable String cursor, int size) {
            return new Query(unit, period, show, category, link, cursor, size);
        }
    }

    private final JudgedCases cases;
    private final ReadingIndicators reading;

    ReadingJudgedCases(JudgedCases cases, ReadingIndicators reading) {
        this.cases = cases;
        this.reading = reading;
    }

    @Transactional(readOnly = true)
    public PageOf<Item> cases(String staffNo, Query query) {
        var unit = query.unit();
        return cases.page(reading.units(staffNo, unit == null ? reading.top(staffNo) : unit), query);
    }

    /** How long the list is, of figures already read. */
    public static long length(Indicators whole, Query query) {
        var those = new Indicators(whole.alike().stream().filter(one -> (query.category() == null || one.category().equals(query.category()))
                && (query.link() == null || (query.show() == Show.LATE ? one.late() : one.due()).contains(query.link()))
                && (query.show() != Show.IN_TIME || query.link() == null || !one.late().contains(query.link()))).toList(), whole.weights());
        return switch (query.show()) {
            case ARCHIVED -> those.archived();
            case JUDGED -> those.onTime().among();
            case IN_TIME -> query.link() == null ? those.onTime().of() : those.onTime().among();
            case LATE -> those.onTime().rest();
            case NOT_JUDGED -> those.notJudged();
            case UNFINISHED -> those.unfinished();
            case CALLED -> those.called().of();
            case REACHED -> those.content().among();
            case CONTENT -> those.content().of();
            case NOT_CONTENT -> those.content().rest();
            case NOT_REACHED -> those.called().of() - those.content().among();
        };
    }
}
