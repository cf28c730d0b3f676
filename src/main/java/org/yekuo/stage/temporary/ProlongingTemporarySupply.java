package org.yekuo.stage.temporary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingSupply;
import org.yekuo.stage.contract.SupplyContracts;
import org.yekuo.stage.temporary.internal.SupplyRules;
import org.yekuo.stage.temporary.internal.TemporarySupplyStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Prolongs a temporary supply by the customer's application before it ends (临时用电延期), as often and as long as the pack allows. Its contract goes on
 * with it, and reminders begin anew.
 */
@Component
public class ProlongingTemporarySupply {

    /** @param applicationNo the customer's written application */
    public record Prolongation(LocalDate until, String applicationNo, String reason) {}

    private final NotingSupply noting;
    private final TemporarySupplyStore store;
    private final SupplyRules rules;
    private final SupplyContracts contracts;
    private final BusinessClock clock;

    ProlongingTemporarySupply(NotingSupply noting, TemporarySupplyStore store, SupplyRules rules, SupplyContracts contracts, BusinessClock clock) {
        this.noting = noting;
        this.store = store;
        this.rules = rules;
        this.contracts = contracts;
        this.clock = clock;
    }

    public Answer<Acted> prolong(CaseNo no, Prolongation said, Actor actor) {
        return noting.note(no, CaseAct.TEMPORARY_SUPPLY, actor, () -> {
            var found = store.lock(no);
            if (found.isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("temporary.none", no));
            }
            var supply = found.get();
            if (supply.state() != TemporarySupply.State.RUNNING || clock.today().isAfter(supply.until())) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("temporary.not-running", no, supply.until()));
            }
            var rule = rules.of(store.packOf(no));
            var wrong = new ArrayList<Violation>();
            if (supply.prolongations() >= rule.prolongations()) {
                wrong.add(Violation.of("temporary.prolonged-already", supply.prolongations()).citing(rule.clause()));
            }
            if (!said.until().isAfter(supply.until())) {
                wrong.add(Violation.at("until", "temporary.no-longer", said.until(), supply.until()));
            } else if (said.until().isAfter(supply.until().plusMonths(rule.prolongMonths()))) {
                wrong.add(Violation.at("until", "temporary.prolonged-too-far", said.until(), supply.until(), rule.prolongMonths()).citing(rule.clause()));
            }
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            store.prolong(no, said.until(), rule.watchAfter(said.until(), clock.today()));
            contracts.prolong(no.unit(), no, said.until());
            return Answer.done(new NotingSupply.Note("temporary-supply.prolonged", Map.of("was", supply.until().toString(), "until", said.until().toString(),
                    "application", said.applicationNo(), "reason", said.reason())));
        });
    }
}
