package org.yekuo.stage.household.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.household.HouseholdsListed;
import org.yekuo.vocabulary.Violation;

/** Closes the list of households (户表清单受理): at least one is on it. */
@Component
class HouseholdListWork implements StageWork<HouseholdsListed> {

    private final HouseholdStore store;

    HouseholdListWork(HouseholdStore store) {
        this.store = store;
    }

    @Override
    public String key() {
        return "household-list";
    }

    @Override
    public Class<HouseholdsListed> resultType() {
        return HouseholdsListed.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("households", store.count(view.caseNo()));
    }

    @Override
    public List<Violation> check(CaseView view, HouseholdsListed result) {
        var found = new ArrayList<Violation>();
        if (store.count(view.caseNo()).live() == 0) {
            found.add(Violation.of("household.list-empty"));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, HouseholdsListed result) {
        return Effects.passed().letter("HOUSEHOLD_LIST", Map.of("customerName", view.application().customerName(), "address", view.application().address(),
                "households", store.count(view.caseNo()).live(), "customerSigner", result.customerSigner()));
    }

    @Override
    public void release(CaseView view) {
        store.giveUp(view.caseNo(), "案件终止");
    }
}
