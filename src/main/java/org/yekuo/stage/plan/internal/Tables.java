package org.yekuo.stage.plan.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yekuo.regulation.Pack;
import org.yekuo.stage.acceptance.Voltages;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanDraft.MeteringMode;
import org.yekuo.stage.plan.PlanDraft.MeteringPoint;
import org.yekuo.stage.plan.PlanDraft.Scheme;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Violation;

/** A draft against the tables of the pack: voltage, metering, tariff, power factor. */
final class Tables {

    private final Pack pack;
    private final Facts facts;
    private final PlanDraft draft;
    private final List<Violation> found = new ArrayList<>();

    private Tables(Pack pack, Facts facts, PlanDraft draft) {
        this.pack = pack;
        this.facts = facts;
        this.draft = draft;
    }

    /** @param facts those of the case with the draft's own put over them */
    static List<Violation> check(Pack pack, Facts facts, PlanDraft draft) {
        var tables = new Tables(pack, facts, draft);
        tables.voltage();
        tables.metering();
        tables.tariff();
        tables.powerFactor();
        return tables.found;
    }

    private void voltage() {
        var candidates = Voltages.of(pack, facts);
        var chosen = candidates.stream().filter(candidate -> candidate.kv().compareTo(draft.voltageKv()) == 0).findFirst();
        if (chosen.isEmpty()) {
            found.add(Violation.at("voltageKv", "plan.voltage-not-a-candidate", plain(draft.voltageKv()),
                    String.join(", ", candidates.stream().map(candidate -> plain(candidate.kv())).toList())));
        } else if (!chosen.get().preferred() && (draft.choiceReason() == null || draft.choiceReason().isBlank())) {
            found.add(Violation.at("choiceReason", "plan.choice-without-reason", plain(draft.voltageKv())));
        }
    }

    private void metering() {
        if (draft.meteringPoints().isEmpty()) {
            found.add(Violation.at("meteringPoints", "plan.no-metering-point"));
        }
        for (int i = 0; i < draft.meteringPoints().size(); i++) {
            var point = draft.meteringPoints().get(i);
            var field = "meteringPoints[" + i + "]";
            must(field + ".meteringClass", "plan.metering-class", "meter-class", "meterClass", point.meteringClass());
            must(field + ".mode", "plan.metering-mode", "metering-mode", "mode", point.mode().name());
            ratios(field, point);
        }
    }

    private void ratios(String field, MeteringPoint point) {
        if (point.mode() != MeteringMode.LOW_LOW && point.ctRatio() == null) {
            found.add(Violation.at(field + ".ctRatio", "plan.ct-ratio-missing"));
        }
        if (point.mode() == MeteringMode.HIGH_HIGH && point.ptRatio() == null) {
            found.add(Violation.at(field + ".ptRatio", "plan.pt-ratio-missing"));
        }
        if (point.mode() != MeteringMode.HIGH_HIGH && point.ptRatio() != null) {
            found.add(Violation.at(field + ".ptRatio", "plan.pt-ratio-without-high-voltage-metering"));
        }
    }

    private void tariff() {
        var chosen = draft.tariff().scheme().name();
        boolean mayChoose = pack.one("tariff-scheme", facts).filter(row -> chosen.equals(row.gives().get("optional"))).isPresent();
        if (!mayChoose) {
            must("tariff.scheme", "plan.tariff-scheme", "tariff-scheme", "scheme", chosen);
        }
        boolean twoPart = draft.tariff().scheme() == Scheme.TWO_PART;
        if (twoPart != (draft.tariff().basis() != null)) {
            found.add(Violation.at("tariff.basis", twoPart ? "plan.capacity-charge-basis" : "plan.capacity-charge-basis-without-two-part"));
        }
    }

    private void powerFactor() {
        var row = pack.one("power-factor", facts);
        if (row.isEmpty()) {
            return;
        }
        var standard = row.get().gives().get("standard") instanceof Number number ? new BigDecimal(number.toString()) : null;
        var planned = draft.tariff().powerFactor();
        if (standard == null && planned != null) {
            found.add(Violation.at("tariff.powerFactor", "plan.power-factor-not-adjusted").citing(row.get().basis().clause()));
        } else if (standard != null && (planned == null || planned.compareTo(standard) != 0)) {
            found.add(Violation.at("tariff.powerFactor", "plan.power-factor", standard.toPlainString()).citing(row.get().basis().clause()));
        }
    }

    /** A table that says nothing of these facts demands nothing. */
    private void must(String field, String rule, String table, String column, String planned) {
        pack.one(table, facts).filter(row -> row.gives().containsKey(column)).ifPresent(row -> {
            var demanded = String.valueOf(row.gives().get(column));
            if (!demanded.equals(planned)) {
                found.add(Violation.at(field, rule, planned, demanded).citing(row.basis().clause()));
            }
        });
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
