package org.yekuo.grid.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.grid.Outages;
import org.yekuo.grid.PlannedOutage;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@Service
class PlannedOutages implements Outages {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final OutageStore store;
    private final NetworkStore network;

    PlannedOutages(OutageStore store, NetworkStore network) {
        this.store = store;
        this.network = network;
    }

    @Override
    @Transactional
    public Answer<PlannedOutage> plan(UnitCode unit, PlannedOutage outage) {
        // The feeder's lock keeps two overlapping outages from being entered at once.
        var feeder = network.lock(unit.city(), outage.feeder());
        if (feeder.isEmpty()) {
            return Answer.invalid(List.of(Violation.at("feeder", "grid.feeder-unknown", outage.feeder())));
        }
        if (!outage.endsAt().isAfter(outage.startsAt())) {
            return Answer.invalid(List.of(Violation.at("endsAt", "grid.outage-ends-first")));
        }
        var others = store.between(unit.city(), outage.feeder(), outage.startsAt(), outage.endsAt());
        if (!others.isEmpty()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.at("startsAt", "grid.outage-overlaps", feeder.get().name(),
                    local(others.getFirst().startsAt()), local(others.getFirst().endsAt())));
        }
        store.insert(unit.city(), outage);
        return Answer.done(outage);
    }

    @Override
    public List<PlannedOutage> on(UnitCode unit, String feeder, LocalDate from, LocalDate to) {
        return store.between(unit.city(), feeder, from.atStartOfDay(BusinessClock.SHANGHAI).toInstant(),
                to.plusDays(1).atStartOfDay(BusinessClock.SHANGHAI).toInstant());
    }

    @Override
    public Map<Line, List<PlannedOutage>> on(Collection<Line> lines, LocalDate from, LocalDate to) {
        return lines.isEmpty() ? Map.of()
                : store.between(lines, from.atStartOfDay(BusinessClock.SHANGHAI).toInstant(), to.plusDays(1).atStartOfDay(BusinessClock.SHANGHAI).toInstant());
    }

    @Override
    public List<Affecting> of(UnitCode operator, LocalDate from, LocalDate to) {
        return store.of(operator, from.atStartOfDay(BusinessClock.SHANGHAI).toInstant(), to.plusDays(1).atStartOfDay(BusinessClock.SHANGHAI).toInstant());
    }

    private static String local(Instant at) {
        return MINUTES.format(ZonedDateTime.ofInstant(at, BusinessClock.SHANGHAI));
    }
}
