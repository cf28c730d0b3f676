package org.yekuo.organisation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.DelegatingRole.Delegation;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Takes a delegation back (收回代理): from today on the delegate may no longer act; what she did before stays hers. */
@Component
public class EndingDelegation {

    private final OrganisationStore store;
    private final BusinessClock clock;

    EndingDelegation(OrganisationStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional
    public Answer<Delegation> end(Delegation delegation) {
        return store.end(delegation, clock.today()) ? Answer.done(delegation)
                : Answer.invalid(List.of(Violation.of("organisation.no-such-delegation", delegation.from(), delegation.to())));
    }
}
