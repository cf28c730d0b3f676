package org.yekuo.casework.internal;

import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Scope;
import org.yekuo.vocabulary.Actor;

/** Who sees which case: the unit that handles it and those above, the hall that accepted it, the customer it is about, and her agent. */
@Component
public class Sight {

    private final Organisation organisation;
    private final BusinessClock clock;

    Sight(Organisation organisation, BusinessClock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** While a transfer is not answered, the unit that sent the case still sees it. */
    private static boolean sees(Scope scope, CaseFile file) {
        return scope.sees(file.handledBy, file.acceptedByUnit)
                || file.transfers.stream().anyMatch(transfer -> transfer.open() && scope.covers(transfer.from));
    }

    public boolean sees(Actor actor, CaseFile file) {
        return switch (actor.kind()) {
            case SYSTEM -> true;
            case CUSTOMER -> actor.id().equals("customer:" + file.no);
            case AGENT -> actor.id().equals("agent:" + file.no);
            case STAFF -> sees(organisation.scope(actor.id(), clock.today()), file);
        };
    }
}
