package org.yekuo.casework;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.Authorities;
import org.yekuo.casework.internal.CaseStore;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Knows a case's customer, or the agent she authorised, by the end of a telephone number (电话后四位), and lets each act as who they are. */
@Component
public class RecognisingCustomer {

    private static final int TAIL = 4;

    private final CaseStore store;
    private final Authorities authorities;
    private final BusinessClock clock;

    RecognisingCustomer(CaseStore store, Authorities authorities, BusinessClock clock) {
        this.store = store;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** Who the case knows by this end of a telephone number. An agent whose authority has ended is told so; a stranger finds no case. */
    @Transactional(readOnly = true)
    public Answer<Actor> recognise(CaseNo no, String phoneTail) {
        var file = store.read(no);
        // Looked up for everybody, so that a stranger is answered after the same work.
        var agent = file.flatMap(authorities::agent).filter(one -> phoneTail.length() == TAIL && one.phone().endsWith(phoneTail));
        if (file.filter(one -> phoneTail.equals(one.phoneTail)).isPresent()) {
            return Answer.done(customer(file.get()));
        }
        return agent.map(one -> Authorities.ended(one, clock.today()).stream().findFirst().<Answer<Actor>>map(ended -> Answer.refused(Refusal.Kind.FORBIDDEN, ended))
                .orElseGet(() -> Answer.done(Actor.agent(no, one.name())))).orElseGet(() -> Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-case", no)));
    }

    /** The customer of a case, as who she acts in it. */
    @Transactional(readOnly = true)
    public Optional<Actor> customer(CaseNo no) {
        return store.read(no).map(RecognisingCustomer::customer);
    }

    /** The agent of this name while the customer's file names him and his authority lasts, as who he acts in it. */
    @Transactional(readOnly = true)
    public Optional<Actor> agent(CaseNo no, String name) {
        return store.read(no).flatMap(authorities::agent).filter(one -> one.name().equals(name) && Authorities.ended(one, clock.today()).isEmpty())
                .map(one -> Actor.agent(no, name));
    }

    private static Actor customer(CaseFile file) {
        return Actor.customer(file.no, file.application.customerName());
    }
}
