package org.yekuo.publishing.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.RecountingLimits;
import org.yekuo.publishing.Publication;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackPublishing;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Judges and carries out publications, in the rooms they belong to. */
@Component
public class Publications {

    private final Drafts drafts;
    private final DraftStore store;
    private final PackPublishing packs;
    private final WorkCalendars calendars;
    private final RecountingLimits recounting;
    private final BusinessClock clock;

    Publications(Drafts drafts, DraftStore store, PackPublishing packs, WorkCalendars calendars, RecountingLimits recounting, BusinessClock clock) {
        this.drafts = drafts;
        this.store = store;
        this.packs = packs;
        this.calendars = calendars;
        this.recounting = recounting;
        this.clock = clock;
    }

    /** Why this can't be published, all of it; empty when it can. */
    public List<Violation> faults(Publication what) {
        return switch (what) {
            case Publication.OfPack pack -> drafts.pack(pack.draft()).map(read -> packs.faults(read, pack.effectiveFrom(), clock.today()))
                    .orElseGet(() -> List.of(Violation.of("publishing.draft-broken", pack.draft())));
            case Publication.OfCalendar(CalendarChange change) -> change.faults(calendars.current());
        };
    }

    /** Publishes in the caller's transaction. */
    public Answer<Boolean> publish(Publication what) {
        return switch (what) {
            case Publication.OfPack pack -> switch (packs.publish(store.find(pack.draft()).orElseThrow().pack(), store.files(pack.draft()), pack.effectiveFrom(), clock.today())) {
                case Answer.Refused<Pack>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<Pack> done -> Answer.done(true);
            };
            case Publication.OfCalendar(CalendarChange change) -> switch (calendars.publish(change)) {
                case Answer.Refused<WorkCalendar>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<WorkCalendar> done -> {
                    recounting.begin();
                    yield Answer.done(true);
                }
            };
        };
    }
}
