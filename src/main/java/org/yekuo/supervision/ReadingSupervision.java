package org.yekuo.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.ReadingTurns;
import org.yekuo.form.PageKey;
import org.yekuo.form.PageKey.Kind;
import org.yekuo.form.PageOf;
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
    private static final PageKey BEGINNING = PageKey.of(LocalDate.EPOCH, "", 0);

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
        return cases.counts(units(staffNo));
    }

    /** Those in one state, of the units a person may see, the earliest latest day first. */
    @Transactional(readOnly = true)
    public PageOf<SupervisedCase> page(String staffNo, SupervisedCase.State state, @Nullable String cursor) {
        var from = PageKey.read(cursor, Kind.DAY, Kind.WORD, Kind.NUMBER).orElse(BEGINNING);
        return cases.page(units(staffNo), state, from, PAGE);
    }

    private List<String> units(String staffNo) {
        var scope = organisation.scope(staffNo, clock.today());
        return organisation.units().stream().map(Unit::code).filter(code -> !code.isProvince() && scope.covers(code)).map(code -> code.value()).toList();
    }
}
