package org.yekuo.grid.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MachineClock;
import org.yekuo.grid.Capacity;
import org.yekuo.grid.Feeder;
import org.yekuo.grid.FeederCapacity;
import org.yekuo.grid.Hold;
import org.yekuo.grid.HoldOrder;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Whoever takes from a feeder locks its row first, so that the second looks at what the first has left. */
@Service
class LockedCapacity implements Capacity {

    private final CapacityStore capacities;
    private final HoldStore holds;
    private final NetworkStore network;
    private final BusinessClock business;
    private final MachineClock machine;

    LockedCapacity(CapacityStore capacities, HoldStore holds, NetworkStore network, BusinessClock business, MachineClock machine) {
        this.capacities = capacities;
        this.holds = holds;
        this.network = network;
        this.business = business;
        this.machine = machine;
    }

    @Override
    public List<FeederCapacity> candidates(UnitCode handledBy, BigDecimal voltageKv, BigDecimal kva, LocalDate day) {
        return capacities.candidates(handledBy, voltageKv, kva, day);
    }

    @Override
    public Optional<FeederCapacity> of(UnitCode unit, String feeder, LocalDate day) {
        return capacities.of(unit.city(), feeder, day);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<Hold> hold(HoldOrder order) {
        var unit = order.caseNo().unit();
        var violations = check(order);
        var feeder = network.lock(unit, order.feeder());
        if (feeder.isEmpty()) {
            violations.add(Violation.at("feeder", "grid.feeder-unknown", order.feeder()));
        }
        return violations.isEmpty() ? take(feeder.orElseThrow(), order) : Answer.invalid(violations);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<List<Hold>> confirm(UnitCode unit, CaseNo caseNo) {
        var lapsed = new TreeMap<String, List<Hold>>();
        for (var hold : holds.of(caseNo)) {
            if (hold.state() == Hold.State.HELD && hold.until().isBefore(business.today())) {
                lapsed.computeIfAbsent(hold.feeder(), feeder -> new ArrayList<>()).add(hold);
            }
        }
        var violations = new ArrayList<Violation>();
        // In the order of their codes, so that two cases never wait for each other.
        lapsed.forEach((code, expired) -> {
            var feeder = network.lock(caseNo.unit(), code).orElseThrow();
            var kva = expired.stream().map(Hold::kva).reduce(BigDecimal.ZERO, BigDecimal::add);
            var remaining = remaining(feeder, caseNo.unit());
            if (remaining.compareTo(kva) < 0) {
                violations.add(Violation.of("grid.hold-expired", feeder.name(), plain(kva), expired.getFirst().until(), plain(remaining)));
            }
        });
        return violations.isEmpty() ? Answer.done(holds.reserve(caseNo)) : Answer.refused(new Refusal(Refusal.Kind.CONFLICT, violations));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Hold> release(UnitCode unit, CaseNo caseNo) {
        return holds.release(caseNo);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Hold> use(UnitCode unit, CaseNo caseNo, int phase, LocalDate on) {
        return holds.use(caseNo, phase, on);
    }

    @Override
    public List<Hold> of(UnitCode unit, CaseNo caseNo) {
        return holds.of(caseNo);
    }

    @Override
    public List<Hold> ofAll(Collection<CaseNo> cases) {
        return holds.ofAll(cases);
    }

    @Override
    @Transactional
    public Answer<FeederCapacity> declare(UnitCode unit, String feeder, YearMonth first, YearMonth last, BigDecimal kva, Actor by) {
        var violations = new ArrayList<Violation>();
        if (network.feeder(unit.city(), feeder).isEmpty()) {
            violations.add(Violation.at("feeder", "grid.feeder-unknown", feeder));
        }
        if (kva.signum() < 0) {
            violations.add(Violation.at("kva", "grid.declared-negative", plain(kva)));
        }
        if (first.isAfter(last)) {
            violations.add(Violation.at("last", "grid.months-reversed", first, last));
        }
        if (!violations.isEmpty()) {
            return Answer.invalid(violations);
        }
        capacities.declare(unit.city(), feeder, first, last, kva, machine.now(), by);
        return Answer.done(capacities.of(unit.city(), feeder, first.atDay(1)).orElseThrow());
    }

    private List<Violation> check(HoldOrder order) {
        var violations = new ArrayList<Violation>();
        if (order.until().isBefore(business.today())) {
            violations.add(Violation.at("until", "grid.hold-past", order.until(), business.today()));
        }
        if (order.kva().signum() <= 0) {
            violations.add(Violation.at("kva", "grid.kva-not-positive", plain(order.kva())));
        }
        return violations;
    }

    private Answer<Hold> take(Feeder feeder, HoldOrder order) {
        var unit = order.caseNo().unit();
        var open = capacities.of(unit, feeder.code(), business.today());
        if (open.isEmpty()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.at("feeder", "grid.capacity-undeclared", feeder.name()));
        }
        var before = holds.find(order.caseNo(), order.phase(), feeder.code());
        if (before.filter(hold -> hold.state() == Hold.State.USED).isPresent()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.at("feeder", "grid.capacity-in-use", feeder.name()));
        }
        var remaining = open.get().remaining().add(before.filter(this::counts).map(Hold::kva).orElse(BigDecimal.ZERO));
        if (remaining.compareTo(order.kva()) < 0) {
            return Answer.refused(Refusal.Kind.CONFLICT,
                    Violation.at("kva", "grid.capacity-short", feeder.name(), plain(remaining.max(BigDecimal.ZERO)), plain(order.kva())));
        }
        return Answer.done(holds.put(order));
    }

    private boolean counts(Hold hold) {
        return switch (hold.state()) {
            case HELD -> !hold.until().isBefore(business.today());
            case RESERVED -> true;
            case USED, RELEASED -> false;
        };
    }

    private BigDecimal remaining(Feeder feeder, UnitCode unit) {
        return capacities.of(unit, feeder.code(), business.today()).map(FeederCapacity::remaining).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
    }

    private static String plain(BigDecimal kva) {
        return kva.stripTrailingZeros().toPlainString();
    }
}
