package org.yekuo.stage.metering.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.metering.MeteringInstalled.Device;
import org.yekuo.stage.metering.MeteringInstalled.Kind;
import org.yekuo.stage.metering.Ratios;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanDraft.MeteringPoint;
import org.yekuo.vocabulary.Violation;

/** What was installed against what was planned and what the rules demand of its accuracy (DL/T 448). */
final class Devices {

    private final PlanDraft plan;
    private final DecisionTable.@Nullable Row demanded;
    private final MeteringInstalled result;
    private final List<MeteringInstalled> otherPhases;
    private final List<Violation> found = new ArrayList<>();

    private Devices(PlanDraft plan, DecisionTable.@Nullable Row demanded, MeteringInstalled result, List<MeteringInstalled> otherPhases) {
        this.plan = plan;
        this.demanded = demanded;
        this.result = result;
        this.otherPhases = otherPhases;
    }

    /**
     * @param demanded    the row of {@code meter-class} that applies, if one does
     * @param otherPhases what the other phases of the project have installed already
     */
    static List<Violation> check(PlanDraft plan, DecisionTable.@Nullable Row demanded, MeteringInstalled result, List<MeteringInstalled> otherPhases) {
        var devices = new Devices(plan, demanded, result, otherPhases);
        var seen = new HashSet<String>();
        for (int i = 0; i < result.devices().size(); i++) {
            var device = result.devices().get(i);
            if (!seen.add(device.assetNo())) {
                devices.found.add(Violation.at("devices[" + i + "].assetNo", "metering.asset-twice", device.assetNo()));
            }
            devices.check("devices[" + i + "]", device);
        }
        plan.meteringPoints().stream().filter(devices::due).forEach(devices::complete);
        return devices.found;
    }

    private void check(String field, Device device) {
        var point = plan.meteringPoints().stream().filter(planned -> planned.no().equals(device.point())).findFirst();
        if (point.isEmpty()) {
            found.add(Violation.at(field + ".point", "metering.point-unknown", device.point(),
                    String.join("、", plan.meteringPoints().stream().map(MeteringPoint::no).toList())));
        } else {
            ratio(field, device, planned(point.get(), device.kind()));
        }
        switch (device.kind()) {
            case METER -> {
                accuracy(field + ".accuracy", device, device.accuracy(), "activeAccuracy");
                if (plan.tariff().powerFactor() != null) {
                    reactive(field, device);
                }
                if (device.activeKwh() == null) {
                    found.add(Violation.at(field + ".activeKwh", "metering.reading-missing", device.assetNo()));
                }
            }
            case CT -> accuracy(field + ".accuracy", device, device.accuracy(), "ctAccuracy");
            case PT -> accuracy(field + ".accuracy", device, device.accuracy(), "ptAccuracy");
        }
        var certificate = device.certificate();
        if (certificate.verifiedOn().isAfter(result.installedOn())) {
            found.add(Violation.at(field + ".certificate.verifiedOn", "metering.installed-unverified", device.assetNo(), certificate.verifiedOn(), result.installedOn()));
        }
        if (certificate.validUntil().isBefore(result.installedOn())) {
            found.add(Violation.at(field + ".certificate.validUntil", "metering.certificate-expired", device.assetNo(), certificate.validUntil(), result.installedOn()));
        }
    }

    private void reactive(String field, Device device) {
        if (device.reactiveAccuracy() != null) {
            accuracy(field + ".reactiveAccuracy", device, device.reactiveAccuracy(), "reactiveAccuracy");
        } else if (demanded != null && demanded.gives().containsKey("reactiveAccuracy")) {
            found.add(Violation.at(field + ".reactiveAccuracy", "metering.reactive-missing", device.assetNo()));
        }
    }

    private void accuracy(String field, Device device, String has, String column) {
        var needs = demanded == null ? null : demanded.gives().get(column);
        if (demanded != null && needs != null && !Accuracy.of(has).meets(needs.toString())) {
            found.add(Violation.at(field, "metering.accuracy", device.assetNo(), has, String.valueOf(demanded.gives().get("meterClass")), needs)
                    .citing(demanded.basis().clause()));
        }
    }

    private void ratio(String field, Device device, @Nullable String planned) {
        if (device.kind() == Kind.METER) {
            return;
        }
        var ratio = device.ratio();
        if (ratio == null) {
            found.add(Violation.at(field + ".ratio", "metering.ratio-missing", device.assetNo()));
        } else if (planned == null) {
            found.add(Violation.at(field + ".kind", "metering.transformer-not-planned", device.assetNo(), device.point()));
        } else if (!Ratios.same(ratio, planned)) {
            found.add(Violation.at(field + ".ratio", "metering.ratio", device.assetNo(), ratio, planned));
        }
    }

    private static @Nullable String planned(MeteringPoint point, Kind kind) {
        return switch (kind) {
            case METER -> null;
            case CT -> point.ctRatio();
            case PT -> point.ptRatio();
        };
    }

    /**
     * Whether a point must be complete now. Of a project in phases each may bring points of its own, or use a meter there is: what was begun is
     * finished, the first phase has a meter, and after the last phase every point has all it needs.
     */
    private boolean due(MeteringPoint point) {
        boolean last = otherPhases.size() + 1 >= plan.phasesOrNone().size();
        boolean begun = result.devices().stream().anyMatch(device -> device.point().equals(point.no()));
        boolean unmetered = result.meters().isEmpty() && otherPhases.stream().allMatch(other -> other.meters().isEmpty());
        return last || begun || unmetered;
    }

    /** The point has its meter, and the transformers the plan gives it. */
    private void complete(MeteringPoint point) {
        for (var kind : Kind.values()) {
            boolean needed = kind == Kind.METER || planned(point, kind) != null;
            if (needed && !has(result, point, kind) && otherPhases.stream().noneMatch(other -> has(other, point, kind))) {
                found.add(Violation.at("devices", "metering.device-missing", point.no(), kind.zh()));
            }
        }
    }

    private static boolean has(MeteringInstalled installed, MeteringPoint point, Kind kind) {
        return installed.devices().stream().anyMatch(device -> device.point().equals(point.no()) && device.kind() == kind);
    }
}
