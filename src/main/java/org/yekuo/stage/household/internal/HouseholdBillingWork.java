package org.yekuo.stage.household.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.stage.billing.BillingCards;
import org.yekuo.stage.billing.BillingCards.Card;
import org.yekuo.stage.billing.BillingCards.Places;
import org.yekuo.stage.billing.ReadingCycle;
import org.yekuo.stage.household.Households.Household;
import org.yekuo.stage.household.Households.State;
import org.yekuo.stage.household.HouseholdsBilled;
import org.yekuo.stage.household.HouseholdsEnergised;
import org.yekuo.vocabulary.Violation;

/** Files the cards of the households in one book (户表批量建卡). */
@Component
class HouseholdBillingWork implements StageWork<HouseholdsBilled> {

    private final HouseholdStore store;
    private final BillingCards cards;
    private final Accounts accounts;

    HouseholdBillingWork(HouseholdStore store, BillingCards cards, Accounts accounts) {
        this.store = store;
        this.cards = cards;
        this.accounts = accounts;
    }

    @Override
    public String key() {
        return "household-billing";
    }

    @Override
    public Class<HouseholdsBilled> resultType() {
        return HouseholdsBilled.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("cycle", List.of(ReadingCycle.values()), "households", store.count(view.caseNo()));
    }

    @Override
    public List<Violation> check(CaseView view, HouseholdsBilled result) {
        var energised = view.result("household-energisation", HouseholdsEnergised.class);
        return energised.isEmpty() ? List.of(Violation.of("billing.not-energised"))
                : cards.check(view.unit(), view.caseNo(), places(result, store.count(view.caseNo()).supplied()), energised.get().day());
    }

    private static Places places(HouseholdsBilled result, int households) {
        return new Places(result.book(), result.firstPlace(), households, result.readingDay(), result.cycle(), result.firstReadingOn());
    }

    @Override
    public Effects apply(CaseView view, HouseholdsBilled result) {
        return Effects.passed().message("billing.set-up", Map.of("phase", 0, "book", result.book(), "sequence", result.firstPlace(),
                "firstReadingOn", result.firstReadingOn().toString()));
    }

    @Override
    public void record(CaseView view, HouseholdsBilled result) {
        var supplied = store.all(view.caseNo(), State.SUPPLIED);
        var filed = new ArrayList<Card>();
        var tariff = supplied.stream().findFirst().flatMap(first -> accounts.find(consumerNo(first))).map(ConsumerAccount::tariff).orElse("");
        for (var household : supplied) {
            filed.add(card(view, household, tariff, result, result.firstPlace() + filed.size()));
        }
        cards.file(view.unit(), places(result, supplied.size()), filed);
    }

    private static ConsumerNo consumerNo(Household household) {
        return new ConsumerNo(String.valueOf(household.consumerNo()));
    }

    /** All households of a list have the tariff of their community. */
    private static Card card(CaseView view, Household household, String tariff, HouseholdsBilled result, int place) {
        return new Card(view.caseNo(), household.n(), consumerNo(household), tariff, "SINGLE_PART", null, result.book(), place, result.firstReadingOn(),
                List.of(new BillingCards.Meter(household.assetNo(), String.valueOf(household.n()), BigDecimal.ONE, household.startKwh())));
    }
}
