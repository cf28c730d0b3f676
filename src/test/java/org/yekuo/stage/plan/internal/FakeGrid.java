package org.yekuo.stage.plan.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yekuo.grid.Capacity;
import org.yekuo.grid.Feeder;
import org.yekuo.grid.FeederCapacity;
import org.yekuo.grid.GridNames;
import org.yekuo.grid.Hold;
import org.yekuo.grid.HoldOrder;
import org.yekuo.grid.Network;
import org.yekuo.grid.Substation;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** A grid in memory, with as much open on each feeder as the test says. */
final class FakeGrid implements Capacity, Network {

    private final Map<String, Feeder> feeders = new HashMap<>();
    private final Map<String, BigDecimal> declared = new HashMap<>();
    final List<Hold> holds = new ArrayList<>();

    FakeGrid feeder(String code, String substation, String kv, String openKva) {
        feeders.put(code, new Feeder(new UnitCode("3401"), code, code + "线", substation, new BigDecimal(kv)));
        declared.put(code, new BigDecimal(openKva));
        return this;
    }

    @Override
    public GridNames names(UnitCode unit, Collection<String> codes) {
        var known = new HashMap<String, String>();
        codes.stream().filter(feeders::containsKey).forEach(code -> known.put(code, code + "线"));
        return new GridNames(known, Map.of());
    }

    @Override
    public List<FeederCapacity> candidates(UnitCode handledBy, BigDecimal voltageKv, BigDecimal kva, LocalDate day) {
        return feeders.values().stream().filter(feeder -> feeder.voltageKv().compareTo(voltageKv) == 0)
                .flatMap(feeder -> of(handledBy, feeder.code(), day).stream()).filter(open -> open.canCarry(kva)).toList();
    }

    @Override
    public Optional<FeederCapacity> of(UnitCode unit, String feeder, LocalDate day) {
        return Optional.ofNullable(feeders.get(feeder)).map(known -> {
            var held = taken(feeder, Hold.State.HELD, day);
            var reserved = taken(feeder, Hold.State.RESERVED, day);
            return new FeederCapacity(known, YearMonth.from(day), declared.get(feeder), held, reserved,
                    declared.get(feeder).subtract(held).subtract(reserved));
        });
    }

    private BigDecimal taken(String feeder, Hold.State state, LocalDate day) {
        return holds.stream().filter(hold -> hold.feeder().equals(feeder) && hold.state() == state)
                .filter(hold -> state == Hold.State.RESERVED || !hold.until().isBefore(day))
                .map(Hold::kva).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Answer<Hold> hold(HoldOrder order) {
        var hold = new Hold(order.caseNo(), order.phase(), order.feeder(), order.kva(), order.until(), Hold.State.HELD);
        holds.add(hold);
        return Answer.done(hold);
    }

    @Override
    public Answer<List<Hold>> confirm(UnitCode unit, CaseNo caseNo) {
        holds.replaceAll(hold -> hold.caseNo().equals(caseNo) ? with(hold, Hold.State.RESERVED) : hold);
        return Answer.done(of(unit, caseNo));
    }

    @Override
    public List<Hold> release(UnitCode unit, CaseNo caseNo) {
        var given = of(unit, caseNo);
        holds.removeAll(given);
        return given;
    }

    @Override
    public List<Hold> of(UnitCode unit, CaseNo caseNo) {
        return holds.stream().filter(hold -> hold.caseNo().equals(caseNo)).toList();
    }

    @Override
    public List<Hold> ofAll(Collection<CaseNo> cases) {
        return holds.stream().filter(hold -> cases.contains(hold.caseNo())).toList();
    }

    @Override
    public Optional<Feeder> feeder(UnitCode unit, String code) {
        return Optional.ofNullable(feeders.get(code));
    }

    private static Hold with(Hold hold, Hold.State state) {
        return new Hold(hold.caseNo(), hold.phase(), hold.feeder(), hold.kva(), hold.until(), state);
    }

    @Override
    public List<Hold> use(UnitCode unit, CaseNo caseNo, int phase, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<FeederCapacity> declare(UnitCode unit, String feeder, YearMonth first, YearMonth last, BigDecimal kva, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(Substation substation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(Feeder feeder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Substation> substation(UnitCode unit, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Violation> checkSources(UnitCode unit, Collection<String> feeders) {
        throw new UnsupportedOperationException();
    }
}
