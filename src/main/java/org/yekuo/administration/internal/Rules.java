package org.yekuo.administration.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.administration.Administrators;
import org.yekuo.administration.Change;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.organisation.ReadingStaff.Person;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Whether somebody may make a change: her own affairs, or those of people she administers. */
@Component
public class Rules {

    private final Administrators administrators;
    private final ReadingStaff reading;

    Rules(Administrators administrators, ReadingStaff reading) {
        this.administrators = administrators;
        this.reading = reading;
    }

    /** @param person whom it concerns, or empty when nobody has that number, or she is not the actor's to see */
    public Optional<Refusal> refuse(Change change, Optional<Person> person, Actor actor) {
        if (change instanceof Change.Own && change.staffNo().equals(actor.id())) {
            return wrong(change, person);
        }
        var nobody = administrators.refuse(actor);
        if (nobody.isPresent()) {
            return nobody;
        }
        if (change instanceof Change.Enter enter) {
            return administrators.administers(actor, enter.unit()) ? Optional.empty() : invalid("unit", "administration.unit-not-yours", enter.unit());
        }
        if (person.isEmpty()) {
            return Optional.of(Refusal.of(Refusal.Kind.NOT_FOUND, Violation.of("administration.no-such-person", change.staffNo())));
        }
        return switch (change) {
            case Change.GivePost give -> post(give.unit(), give.role(), person.get(), actor).or(() -> wrong(change, person));
            case Change.TakePost take -> post(take.unit(), take.role(), person.get(), actor);
            case Change.Delegate lend -> lend.to().equals(actor.id()) ? invalid("to", "administration.not-oneself", actor.name())
                    : post(lend.unit(), lend.role(), person.get(), actor).or(() -> wrong(change, person));
            case Change.Enter _, Change.Correct _, Change.Depart _, Change.Return _, Change.Away _, Change.Back _, Change.EndDelegation _, Change.Lock _, Change.Unlock _,
                    Change.SignOut _ -> administrators.refuse(person.get(), actor);
        };
    }

    /** Posts are given and taken where they are; that of an administrator only from above, and nobody's own. */
    private Optional<Refusal> post(UnitCode unit, Role role, Person person, Actor actor) {
        if (person.staff().no().equals(actor.id())) {
            return administrators.refuse(person, actor);
        }
        boolean may = role == Role.ADMINISTRATOR ? administrators.administersAbove(actor, unit) : administrators.administers(actor, unit);
        return may ? Optional.empty() : invalid("unit", role == Role.ADMINISTRATOR ? "administration.from-above" : "administration.unit-not-yours", unit);
    }

    /** Whoever gives posts has none of the business herself, by loan neither (不相容职责). */
    private Optional<Refusal> wrong(Change change, Optional<Person> person) {
        if (change instanceof Change.GivePost give && person.stream().flatMap(one -> one.posts().stream())
                .anyMatch(post -> (post.role() == Role.ADMINISTRATOR) != (give.role() == Role.ADMINISTRATOR))) {
            return invalid("role", "administration.administrator-alone", give.role().zh());
        }
        if (change instanceof Change.Delegate lend && lend.role() == Role.ADMINISTRATOR) {
            return invalid("post", "administration.not-to-be-lent", lend.role().zh());
        }
        if (change instanceof Change.Delegate lend && reading.person(lend.to()).stream().flatMap(one -> one.posts().stream()).anyMatch(post -> post.role() == Role.ADMINISTRATOR)) {
            return invalid("to", "administration.administrator-alone", lend.role().zh());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> invalid(String field, String rule, Object... args) {
        return Optional.of(Refusal.invalid(List.of(Violation.at(field, rule, args))));
    }
}
