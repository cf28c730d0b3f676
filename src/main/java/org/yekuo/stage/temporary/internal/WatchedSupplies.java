package org.yekuo.stage.temporary.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.stage.acceptance.StandingSupply;
import org.yekuo.stage.temporary.TemporarySupplies;
import org.yekuo.stage.temporary.TemporarySupply;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Begins to watch what was energised, ends what a permanent supply took the place of, and stands against alterations (不受理变更). */
@Component
class WatchedSupplies implements TemporarySupplies, StandingSupply {

    /** What may always be applied for at the same place: another supply. */
    private static final List<String> NO_ALTERATION = List.of("NEW_INSTALL", "TEMPORARY");

    private final TemporarySupplyStore store;
    private final SupplyRules rules;
    private final Accounts accounts;

    WatchedSupplies(TemporarySupplyStore store, SupplyRules rules, Accounts accounts) {
        this.store = store;
        this.rules = rules;
        this.accounts = accounts;
    }

    @Override
    public void energised(CaseView view, LocalDate day, ConsumerNo consumerNo) {
        var temporary = view.application().temporary();
        if (temporary != null) {
            store.begin(new TemporarySupply(view.caseNo(), view.handledBy().value(), consumerNo, temporary.purpose(), day, temporary.until(), 0,
                    TemporarySupply.State.RUNNING, null, null, null, null), new TemporarySupplyStore.Place(view.customerId(), view.premisesId()),
                    view.pack().id(), rules.of(view.pack().id()).watchAfter(temporary.until(), day));
            return;
        }
        for (var former : store.followedBy(view.caseNo())) {
            accounts.close(former.consumerNo(), view.caseNo(), day);
            store.end(former.caseNo(), TemporarySupply.State.PERMANENT, day);
        }
    }

    @Override
    public List<Violation> against(UnitCode unit, long customerId, long premisesId, String business, LocalDate day) {
        if (NO_ALTERATION.contains(business)) {
            return List.of();
        }
        return store.at(unit, customerId, premisesId).stream()
                .filter(supply -> !rules.of(store.packOf(supply.caseNo())).alterations().contains(business))
                .map(supply -> Violation.at("business", "acceptance.temporary-unalterable", supply.caseNo(), supply.until(), business)
                        .citing(rules.of(store.packOf(supply.caseNo())).clause())).toList();
    }
}
