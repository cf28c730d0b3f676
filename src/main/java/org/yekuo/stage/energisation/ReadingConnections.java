package org.yekuo.stage.energisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCases;
import org.yekuo.grid.Capacity;
import org.yekuo.grid.Hold;
import org.yekuo.grid.Outages;
import org.yekuo.grid.PlannedOutage;
import org.yekuo.vocabulary.CaseNo;

/** How far a case is from energising (接电看板): its conditions, whether the energising is open or not, and the outages of the lines it will be supplied from. */
@Component
public class ReadingConnections {

    private static final int DAYS_AHEAD = 45;

    /**
     * A case on its way to power.
     *
     * @param lights  every condition of its rules
     * @param outages planned on its lines from today on
     */
    public record Connection(List<Light> lights, List<PlannedOutage> outages) {

        /** The conditions that stand in the way. */
        public List<Light> dark() {
            return lights.stream().filter(light -> !light.permits()).toList();
        }

        public boolean metersReady() {
            return lights.stream().filter(light -> light.code().equals("METERING_PASSED")).allMatch(Light::lit);
        }
    }

    /** A case and the phase that is to be energised. */
    public record At(CaseNo caseNo, int phase) {}

    private final Capacity capacity;
    private final Outages outages;
    private final BusinessClock clock;

    ReadingConnections(Capacity capacity, Outages outages, BusinessClock clock) {
        this.capacity = capacity;
        this.outages = outages;
        this.clock = clock;
    }

    /** Of the cases read; one that has no such stage has no entry. */
    @Transactional(readOnly = true)
    public Map<At, Connection> of(Map<CaseNo, ReadingCases.Seen> cases, Collection<At> at) {
        var today = clock.today();
        var holds = capacity.ofAll(cases.keySet()).stream().filter(hold -> hold.state() != Hold.State.RELEASED).collect(Collectors.groupingBy(Hold::caseNo));
        var planned = outages.on(holds.values().stream().flatMap(List::stream).map(ReadingConnections::line).distinct().toList(), today, today.plusDays(DAYS_AHEAD));
        var connections = new HashMap<At, Connection>();
        for (var one : at) {
            var out = holds.getOrDefault(one.caseNo(), List.of()).stream().filter(hold -> one.phase() == 0 || hold.phase() == one.phase() || hold.phase() == 0)
                    .map(ReadingConnections::line).distinct().flatMap(line -> planned.getOrDefault(line, List.of()).stream()).toList();
            Optional.ofNullable(cases.get(one.caseNo())).flatMap(seen -> seen.view("energisation", one.phase(), view -> new Connection(EnergisingConditions.lights(view), out)))
                    .ifPresent(connection -> connections.put(one, connection));
        }
        return connections;
    }

    private static Outages.Line line(Hold hold) {
        return new Outages.Line(hold.caseNo().unit(), hold.feeder());
    }
}
