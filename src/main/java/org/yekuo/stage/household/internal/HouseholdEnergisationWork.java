package org.yekuo.stage.household.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.customer.AccountOrder;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.customer.Premises;
import org.yekuo.stage.acceptance.ApplyingForHouseholds;
import org.yekuo.stage.energisation.Energisations;
import org.yekuo.stage.energisation.Energisations.Energisation;
import org.yekuo.stage.household.Households.State;
import org.yekuo.stage.household.HouseholdsEnergised;
import org.yekuo.stage.household.HouseholdsMetered;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/** Gives the metered households power (批量接户送电) once their community, or its phase, has it; each gets an account at its own place. */
@Component
class HouseholdEnergisationWork implements StageWork<HouseholdsEnergised> {

    private final HouseholdStore store;
    private final Energisations energisations;
    private final Accounts accounts;
    private final Premises premises;

    HouseholdEnergisationWork(HouseholdStore store, Energisations energisations, Accounts accounts, Premises premises) {
        this.store = store;
        this.energisations = energisations;
        this.accounts = accounts;
        this.premises = premises;
    }

    @Override
    public String key() {
        return "household-energisation";
    }

    @Override
    public Class<HouseholdsEnergised> resultType() {
        return HouseholdsEnergised.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("households", store.count(view.caseNo()), "communityHasPower", community(view).isPresent());
    }

    @Override
    public List<Violation> check(CaseView view, HouseholdsEnergised result) {
        var found = new ArrayList<Violation>();
        if (result.day().isAfter(view.today())) {
            found.add(Violation.at("day", "energisation.in-future", result.day(), view.today()));
        }
        var community = community(view);
        if (community.isEmpty()) {
            found.add(Violation.of("household.community-without-power"));
        } else if (result.day().isBefore(community.get().day())) {
            found.add(Violation.at("day", "household.before-community", result.day(), community.get().day()));
        }
        view.result("household-metering", HouseholdsMetered.class).filter(metered -> result.day().isBefore(metered.installedOn()))
                .ifPresent(metered -> found.add(Violation.at("day", "energisation.before-metering", result.day(), metered.installedOn())));
        found.addAll(Leaving.check(result.leftOutOrNone(), store.all(view.caseNo(), State.METERED)));
        return found;
    }

    /** What gave the community, or the phase these households belong to, its power. */
    private Optional<Energisation> community(CaseView view) {
        return store.batch(view.caseNo()).flatMap(batch -> energisations.of(view.unit(), batch.community()).stream()
                .filter(energised -> energised.phase() == batch.phase() || batch.phase() == 0).findFirst());
    }

    @Override
    public Effects apply(CaseView view, HouseholdsEnergised result) {
        int households = Leaving.others(result.leftOutOrNone(), store.all(view.caseNo(), State.METERED)).size();
        return Effects.passed()
                .letter("ENERGISATION_SLIP", Map.of("customerName", view.application().customerName(), "address", view.application().address(),
                        "day", result.day().toString(), "time", result.time().toString(), "households", households, "customerSigner", result.customerSigner()))
                .message("household.energised", Map.of("day", result.day().toString(), "households", households));
    }

    @Override
    public void record(CaseView view, HouseholdsEnergised result) {
        result.leftOutOrNone().forEach(left -> store.leaveOut(view.caseNo(), left.n(), left.reason()));
        var community = community(view).orElseThrow(() -> new YekuoException("household.no-community-power", "The community of " + view.caseNo() + " has no power."));
        var tariff = accounts.find(community.consumerNo()).map(ConsumerAccount::tariff).orElse("居民生活用电");
        var voltage = view.facts().number("voltageKv").orElseThrow();
        for (var household : store.all(view.caseNo(), State.METERED)) {
            var place = premises.register(view.unit(), household.address(), view.application().area());
            var kva = ApplyingForHouseholds.kva(household.kw());
            var account = accounts.open(new AccountOrder(view.caseNo(), view.customerId(), place.id(), kva, voltage, tariff, result.day()));
            energisations.put(new Energisation(view.caseNo(), household.n(), result.day(), result.time(), kva, account.consumerNo()));
            store.supplied(view.caseNo(), household.n(), account.consumerNo());
        }
    }
}
