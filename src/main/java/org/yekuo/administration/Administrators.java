package org.yekuo.administration;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.organisation.ReadingStaff.Person;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Who administers whom (管理权限): the administrator of a unit its people and those of the units below. Nobody administers herself; whoever also
 * belongs to a unit outside, or administers as high up, is administered from above. Only the province's administrators administer one another.
 */
@Component
public class Administrators {

    private final Organisation organisation;
    private final ReadingStaff reading;
    private final BusinessClock clock;

    Administrators(Organisation organisation, ReadingStaff reading, BusinessClock clock) {
        this.organisation = organisation;
        this.reading = reading;
        this.clock = clock;
    }

    /** The units whose administrator she is; those below are hers too. */
    public Set<UnitCode> units(Actor actor) {
        return actor.kind() != Actor.Kind.STAFF ? Set.of() : organisation.hats(actor.id(), clock.today()).stream()
                .filter(post -> post.role() == Role.ADMINISTRATOR).map(Post::unit).collect(Collectors.toUnmodifiableSet());
    }

    public boolean administers(Actor actor, UnitCode unit) {
        return units(actor).stream().anyMatch(own -> own.covers(unit));
    }

    /** Whether she administers a unit above this one; in the province, the province itself. */
    public boolean administersAbove(Actor actor, UnitCode unit) {
        return units(actor).stream().anyMatch(own -> own.covers(unit) && (unit.isProvince() || !own.equals(unit)));
    }

    /** The person, if she belongs to one of the actor's units. */
    public Optional<Person> seen(String staffNo, Actor actor) {
        return reading.person(staffNo).filter(person -> person.units().stream().anyMatch(unit -> administers(actor, unit)));
    }

    /** Why the actor may not change anything of this person, or empty when she may. */
    public Optional<Refusal> refuse(Person person, Actor actor) {
        if (person.staff().no().equals(actor.id())) {
            return refused("administration.not-oneself", actor.name());
        }
        return person.units().stream().filter(unit -> !administers(actor, unit)).findFirst()
                .or(() -> person.posts().stream().filter(post -> post.role() == Role.ADMINISTRATOR && !administersAbove(actor, post.unit())).map(Post::unit).findFirst())
                .flatMap(unit -> refused("administration.belongs-above", person.staff().name(), organisation.unit(unit).map(one -> one.name()).orElse(unit.value())));
    }

    /** The refusal of somebody who administers nothing. */
    public Optional<Refusal> refuse(Actor actor) {
        return units(actor).isEmpty() ? refused("administration.not-an-administrator", actor.name()) : Optional.empty();
    }

    private static Optional<Refusal> refused(String rule, Object... args) {
        return Optional.of(Refusal.of(Refusal.Kind.FORBIDDEN, Violation.of(rule, args)));
    }
}
