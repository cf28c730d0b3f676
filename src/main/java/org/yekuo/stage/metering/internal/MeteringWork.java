package org.yekuo.stage.metering.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.SiteWork;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.organisation.Role;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.metering.MeteringInstalled.Device;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

/** Takes the meter work order (计量装置安装, 细则 3.5): issued and verified in parts of their own, installed and sealed by the lead. */
@Component
class MeteringWork implements StageWork<MeteringInstalled>, SiteWork {

    private final InstallationStore store;
    private final Appointments appointments;

    MeteringWork(InstallationStore store, Appointments appointments) {
        this.store = store;
        this.appointments = appointments;
    }

    @Override
    public String key() {
        return "metering";
    }

    @Override
    public Role crew() {
        return Role.METER_INSTALLER;
    }

    @Override
    public Class<MeteringInstalled> resultType() {
        return MeteringInstalled.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        var choices = new TreeMap<String, Object>();
        choices.put("devices.kind", List.of(MeteringInstalled.Kind.values()));
        choices.put("seals.position", List.of(MeteringInstalled.Position.values()));
        view.result("plan-draft", PlanDraft.class).ifPresent(plan -> choices.put("devices.point", plan.meteringPoints()));
        view.pack().one("meter-class", view.facts()).ifPresent(row -> choices.put("accuracy", row.gives()));
        return choices;
    }

    @Override
    public List<Violation> check(CaseView view, MeteringInstalled result) {
        var found = new ArrayList<Violation>();
        if (result.installedOn().isAfter(view.today())) {
            found.add(Violation.at("installedOn", "metering.installed-in-future", result.installedOn(), view.today()));
        }
        if (result.installers().isEmpty() || result.installers().stream().anyMatch(String::isBlank)) {
            found.add(Violation.at("installers", "metering.no-installer"));
        }
        var plan = view.result("plan-draft", PlanDraft.class);
        if (plan.isEmpty()) {
            found.add(Violation.of("metering.no-plan"));
        } else {
            found.addAll(Devices.check(plan.get(), view.pack().one("meter-class", view.facts()).orElse(null), result,
                    view.results(key(), MeteringInstalled.class)));
        }
        found.addAll(seals(result));
        found.addAll(elsewhere(view, result));
        return found;
    }

    private static List<Violation> seals(MeteringInstalled result) {
        var found = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (int i = 0; i < result.seals().size(); i++) {
            var seal = result.seals().get(i);
            if (!seen.add(seal.sealNo())) {
                found.add(Violation.at("seals[" + i + "].sealNo", "metering.seal-twice", seal.sealNo()));
            }
            if (seal.assetNo() != null && result.devices().stream().noneMatch(device -> device.assetNo().equals(seal.assetNo()))) {
                found.add(Violation.at("seals[" + i + "].assetNo", "metering.seal-on-unknown-device", seal.sealNo(), seal.assetNo()));
            }
        }
        for (var meter : result.meters()) {
            if (result.seals().stream().noneMatch(seal -> seal.position() == MeteringInstalled.Position.METER && meter.assetNo().equals(seal.assetNo()))) {
                found.add(Violation.at("seals", "metering.meter-unsealed", meter.assetNo()));
            }
        }
        return found;
    }

    /** A device is in one place, a seal is used once. */
    private List<Violation> elsewhere(CaseView view, MeteringInstalled result) {
        var found = new ArrayList<Violation>();
        var assetNos = result.devices().stream().map(Device::assetNo).toList();
        var sealNos = result.seals().stream().map(MeteringInstalled.Seal::sealNo).toList();
        store.lock(view.unit(), Stream.concat(assetNos.stream(), sealNos.stream()).toList());
        var devices = store.devicesElsewhere(view.caseNo(), view.phase(), assetNos);
        var seals = store.sealsElsewhere(view.caseNo(), view.phase(), sealNos);
        for (int i = 0; i < result.devices().size(); i++) {
            var other = devices.get(result.devices().get(i).assetNo());
            if (other != null) {
                found.add(Violation.at("devices[" + i + "].assetNo", "metering.asset-in-use", result.devices().get(i).assetNo(), other));
            }
        }
        for (int i = 0; i < result.seals().size(); i++) {
            var other = seals.get(result.seals().get(i).sealNo());
            if (other != null) {
                found.add(Violation.at("seals[" + i + "].sealNo", "metering.seal-in-use", result.seals().get(i).sealNo(), other));
            }
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, MeteringInstalled result) {
        return Effects.passed().letter("METER_SLIP", Map.of(
                "orderNo", orderNo(view), "customerName", view.application().customerName(), "address", view.application().address(),
                "installedOn", result.installedOn().toString(), "installers", result.installers(), "customerSigner", result.customerSigner(),
                "devices", result.devices().stream().map(MeteringWork::line).toList(),
                "seals", result.seals().stream().map(MeteringWork::line).toList()));
    }

    private static Map<String, Object> line(MeteringInstalled.Seal seal) {
        var line = new TreeMap<String, Object>(Map.of("sealNo", seal.sealNo(), "position", seal.position().name(), "positionName", seal.position()));
        var assetNo = seal.assetNo();
        if (assetNo != null) {
            line.put("sealed", assetNo);
        }
        return line;
    }

    private static Map<String, Object> line(Device device) {
        var line = new TreeMap<String, Object>(Map.of("point", device.point(), "kind", device.kind().name(), "kindName", device.kind(), "assetNo", device.assetNo(),
                "spec", device.spec(), "accuracy", device.accuracy(), "certificate", device.certificate().no()));
        if (device.ratio() != null) {
            line.put("ratio", device.ratio());
        }
        if (device.activeKwh() != null) {
            line.put("activeKwh", device.activeKwh());
        }
        return line;
    }

    @Override
    public void record(CaseView view, MeteringInstalled result) {
        store.put(view.caseNo(), view.phase(), orderNo(view), result);
        appointments.done(view, key());
    }

    @Override
    public void release(CaseView view) {
        store.takeOff(view.caseNo(), view.today());
    }

    /** 装接单号: the case's, its phase and which of its orders it is. */
    private static String orderNo(CaseView view) {
        return "%s-ZJ%02d-%02d".formatted(view.caseNo(), view.phase(), view.round());
    }
}
