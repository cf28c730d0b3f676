package org.yekuo.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingSupervision;
import org.yekuo.casework.NotingSupervision.Entry;
import org.yekuo.casework.NotingSupervision.Kind;
import org.yekuo.casework.NotingSupervision.Seen;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.supervision.internal.UrgingStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Urges whoever has the work (催办): its assignee, or all who hold the role; for a limit or a case as a whole, those of all open parts and the account
 * manager. A case's account managers, heads and the customer may; the same thing once a working day.
 */
@Component
public class UrgingWork {

    private final NotingSupervision noting;
    private final UrgingStore store;
    private final Organisation organisation;
    private final WorkCalendars calendars;

    UrgingWork(NotingSupervision noting, UrgingStore store, Organisation organisation, WorkCalendars calendars) {
        this.noting = noting;
        this.store = store;
        this.organisation = organisation;
        this.calendars = calendars;
    }

    /** @param about the key of an {@link About} */
    public Answer<Acted> urge(CaseNo no, String about, @Nullable String said, Actor actor) {
        return noting.note(no, CaseAct.URGE, actor, seen -> About.find(about, seen).map(found -> urge(seen, found, said == null ? "" : said.strip(), actor))
                .orElseGet(() -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.nothing-open", no))));
    }

    private Answer<Entry> urge(Seen seen, About about, String said, Actor actor) {
        var last = store.lastDay(seen.caseNo(), about.key(), actor.id());
        if (last.isPresent() && calendars.current().count(last.get(), seen.today()) < 1) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.urged-already", about.name().zh(), last.get(), calendars.current().next(last.get())));
        }
        var to = recipients(seen, about, actor);
        if (to.isEmpty()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.nobody-to-urge", about.name().zh()));
        }
        int n = store.add(seen, about, said, to, actor);
        return Answer.done(new Entry(Kind.URGED, Map.of("n", n, "about", about.key(), "aboutZh", about.name().zh(), "aboutEn", about.name().en(), "text", said), to));
    }

    private List<String> recipients(Seen seen, About about, Actor actor) {
        var parts = seen.parts().stream().filter(part -> !about.isPart() || About.names(about.key(), part)).flatMap(part -> part.assignee() == null
                ? organisation.holders(part.unit(), part.role(), seen.today()).stream().map(Staff::no) : Stream.of(part.assignee()));
        var owner = about.isPart() || seen.owner() == null ? Stream.<String>empty() : Stream.of(seen.owner());
        return Stream.concat(parts, owner).distinct().filter(no -> !no.equals(actor.id())).toList();
    }

    /** Answers with a sentence (催办答复); whoever was urged may. Doing the work answers it too. */
    public Answer<Acted> answer(CaseNo no, int n, String answer, Actor actor) {
        return noting.note(no, CaseAct.ANSWER_URGING, actor, seen -> {
            var open = store.open(no, n);
            if (open.isEmpty()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.urging-answered", no));
            }
            if (!open.get().recipients().contains(actor.id())) {
                return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("supervision.not-urged", actor.name()));
            }
            store.answer(no, n, answer.strip(), seen.today(), actor);
            var urged = open.get();
            return Answer.done(new Entry(Kind.URGING_ANSWERED, Map.of("n", n, "about", urged.about(), "aboutZh", urged.name().zh(), "aboutEn", urged.name().en(), "text", answer.strip()),
                    Optional.of(urged.byId()).filter(by -> !by.startsWith("customer:")).stream().toList()));
        });
    }
}
