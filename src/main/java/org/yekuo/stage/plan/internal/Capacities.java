package org.yekuo.stage.plan.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.regulation.Conduct;
import org.yekuo.stage.plan.PlanDraft.SourceRole;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

/** Whether the kVA of a draft fit together: what was applied for, circuits, transformers and phases. */
final class Capacities {

    private static final BigDecimal HIGH_VOLTAGE_KV = BigDecimal.ONE;

    private final Application application;
    private final PlanDraft draft;
    private final Conduct.NeedChange change;
    private final List<Violation> found = new ArrayList<>();

    private Capacities(Application application, PlanDraft draft, Conduct.NeedChange change) {
        this.application = application;
        this.draft = draft;
        this.change = change;
    }

    /** @param change when the need is another one and goes by a linked new case */
    static List<Violation> check(Application application, PlanDraft draft, Conduct.NeedChange change) {
        var check = new Capacities(application, draft, change);
        check.againstTheApplication();
        check.circuits();
        check.transformers();
        check.phases();
        return check.found;
    }

    private void againstTheApplication() {
        var applied = application.load().capacityKva();
        if (change.exceeds(applied, draft.capacityKva())) {
            found.add(Violation.at("capacityKva", "plan.capacity-differs", plain(draft.capacityKva()), plain(applied),
                    plain(change.percent(applied, draft.capacityKva())), plain(change.tolerancePercent())).citing(change.clause()));
        }
    }

    private void circuits() {
        if (draft.circuits().isEmpty()) {
            found.add(Violation.at("circuits", "plan.no-circuit"));
            return;
        }
        var main = draft.circuits().stream().filter(circuit -> circuit.role() == SourceRole.MAIN).toList();
        if (main.isEmpty()) {
            found.add(Violation.at("circuits", "plan.no-main-source"));
        } else {
            var sum = main.stream().map(PlanDraft.Circuit::capacityKva).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(draft.capacityKva()) < 0) {
                found.add(Violation.at("circuits", "plan.main-circuits-too-small", plain(sum), plain(draft.capacityKva())));
            }
        }
        var substationOf = new TreeMap<Integer, String>();
        for (int i = 0; i < draft.circuits().size(); i++) {
            var circuit = draft.circuits().get(i);
            var first = substationOf.putIfAbsent(circuit.source(), circuit.substation());
            if (first != null && !first.equals(circuit.substation())) {
                found.add(Violation.at("circuits[" + i + "].source", "plan.source-in-two-substations", circuit.source(), first, circuit.substation()));
            }
            if (circuit.laying() == PlanDraft.Laying.MIXED && circuit.undergroundAtBoundary() == null) {
                found.add(Violation.at("circuits[" + i + "].undergroundAtBoundary", "plan.boundary-laying-missing"));
            }
        }
        if (substationOf.firstKey() != 1 || substationOf.lastKey() != substationOf.size()) {
            found.add(Violation.at("circuits", "plan.sources-not-counted-through", substationOf.keySet()));
        }
    }

    private void transformers() {
        if (draft.receivingPoints().isEmpty()) {
            found.add(Violation.at("receivingPoints", "plan.no-receiving-point"));
        } else if (draft.voltageKv().compareTo(HIGH_VOLTAGE_KV) >= 0 && draft.transformersKva().compareTo(draft.capacityKva()) < 0) {
            found.add(Violation.at("receivingPoints", "plan.transformers-too-small", plain(draft.transformersKva()), plain(draft.capacityKva())));
        }
        var own = draft.ownSupply();
        boolean ownSource = own != null && (positive(own.generationKw()) || positive(own.emergencySourceKw()));
        if (draft.circuits().size() < 2 && !ownSource) {
            return;
        }
        for (int i = 0; i < draft.receivingPoints().size(); i++) {
            if (draft.receivingPoints().get(i).interlock() == null) {
                found.add(Violation.at("receivingPoints[" + i + "].interlock", "plan.interlock-missing"));
            }
        }
    }

    private void phases() {
        var phases = draft.phasesOrNone();
        if (phases.isEmpty()) {
            return;
        }
        if (phases.size() == 1) {
            found.add(Violation.at("phases", "plan.one-phase"));
        }
        var sum = phases.stream().map(PlanDraft.Phase::capacityKva).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(draft.capacityKva()) != 0) {
            found.add(Violation.at("phases", "plan.phases-do-not-add-up", plain(sum), plain(draft.capacityKva())));
        }
    }

    private static boolean positive(@Nullable BigDecimal number) {
        return number != null && number.signum() > 0;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
