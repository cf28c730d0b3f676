package org.yekuo.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingIntakes;
import org.yekuo.publishing.internal.Drafts;
import org.yekuo.publishing.internal.Publishers;
import org.yekuo.publishing.internal.Trial;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Tries a draft on the latest cases a person sees (发布前试算): their intake is evaluated under the draft and under the pack they are pinned to, and
 * the differences are listed. Cases keep their packs.
 */
@Component
public class PreviewingPack {

    private final Publishers publishers;
    private final Drafts drafts;
    private final Regulations regulations;
    private final ReadingIntakes intakes;
    private final BusinessClock clock;

    PreviewingPack(Publishers publishers, Drafts drafts, Regulations regulations, ReadingIntakes intakes, BusinessClock clock) {
        this.clock = clock;
        this.publishers = publishers;
        this.drafts = drafts;
        this.regulations = regulations;
        this.intakes = intakes;
    }

    /** @param cases how many cases, at most {@link ReadingIntakes#MOST} */
    @Transactional(readOnly = true)
    public Answer<Preview> preview(long draft, int cases, Actor actor) {
        var forbidden = publishers.refuse(actor);
        if (forbidden.isPresent()) {
            return Answer.refused(forbidden.get());
        }
        if (cases < 1 || cases > ReadingIntakes.MOST) {
            return Answer.refused(Refusal.Kind.MALFORMED, Violation.at("cases", "publishing.cases-out-of-range", cases, ReadingIntakes.MOST));
        }
        var found = drafts.draft(draft, true);
        if (found.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("publishing.no-such-draft", draft));
        }
        var pack = found.get().content();
        if (pack == null) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("publishing.draft-broken", draft));
        }
        return pack.kind() == Pack.Kind.COMPLETE ? Answer.done(preview(draft, pack, cases, actor))
                : Answer.refused(Refusal.Kind.CONFLICT, Violation.of("publishing.reference-governs-no-case", pack.id()));
    }

    private Preview preview(long draft, Pack pack, int cases, Actor actor) {
        var pinned = new HashMap<String, Optional<Pack>>();
        var counts = new TreeMap<Preview.Kind, Integer>();
        var undecided = new ArrayList<String>();
        var rows = new ArrayList<Preview.CaseRow>();
        var tomorrow = clock.today().plusDays(1);
        var day = pack.effectiveFrom().isAfter(tomorrow) ? pack.effectiveFrom() : tomorrow;
        var sample = intakes.latest(cases, actor);
        for (var intake : sample) {
            var own = pinned.computeIfAbsent(intake.pack(), regulations::pack);
            if (own.isEmpty()) {
                continue;
            }
            var trial = Trial.of(own.get(), pack, intake, day);
            if (!trial.decided()) {
                undecided.add(intake.caseNo().value());
            }
            if (!trial.differences().isEmpty()) {
                trial.differences().stream().map(Preview.Difference::kind).collect(Collectors.toSet()).forEach(kind -> counts.merge(kind, 1, Integer::sum));
                rows.add(new Preview.CaseRow(intake.caseNo().value(), intake.pack(), trial.differences()));
            }
        }
        return new Preview(draft, pack.id(), sample.size(), rows.size(), counts, undecided, rows);
    }
}
