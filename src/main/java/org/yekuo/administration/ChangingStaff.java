package org.yekuo.administration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.administration.internal.Carrying;
import org.yekuo.administration.internal.Rules;
import org.yekuo.administration.internal.TraceStore;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.organisation.ReadingStaff.Person;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;

/**
 * Changes something about a person (人员、岗位、账号变动), with its trace, in one transaction. Everybody does her own affairs
 * ({@link Change.Own}); everything else needs an administrator of all the person's units. A person elsewhere is not there.
 */
@Component
public class ChangingStaff {

    private final Administrators administrators;
    private final ReadingStaff reading;
    private final Organisation organisation;
    private final Rules rules;
    private final Carrying carrying;
    private final TraceStore traces;
    private final TransactionTemplate transaction;

    ChangingStaff(Administrators administrators, ReadingStaff reading, Organisation organisation, Rules rules, Carrying carrying, TraceStore traces,
            PlatformTransactionManager transactions) {
        this.administrators = administrators;
        this.reading = reading;
        this.organisation = organisation;
        this.rules = rules;
        this.carrying = carrying;
        this.traces = traces;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers the number of the person. */
    public Answer<String> change(Change change, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var answer = changeLocked(change, actor);
            if (answer instanceof Answer.Refused<String>) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private Answer<String> changeLocked(Change change, Actor actor) {
        traces.lock(change.staffNo());
        var person = change.staffNo().equals(actor.id()) ? reading.person(actor.id()) : administrators.seen(change.staffNo(), actor);
        var refusal = rules.refuse(change, person, actor);
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        return switch (carrying.carry(change, person, actor)) {
            case Answer.Refused<?>(var why) -> Answer.refused(why);
            case Answer.Done<?> done -> {
                note(change, person, actor);
                yield Answer.done(change.staffNo());
            }
        };
    }

    private void note(Change change, Optional<Person> person, Actor actor) {
        var home = person.flatMap(one -> one.units().stream().min(UnitCode::compareTo));
        switch (change) {
            case Change.Enter of -> add(of.unit(), of, Trace.Act.ENTERED, List.of(of.name(), of.phone()), actor);
            case Change.Correct of -> add(home, of, Trace.Act.CORRECTED, List.of(person.orElseThrow().staff().name(), person.orElseThrow().staff().phone(), of.name(), of.phone()), actor);
            case Change.Depart of -> add(home, of, Trace.Act.DEPARTED, List.of(), actor);
            case Change.Return of -> add(home, of, Trace.Act.RETURNED, List.of(), actor);
            case Change.GivePost of -> add(of.unit(), of, Trace.Act.POST_GIVEN, List.of(name(of.unit()), of.role().zh(), of.role().text().en()), actor);
            case Change.TakePost of -> add(of.unit(), of, Trace.Act.POST_TAKEN, List.of(name(of.unit()), of.role().zh(), of.role().text().en()), actor);
            case Change.Away of -> add(home, of, Trace.Act.AWAY, List.of(of.from().toString(), of.to().toString()), actor);
            case Change.Back of -> add(home, of, Trace.Act.BACK, List.of(of.from().toString()), actor);
            case Change.Delegate of -> add(of.unit(), of, Trace.Act.DELEGATED, List.of(name(of.unit()), of.role().zh(), of.role().text().en(), person(of.to()), of.from().toString(),
                    of.until().toString()), actor);
            case Change.EndDelegation of -> add(of.unit(), of, Trace.Act.DELEGATION_ENDED, List.of(name(of.unit()), of.role().zh(), of.role().text().en(), person(of.to())), actor);
            case Change.Lock of -> add(home, of, Trace.Act.LOCKED, List.of(), actor);
            case Change.Unlock of -> add(home, of, Trace.Act.UNLOCKED, List.of(), actor);
            case Change.SignOut of -> add(home, of, Trace.Act.SIGNED_OUT, List.of(), actor);
        }
    }

    private void add(Optional<UnitCode> home, Change change, Trace.Act act, List<String> args, Actor actor) {
        add(home.orElseThrow(() -> new YekuoException("administration.nowhere", "The person " + change.staffNo() + " belongs to no unit.")), change, act, args, actor);
    }

    private void add(UnitCode unit, Change change, Trace.Act act, List<String> args, Actor actor) {
        traces.add(unit, change.staffNo(), act, args, actor);
    }

    private String name(UnitCode unit) {
        return organisation.unit(unit).map(one -> one.name()).orElse(unit.value());
    }

    private String person(String staffNo) {
        return organisation.staff(staffNo).map(one -> one.name()).orElse(staffNo);
    }
}
