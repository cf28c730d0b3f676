package org.yekuo.casework.internal;

import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.organisation.Organisation;
import org.yekuo.vocabulary.Actor;

/** Who sees which case: the unit that handles it and those above, the hall that accepted it, and the customer it is about. */
@Component
public class Sight {

    private final Organisation organisation;
    private final BusinessClock clock;

    Sight(Organisation organisation, BusinessClock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    public boolean sees(Actor actor, CaseFile file) {
        return switch (actor.kind()) {
            case SYSTEM -> true;
            case CUSTOMER -> actor.id().equals("customer:" + file.no);
            case STAFF -> organisation.scope(actor.id(), clock.today()).sees(file.handledBy, file.acceptedByUnit);
        };
    }
}
