package org.yekuo.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.supervision.internal.SupervisedCases;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Puts a case under supervision (督办, seed 3.1): a head, the city or the province demands an answer within working days; the unit that handles the case
 * answers with measures; who opened it closes it.
 */
@Component
public class SupervisingCase {

    private static final List<Role> HEADS = List.of(Role.SERVICE_CENTRE_HEAD, Role.MARKETING_HEAD);

    private final NotingSupervision noting;
    private final SupervisedCases cases;
    private final Organisation organisation;
    private final WorkCalendars calendars;

    SupervisingCase(NotingSupervision noting, SupervisedCases cases, Organisation organisation, WorkCalendars calendars) {
        this.noting = noting;
        this.cases = cases;
        this.organisation = organisation;
        this.calendars = calendars;
    }

    /**
     * @param about the key of an {@link About}
     * @param days  working days for the answer
     */
    public Answer<Acted> open(CaseNo no, String about, String demand, int days, Actor actor) {
        return noting.note(no, CaseAct.SUPERVISE, actor, seen -> {
            var found = About.find(about, seen);
            if (found.isEmpty()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.nothing-open", no));
            }
            if (cases.isOpen(no, about)) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.supervised-already", found.get().name().zh()));
            }
            var by = calendars.current().add(seen.today(), days);
            int n = cases.add(seen, found.get(), demand.strip(), days, by, actor);
            return Answer.done(new Entry(Kind.SUPERVISION_OPENED, data(n, about, found.get().name(), demand.strip(), Map.of("answerBy", by.toString())), answerers(seen, actor)));
        });
    }

    /** The unit that handles the case answers: its heads, or the case's account managers. */
    public Answer<Acted> answer(CaseNo no, int n, String measures, Actor actor) {
        return noting.note(no, CaseAct.ANSWER_SUPERVISION, actor, seen -> {
            if (!mayAnswer(seen, actor)) {
                return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("supervision.handler-answers", organisation.unit(seen.handledBy()).map(unit -> unit.name()).orElse(seen.handledBy().value())));
            }
            var open = cases.find(no, n).filter(one -> one.state() != SupervisedCase.State.CLOSED);
            return open.map(one -> {
                cases.answer(no, n, measures.strip(), seen.today(), actor);
                return Answer.done(new Entry(Kind.SUPERVISION_ANSWERED, data(n, one.about(), one.name(), measures.strip(), Map.of()), List.of(one.openedBy())));
            }).orElseGet(() -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.closed-already", no)));
        });
    }

    /** Who opened it says that it is settled (销号). */
    public Answer<Acted> close(CaseNo no, int n, @Nullable String remark, Actor actor) {
        return noting.note(no, CaseAct.SUPERVISE, actor, seen -> {
            var found = cases.find(no, n).filter(one -> one.state() != SupervisedCase.State.CLOSED);
            if (found.isEmpty()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.closed-already", no));
            }
            if (!found.get().openedBy().equals(actor.id())) {
                return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("supervision.opener-closes", found.get().openedByName()));
            }
            if (found.get().state() == SupervisedCase.State.OPEN) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("supervision.not-answered-yet", found.get().answerBy()));
            }
            var said = remark == null ? "" : remark.strip();
            cases.close(no, n, said, seen.today(), actor);
            return Answer.done(new Entry(Kind.SUPERVISION_CLOSED, data(n, found.get().about(), found.get().name(), said, Map.of()), answerers(seen, actor)));
        });
    }

    private static Map<String, Object> data(int n, String about, org.yekuo.vocabulary.Text name, String text, Map<String, Object> more) {
        var data = new TreeMap<String, Object>(more);
        data.putAll(Map.of("n", n, "about", about, "aboutZh", name.zh(), "aboutEn", name.en(), "text", text));
        return data;
    }

    private List<String> answerers(Seen seen, Actor actor) {
        var heads = HEADS.stream().flatMap(role -> organisation.holders(seen.handledBy(), role, seen.today()).stream()).map(Staff::no);
        return Stream.concat(heads, Optional.ofNullable(seen.owner()).stream()).distinct().filter(no -> !no.equals(actor.id())).toList();
    }

    private boolean mayAnswer(Seen seen, Actor actor) {
        return actor.id().equals(seen.owner()) || actor.id().equals(seen.deputy()) || HEADS.stream().anyMatch(role -> organisation.holds(actor.id(), role, seen.handledBy(), seen.today()));
    }
}
