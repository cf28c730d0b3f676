package org.yekuo.supervision;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.ReadingTurns;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.supervision.internal.SupervisedCases;
import org.yekuo.supervision.internal.UrgingStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** Reads what is urged and supervised; of another unit's cases nothing is there. */
@Component
public class ReadingSupervision {

    private static final int MOST_URGINGS = 50;
    private static final int PAGE = 50;

    /** A page, and where the next begins. */
    public record Page(List<SupervisedCase> items, @Nullable String next) {}

    private final SupervisedCases cases;
    private final UrgingStore urgings;
    private final ReadingCase reading;
    private final ReadingTurns turns;
    private final Organisation organisation;
    private final BusinessClock clock;

    ReadingSupervision(SupervisedCases cases, UrgingStore urgings, ReadingCase reading, ReadingTurns turns, Organisation organisation, BusinessClock clock) {
        this.cases = cases;
        this.urgings = urgings;
        this.reading = reading;
        this.turns = turns;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** What of one case was supervised, the newest first. */
    @Transactional(readOnly = true)
    public List<SupervisedCase> of(CaseNo no, Actor actor) {
        return reading.summary(no, actor).isPresent() ? cases.of(no) : List.of();
    }

    /** What of one case was urged, the newest first. */
    @Transactional(readOnly = true)
    public List<Urging> urgings(CaseNo no, Actor actor) {
        return reading.summary(no, actor).isPresent() ? urgings.of(no) : List.of();
    }

    /** What a person is urged about and has neither answered nor done. */
    @Transactional(readOnly = true)
    public List<Urging> toAnswer(String staffNo) {
        var open = urgings.to(staffNo, MOST_URGINGS);
        var still = turns.openParts(open.stream().map(Urging::caseNo).distinct().toList());
        return open.stream().filter(one -> isOpen(one, still.getOrDefault(one.caseNo(), List.of()))).toList();
    }

    private static boolean isOpen(Urging one, List<String> parts) {
        return one.about().isEmpty() || one.about().startsWith("limit:") ? !parts.isEmpty() : parts.contains(one.about());
    }

    /** How many are in each state, of the units a person may see. */
    @Transactional(readOnly = true)
    public Map<SupervisedCase.State, Long> counts(String staffNo) {
        var units = units(staffNo);
        var counts = new LinkedHashMap<SupervisedCase.State, Long>();
        for (var state : SupervisedCase.State.values()) {
            counts.put(state, cases.count(units, state));
        }
        return counts;
    }

    /** Those in one state, of the units a person may see, the earliest latest day first. */
    @Transactional(readOnly = true)
    public Page page(String staffNo, SupervisedCase.State state, @Nullable String cursor) {
        var from = Key.of(cursor);
        var rows = cases.page(units(staffNo), state, from.day(), from.caseNo(), from.n(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        var items = more ? rows.subList(0, PAGE) : rows;
        return new Page(List.copyOf(items), more ? Key.of(items.getLast()) : null);
    }

    private List<String> units(String staffNo) {
        var scope = organisation.scope(staffNo, clock.today());
        return organisation.units().stream().map(Unit::code).filter(code -> !code.isProvince() && scope.covers(code)).map(code -> code.value()).toList();
    }

    /** Where a page ended; one of somebody's own making is the beginning. */
    private record Key(LocalDate day, String caseNo, int n) {

        private static final Key BEGINNING = new Key(LocalDate.of(1900, 1, 1), "", 0);

        static Key of(@Nullable String cursor) {
            try {
                var parts = cursor == null ? new String[0] : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
                return parts.length == 3 ? new Key(LocalDate.parse(parts[0]), parts[1], Integer.parseInt(parts[2])) : BEGINNING;
            } catch (IllegalArgumentException | DateTimeException madeUp) {
                return BEGINNING;
            }
        }

        static String of(SupervisedCase last) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString((last.answerBy() + "|" + last.caseNo() + "|" + last.n()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
