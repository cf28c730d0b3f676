package org.yekuo.organisation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Notes that somebody is away (请假): work goes to colleagues while there are any. */
@Component
public class TakingLeave {

    private final OrganisationStore store;
    private final Organisation organisation;

    TakingLeave(OrganisationStore store, Organisation organisation) {
        this.store = store;
        this.organisation = organisation;
    }

    @Transactional
    public Answer<Staff> leave(String staffNo, LocalDate fromDay, LocalDate toDay) {
        var staff = organisation.staff(staffNo);
        if (staff.isEmpty()) {
            return Answer.invalid(List.of(Violation.at("staff", "organisation.unknown-staff", staffNo, "-")));
        }
        if (toDay.isBefore(fromDay)) {
            return Answer.invalid(List.of(Violation.at("toDay", "organisation.delegation-over", toDay)));
        }
        store.leave(staffNo, fromDay, toDay);
        return Answer.done(staff.get());
    }
}
