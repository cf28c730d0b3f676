package org.yekuo.stage.household.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.household.Households.State;
import org.yekuo.stage.household.HouseholdsMetered;
import org.yekuo.stage.metering.Installations;
import org.yekuo.stage.metering.Installations.Lot;
import org.yekuo.stage.metering.Installations.LotMeter;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/** Installs the meters of a list (批量装表): each household's in a part of the case of its own. */
@Component
class HouseholdMeteringWork implements StageWork<HouseholdsMetered> {

    private final HouseholdStore store;
    private final Installations installations;

    HouseholdMeteringWork(HouseholdStore store, Installations installations) {
        this.store = store;
        this.installations = installations;
    }

    @Override
    public String key() {
        return "household-metering";
    }

    @Override
    public Class<HouseholdsMetered> resultType() {
        return HouseholdsMetered.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("households", store.count(view.caseNo()));
    }

    @Override
    public List<Violation> check(CaseView view, HouseholdsMetered result) {
        var found = new ArrayList<Violation>();
        if (result.installedOn().isAfter(view.today())) {
            found.add(Violation.at("installedOn", "metering.installed-in-future", result.installedOn(), view.today()));
        }
        if (result.installers().isEmpty() || result.installers().stream().anyMatch(String::isBlank)) {
            found.add(Violation.at("installers", "metering.no-installer"));
        }
        if (result.certifiedUntil().isBefore(result.installedOn())) {
            found.add(Violation.at("certifiedUntil", "metering.certificate-expired", result.certificateNo(), result.certifiedUntil(), result.installedOn()));
        }
        var listed = store.all(view.caseNo(), State.LISTED);
        found.addAll(Leaving.check(result.leftOutOrNone(), listed));
        var installed = Leaving.others(result.leftOutOrNone(), listed);
        installations.devicesInUse(view.unit(), installed.stream().map(household -> household.assetNo()).toList())
                .forEach((assetNo, other) -> found.add(Violation.of("metering.asset-in-use", assetNo, other)));
        installations.sealsInUse(view.unit(), installed.stream().map(household -> household.sealNo()).toList())
                .forEach((sealNo, other) -> found.add(Violation.of("metering.seal-in-use", sealNo, other)));
        return found;
    }

    @Override
    public Effects apply(CaseView view, HouseholdsMetered result) {
        return Effects.passed().letter("METER_SLIP", Map.of("orderNo", orderNo(view), "customerName", view.application().customerName(),
                "address", view.application().address(), "installedOn", result.installedOn().toString(), "installers", result.installers(),
                "households", Leaving.others(result.leftOutOrNone(), store.all(view.caseNo(), State.LISTED)).size(), "customerSigner", result.customerSigner()));
    }

    @Override
    public void record(CaseView view, HouseholdsMetered result) {
        result.leftOutOrNone().forEach(left -> store.leaveOut(view.caseNo(), left.n(), left.reason()));
        var meters = store.all(view.caseNo(), State.LISTED).stream()
                .map(household -> new LotMeter(household.n(), household.assetNo(), household.startKwh(), household.sealNo())).toList();
        var refused = installations.install(view.caseNo(), new Lot(orderNo(view), result.installedOn(), result.installers(), result.customerSigner(), result.spec(),
                result.accuracy(), result.certificateNo(), result.certifiedUntil(), meters));
        if (!refused.isEmpty()) {
            throw new YekuoException("household.meters-taken", "Meters of " + view.caseNo() + " were taken while they were installed: " + refused);
        }
        store.metered(view.caseNo());
    }

    private static String orderNo(CaseView view) {
        return "%s-PL%02d".formatted(view.caseNo(), view.round());
    }
}
