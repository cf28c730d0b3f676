package org.yekuo.stage.temporary;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingSupply;
import org.yekuo.casework.ReadingCase;
import org.yekuo.stage.temporary.internal.SupplyRules;
import org.yekuo.stage.temporary.internal.TemporarySupplyStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Watches temporary supplies (临时用电到期): reminds on the days before the end that the pack names, once each, and reports what ran out as a task for the
 * account manager. Doing it twice, or in two programs at once, does no harm.
 */
@Component
public class WatchingTemporarySupplies {

    private static final Actor WATCH = Actor.system("temporary-supply");

    private final NotingSupply noting;
    private final TemporarySupplyStore store;
    private final SupplyRules rules;
    private final ReadingCase reading;
    private final BusinessClock clock;

    WatchingTemporarySupplies(NotingSupply noting, TemporarySupplyStore store, SupplyRules rules, ReadingCase reading, BusinessClock clock) {
        this.noting = noting;
        this.store = store;
        this.rules = rules;
        this.reading = reading;
        this.clock = clock;
    }

    /** Looks at no more than {@code most} supplies that are due; answers how many were reminded of or found expired. */
    public int watch(int most) {
        return (int) store.due(clock.today(), most).stream()
                .filter(no -> noting.note(no, CaseAct.TEMPORARY_SUPPLY, WATCH, () -> look(no, clock.today())) instanceof Answer.Done<Acted>).count();
    }

    private Answer<NotingSupply.Note> look(CaseNo no, LocalDate today) {
        var supply = store.lock(no).filter(found -> found.state() == TemporarySupply.State.RUNNING);
        if (supply.isEmpty() || store.watchOn(no).isAfter(today)) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("temporary.nothing-due", no));
        }
        return Answer.done(today.isAfter(supply.get().until()) ? expired(supply.get(), today) : endsSoon(supply.get(), today));
    }

    private NotingSupply.Note endsSoon(TemporarySupply supply, LocalDate today) {
        store.watch(supply.caseNo(), rules.of(store.packOf(supply.caseNo())).watchAfter(supply.until(), today));
        return new NotingSupply.Note("temporary-supply.ends-soon", Map.of("until", supply.until().toString(),
                "daysLeft", ChronoUnit.DAYS.between(today, supply.until()), "consumerNo", supply.consumerNo().value()));
    }

    private NotingSupply.Note expired(TemporarySupply supply, LocalDate today) {
        var owner = reading.summary(supply.caseNo(), WATCH).map(ReadingCase.Summary::owner);
        store.expire(supply.caseNo(), today, owner.orElse(null));
        var data = new TreeMap<String, Object>(Map.of("until", supply.until().toString(), "consumerNo", supply.consumerNo().value()));
        owner.ifPresent(staff -> data.put("taskFor", staff));
        return new NotingSupply.Note("temporary-supply.expired", data);
    }
}
