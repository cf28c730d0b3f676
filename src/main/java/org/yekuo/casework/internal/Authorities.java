package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.Customers;
import org.yekuo.vocabulary.Violation;

/** Whom a case's customer has authorised, and until when (授权委托书). It is the customer's file that says so, whenever it is asked. */
@Component
public class Authorities {

    private final Customers customers;

    Authorities(Customers customers) {
        this.customers = customers;
    }

    /** The agent on the customer's file, his numbers masked. */
    public Optional<CustomerView.AgentView> agent(CaseFile file) {
        return customers.view(file.unit(), file.customerId).map(CustomerView::agent);
    }

    /** What stands against an agent who acts now: the customer names another or none, or his authority has ended. */
    List<Violation> fault(Desk desk) {
        var name = desk.moment.actor().name();
        return agent(desk.file).filter(agent -> agent.name().equals(name)).map(agent -> ended(agent, desk.moment.today()))
                .orElseGet(() -> List.of(Violation.of("casework.authority-none", name)));
    }

    /** That an agent's authority has ended; the day named in the letter is its last. */
    public static List<Violation> ended(CustomerView.AgentView agent, LocalDate today) {
        var until = agent.authorisedUntil();
        return until == null || !until.isBefore(today) ? List.of() : List.of(Violation.of("casework.authority-ended", agent.name(), until));
    }
}
