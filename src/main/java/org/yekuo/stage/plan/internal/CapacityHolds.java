package org.yekuo.stage.plan.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.StageRefused;
import org.yekuo.grid.Capacity;
import org.yekuo.grid.Feeder;
import org.yekuo.grid.FeederCapacity;
import org.yekuo.grid.Hold;
import org.yekuo.grid.HoldOrder;
import org.yekuo.grid.Network;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Capacity a plan takes: held when it is drafted (暂占), reserved when it is replied (确占), given back when the case ends early. */
@Component
class CapacityHolds {

    /** Long enough for the longest reply (two sources, 30 working days) and a return from approval. */
    private static final int HELD_FOR_DAYS = 60;
    private static final BigDecimal HIGH_VOLTAGE_KV = BigDecimal.ONE;
    /** The grid files the transformers of low-voltage areas (台区) at 0.4 kV, whatever the customer gets of it. */
    private static final BigDecimal LOW_VOLTAGE_FEEDER_KV = new BigDecimal("0.4");

    private final Capacity capacity;
    private final Network network;

    CapacityHolds(Capacity capacity, Network network) {
        this.capacity = capacity;
        this.network = network;
    }

    /** Feeders that can carry {@code kva} at {@code voltageKv}, the one with most room first. */
    List<Map<String, Object>> candidates(CaseView view, BigDecimal voltageKv, BigDecimal kva) {
        return capacity.candidates(view.handledBy(), feederKv(voltageKv), kva, view.today()).stream().map(CapacityHolds::candidate).toList();
    }

    private static Map<String, Object> candidate(FeederCapacity open) {
        var feeder = open.feeder();
        return Map.of("code", feeder.code(), "name", feeder.name(), "substation", feeder.substation(), "remainingKva", open.remaining());
    }

    /** What stands against the feeders of a draft: unknown, of another substation or voltage, or without room. */
    List<Violation> check(CaseView view, PlanDraft draft) {
        var found = new ArrayList<Violation>();
        var own = capacity.of(view.unit(), view.caseNo());
        var wanted = new TreeMap<String, BigDecimal>();
        for (int i = 0; i < draft.circuits().size(); i++) {
            var circuit = draft.circuits().get(i);
            var field = "circuits[" + i + "]";
            var feeder = network.feeder(view.unit(), circuit.feeder());
            if (feeder.isEmpty()) {
                found.add(Violation.at(field + ".feeder", "plan.feeder-unknown", circuit.feeder()));
                continue;
            }
            found.addAll(fits(view, field, circuit, feeder.get(), draft.voltageKv()));
            var sum = wanted.merge(circuit.feeder(), circuit.capacityKva(), BigDecimal::add);
            var room = room(view, own, circuit.feeder());
            if (room.compareTo(sum) < 0) {
                found.add(Violation.at(field + ".feeder", "plan.feeder-full", feeder.get().name(), plain(room), plain(sum)));
            }
        }
        return found;
    }

    private List<Violation> fits(CaseView view, String field, PlanDraft.Circuit circuit, Feeder feeder, BigDecimal voltageKv) {
        var found = new ArrayList<Violation>();
        if (!feeder.substation().equals(circuit.substation())) {
            var names = network.names(view.unit(), List.of(feeder.substation(), circuit.substation()));
            found.add(Violation.at(field + ".substation", "plan.feeder-of-other-substation", feeder.name(), names.substation(feeder.substation()), names.substation(circuit.substation())));
        }
        if (feeder.voltageKv().compareTo(feederKv(voltageKv)) != 0) {
            found.add(Violation.at(field + ".feeder", "plan.feeder-voltage", feeder.name(), plain(feeder.voltageKv()), plain(voltageKv)));
        }
        return found;
    }

    /** What the case holds already is its own to use again. */
    private BigDecimal room(CaseView view, List<Hold> own, String feeder) {
        var open = capacity.of(view.unit(), feeder, view.recordedOn()).map(FeederCapacity::remaining).orElse(BigDecimal.ZERO);
        return own.stream().filter(hold -> hold.feeder().equals(feeder) && counts(hold, view.recordedOn())).map(Hold::kva).reduce(open, BigDecimal::add);
    }

    private static boolean counts(Hold hold, LocalDate today) {
        return switch (hold.state()) {
            case HELD -> !hold.until().isBefore(today);
            case RESERVED -> true;
            case USED, RELEASED -> false;
        };
    }

    /** Holds what the draft needs in the place of what an earlier draft held. */
    void hold(CaseView view, PlanDraft draft) {
        capacity.release(view.unit(), view.caseNo());
        for (var order : orders(view, draft)) {
            // Checked a moment ago; only another case that took the last of it in between can make this fail, and then the act is undone.
            if (capacity.hold(order) instanceof Answer.Refused<Hold>(Refusal refusal)) {
                throw new StageRefused(new Refusal(Refusal.Kind.CONFLICT, refusal.violations()));
            }
        }
    }

    /** One order for each feeder and phase; each phase takes its share of every circuit, the last what rounding left. */
    static List<HoldOrder> orders(CaseView view, PlanDraft draft) {
        var byFeeder = new TreeMap<String, BigDecimal>();
        draft.circuits().forEach(circuit -> byFeeder.merge(circuit.feeder(), circuit.capacityKva(), BigDecimal::add));
        boolean byPhase = view.procedure().stage("energisation").filter(stage -> stage.perPhase()).isPresent();
        var usual = view.today().plusDays(HELD_FOR_DAYS);
        // A plan taken over from an old system is held for from now on.
        var until = usual.isBefore(view.recordedOn()) ? view.recordedOn() : usual;
        var phases = draft.phasesOrNone();
        var orders = new ArrayList<HoldOrder>();
        byFeeder.forEach((feeder, kva) -> {
            var left = kva;
            for (int i = 0; i + 1 < phases.size(); i++) {
                var share = kva.multiply(phases.get(i).capacityKva()).divide(draft.capacityKva(), 2, RoundingMode.HALF_UP);
                orders.add(new HoldOrder(view.caseNo(), i + 1, feeder, share, until));
                left = left.subtract(share);
            }
            orders.add(new HoldOrder(view.caseNo(), byPhase ? Math.max(1, phases.size()) : 0, feeder, left, until));
        });
        return orders;
    }

    /** Turns the holds into reservations; what stands against it otherwise. */
    List<Violation> confirm(CaseView view) {
        return switch (capacity.confirm(view.unit(), view.caseNo())) {
            case Answer.Done<List<Hold>>(List<Hold> reserved) -> List.of();
            case Answer.Refused<List<Hold>>(Refusal refusal) -> refusal.violations();
        };
    }

    /** Feeders on which a hold ran out and no room is left. */
    List<Violation> checkConfirm(CaseView view) {
        var own = capacity.of(view.unit(), view.caseNo());
        var found = new ArrayList<Violation>();
        for (var hold : own) {
            if (hold.state() == Hold.State.HELD && hold.until().isBefore(view.recordedOn())
                    && room(view, List.of(), hold.feeder()).compareTo(hold.kva()) < 0) {
                found.add(Violation.of("plan.hold-expired", network.names(view.unit(), List.of(hold.feeder())).feeder(hold.feeder()), hold.until()));
            }
        }
        return found;
    }

    void release(CaseView view) {
        capacity.release(view.unit(), view.caseNo());
    }

    private static BigDecimal feederKv(BigDecimal voltageKv) {
        return voltageKv.compareTo(HIGH_VOLTAGE_KV) < 0 ? LOW_VOLTAGE_FEEDER_KV : voltageKv;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
