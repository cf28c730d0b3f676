package org.yekuo.appointment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.access.CaseAct;
import org.yekuo.access.Permissions;
import org.yekuo.appointment.internal.CrewStore;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Who goes out with whom (编班). Every change is kept with who made it; visits that are placed stay as they are. */
@Component
public class KeepingCrews {

    private final CrewStore store;
    private final Organisation organisation;
    private final BusinessClock clock;

    KeepingCrews(CrewStore store, Organisation organisation, BusinessClock clock) {
        this.store = store;
        this.organisation = organisation;
        this.clock = clock;
    }

    public List<Crew> of(UnitCode company) {
        return store.of(company);
    }

    /** Files a crew, or what is new about one. Refused to whoever assigns no work in the company, and with people who do not hold its role there. */
    @Transactional
    public Answer<Crew> put(Crew crew, Actor actor) {
        if (!mayKeep(crew.company(), actor)) {
            return forbidden(actor);
        }
        var wrong = new ArrayList<Violation>();
        if (crew.people().isEmpty()) {
            wrong.add(Violation.at("people", "appointment.crew-empty"));
        }
        crew.people().stream().filter(person -> !organisation.holds(person, crew.role(), crew.company(), clock.today()))
                .forEach(person -> wrong.add(Violation.at("people", "appointment.crew-stranger", person, crew.role().zh())));
        store.of(crew.company()).stream().filter(other -> !other.name().equals(crew.name()) && !crew.people().isEmpty() && other.people().getFirst().equals(crew.people().getFirst()))
                .forEach(other -> wrong.add(Violation.at("people", "appointment.crew-leads-already", crew.people().getFirst(), other.name())));
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        store.put(crew, clock.today(), actor.id());
        return Answer.done(crew);
    }

    @Transactional
    public Answer<String> remove(UnitCode company, String name, Actor actor) {
        if (!mayKeep(company, actor)) {
            return forbidden(actor);
        }
        return store.remove(company, name, clock.today(), actor.id()) ? Answer.done(name) : Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("appointment.no-such-crew", name));
    }

    /** Whether somebody may say who goes out with whom in a company. */
    public boolean mayKeep(UnitCode company, Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM
                || Permissions.rolesFor(CaseAct.ASSIGN).stream().anyMatch(role -> organisation.holds(actor.id(), role, company, clock.today()));
    }

    private static <T> Answer<T> forbidden(Actor actor) {
        return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("appointment.may-not-keep-crews", actor.name(),
                String.join("、", Permissions.rolesFor(CaseAct.ASSIGN).stream().map(Role::zh).sorted().toList())));
    }
}
