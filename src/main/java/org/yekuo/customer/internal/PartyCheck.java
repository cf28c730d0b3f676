package org.yekuo.customer.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yekuo.customer.IdType;
import org.yekuo.customer.Identities;
import org.yekuo.customer.Party;
import org.yekuo.vocabulary.Violation;

/** What is wrong with a party, all at once. */
final class PartyCheck {

    private static final int LONGEST_NAME = 120;

    private PartyCheck() {}

    static List<Violation> check(Party party, LocalDate today) {
        var violations = new ArrayList<Violation>();
        violations.addAll(name(party.name()));
        violations.addAll(Identities.check(party.idType(), party.idNumber(), today));
        violations.addAll(Identities.checkPhone(party.phone()));
        var agent = party.agent();
        if (agent != null) {
            agent(agent, today).forEach(violation -> violations.add(violation.under("agent")));
        }
        return violations;
    }

    private static List<Violation> agent(Party.Agent agent, LocalDate today) {
        var violations = new ArrayList<Violation>();
        violations.addAll(name(agent.name()));
        violations.addAll(Identities.check(IdType.RESIDENT_ID, agent.idNumber(), today));
        violations.addAll(Identities.checkPhone(agent.phone()));
        if (agent.authorisedUntil() != null && agent.authorisedUntil().isBefore(today)) {
            violations.add(Violation.at("authorisedUntil", "customer.authority-expired", agent.name(), agent.authorisedUntil(), today));
        }
        return violations;
    }

    private static List<Violation> name(String name) {
        if (name.isBlank()) {
            return List.of(Violation.at("name", "customer.name-missing"));
        }
        return name.strip().length() <= LONGEST_NAME ? List.of() : List.of(Violation.at("name", "customer.name-too-long", LONGEST_NAME));
    }
}
