package org.yekuo.stage.energisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ViewingStage;
import org.yekuo.grid.Capacity;
import org.yekuo.grid.Hold;
import org.yekuo.grid.Outages;
import org.yekuo.grid.PlannedOutage;
import org.yekuo.vocabulary.Actor;
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

    private final ViewingStage viewing;
    private final Capacity capacity;
    private final Outages outages;
    private final BusinessClock clock;

    ReadingConnections(ViewingStage viewing, Capacity capacity, Outages outages, BusinessClock clock) {
        this.viewing = viewing;
        this.capacity = capacity;
        this.outages = outages;
        this.clock = clock;
    }

    /** Nothing where the actor sees no such case. */
    public Optional<Connection> of(CaseNo no, int phase, Actor actor) {
        var today = clock.today();
        return viewing.view(no, "energisation", phase, actor, view -> new Connection(EnergisingConditions.lights(view), outages(no, phase, today)));
    }

    private List<PlannedOutage> outages(CaseNo no, int phase, LocalDate today) {
        return capacity.of(no.unit(), no).stream().filter(hold -> phase == 0 || hold.phase() == phase || hold.phase() == 0).filter(hold -> hold.state() != Hold.State.RELEASED)
                .map(Hold::feeder).distinct().flatMap(feeder -> outages.on(no.unit(), feeder, today, today.plusDays(DAYS_AHEAD)).stream()).toList();
    }
}
