package org.yekuo.organisation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Notes that somebody is back before her leave is over (销假): from today on she gets work again; the days before stay noted. */
@Component
public class EndingLeave {

    private final OrganisationStore store;
    private final BusinessClock clock;

    EndingLeave(OrganisationStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param fromDay the first day of the leave, which names it */
    @Transactional
    public Answer<String> end(String staffNo, LocalDate fromDay) {
        return store.endLeave(staffNo, fromDay, clock.today()) ? Answer.done(staffNo)
                : Answer.invalid(List.of(Violation.of("organisation.no-such-leave", staffNo, fromDay)));
    }
}
