package org.yekuo.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.IntakeStore;
import org.yekuo.organisation.Organisation;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;

/** The latest cases within a person's sight as they were taken in, for asking another pack what it would have made of them (规则试算). */
@Component
public class ReadingIntakes {

    /** At most so many at a time. */
    public static final int MOST = 500;

    /**
     * One case at its intake.
     *
     * @param facts       what was known when it was registered, derived facts included
     * @param voltageWish the voltage the customer asked for, in kV, or null
     */
    public record Intake(CaseNo caseNo, String pack, String procedure, LocalDate registeredOn, Facts facts, @Nullable BigDecimal voltageWish) {}

    private final IntakeStore store;
    private final Organisation organisation;
    private final BusinessClock clock;

    ReadingIntakes(IntakeStore store, Organisation organisation, BusinessClock clock) {
        this.store = store;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The {@code most} cases registered last that the person sees, at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<Intake> latest(int most, Actor actor) {
        return store.latest(organisation.scope(actor.id(), clock.today()), Math.clamp(most, 1, MOST));
    }
}
