package org.yekuo.stage.energisation.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.yekuo.casework.CaseView;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.energisation.Energised.SwitchedOn;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

/** The energising sheet against the contract, the meters and the plan. */
final class SheetCheck {

    private final CaseView view;
    private final SwitchedOn sheet;
    private final List<Violation> found = new ArrayList<>();

    private SheetCheck(CaseView view, SwitchedOn sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    static List<Violation> check(CaseView view, SwitchedOn sheet) {
        var check = new SheetCheck(view, sheet);
        check.day();
        check.readings();
        check.transformers();
        return check.found;
    }

    private void day() {
        if (sheet.day().isAfter(view.today())) {
            found.add(Violation.at("switchedOn.day", "energisation.in-future", sheet.day(), view.today()));
        }
        // 先合同后送电.
        view.result("contract", ContractSigned.class).filter(contract -> sheet.day().isBefore(contract.signedOn())).ifPresent(contract ->
                found.add(Violation.at("switchedOn.day", "energisation.before-contract", sheet.day(), contract.signedOn())));
        view.result("metering", MeteringInstalled.class).filter(metering -> sheet.day().isBefore(metering.installedOn())).ifPresent(metering ->
                found.add(Violation.at("switchedOn.day", "energisation.before-metering", sheet.day(), metering.installedOn())));
    }

    private void readings() {
        var meters = view.result("metering", MeteringInstalled.class).map(MeteringInstalled::meters).orElse(List.of());
        var read = new HashSet<String>();
        for (int i = 0; i < sheet.readings().size(); i++) {
            var reading = sheet.readings().get(i);
            var field = "switchedOn.readings[" + i + "]";
            if (!read.add(reading.assetNo())) {
                found.add(Violation.at(field + ".assetNo", "energisation.reading-twice", reading.assetNo()));
            }
            var meter = meters.stream().filter(installed -> installed.assetNo().equals(reading.assetNo())).findFirst();
            if (meter.isEmpty()) {
                found.add(Violation.at(field + ".assetNo", "energisation.meter-unknown", reading.assetNo()));
            } else if (meter.get().activeKwh() instanceof BigDecimal installed && reading.activeKwh().compareTo(installed) < 0) {
                found.add(Violation.at(field + ".activeKwh", "energisation.reading-below-installed", reading.assetNo(),
                        reading.activeKwh().toPlainString(), installed.toPlainString()));
            }
        }
        meters.stream().filter(meter -> !read.contains(meter.assetNo())).forEach(meter ->
                found.add(Violation.at("switchedOn.readings", "energisation.reading-missing", meter.assetNo())));
    }

    /** A two-part tariff charges for transformers from the hour they are put to use. */
    private void transformers() {
        var planned = view.result("plan-draft", PlanDraft.class).map(PlanDraft::transformersKva).orElse(BigDecimal.ZERO);
        if (planned.signum() > 0 && (sheet.transformers() == null || sheet.transformers().isEmpty())) {
            found.add(Violation.at("switchedOn.transformers", "energisation.transformer-start-missing"));
        }
    }
}
