package org.yekuo.administration.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yekuo.access.LockingAccount;
import org.yekuo.access.ReadingAccounts;
import org.yekuo.access.SigningIn;
import org.yekuo.access.UnlockingAccount;
import org.yekuo.administration.Change;
import org.yekuo.organisation.DelegatingRole;
import org.yekuo.organisation.DelegatingRole.Delegation;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.EndingDelegation;
import org.yekuo.organisation.EndingLeave;
import org.yekuo.organisation.FillingPost;
import org.yekuo.organisation.KeepingStaff;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.ReadingStaff.Person;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.TakingLeave;
import org.yekuo.organisation.VacatingPost;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Carries a change out in the room it belongs to, in the caller's transaction. */
@Component
public class Carrying {

    private final KeepingStaff keeping;
    private final FillingPost filling;
    private final VacatingPost vacating;
    private final TakingLeave leaving;
    private final EndingLeave comingBack;
    private final DelegatingRole delegating;
    private final EndingDelegation ending;
    private final LockingAccount locking;
    private final UnlockingAccount unlocking;
    private final SigningIn signingIn;
    private final ReadingAccounts accounts;

    Carrying(KeepingStaff keeping, FillingPost filling, VacatingPost vacating, TakingLeave leaving, EndingLeave comingBack, DelegatingRole delegating,
            EndingDelegation ending, LockingAccount locking, UnlockingAccount unlocking, SigningIn signingIn, ReadingAccounts accounts) {
        this.keeping = keeping;
        this.filling = filling;
        this.vacating = vacating;
        this.leaving = leaving;
        this.comingBack = comingBack;
        this.delegating = delegating;
        this.ending = ending;
        this.locking = locking;
        this.unlocking = unlocking;
        this.signingIn = signingIn;
        this.accounts = accounts;
    }

    public Answer<?> carry(Change change, Optional<Person> person, Actor actor) {
        return switch (change) {
            case Change.Enter of -> keeping.enter(new Staff(of.staffNo(), of.name(), of.phone(), true), of.unit());
            case Change.Correct of -> keeping.keep(new Staff(of.staffNo(), of.name(), of.phone(), person.orElseThrow().staff().active()));
            case Change.Depart of -> keep(person.orElseThrow().staff(), false);
            case Change.Return of -> keep(person.orElseThrow().staff(), true);
            case Change.GivePost of -> filling.fill(new Post(of.staffNo(), of.unit(), of.department(), of.role()));
            case Change.TakePost of -> vacating.vacate(new Post(of.staffNo(), of.unit(), Department.MARKETING, of.role()));
            case Change.Away of -> leaving.leave(of.staffNo(), of.from(), of.to());
            case Change.Back of -> comingBack.end(of.staffNo(), of.from());
            case Change.Delegate of -> delegating.delegate(new Delegation(of.staffNo(), of.to(), of.unit(), of.role(), of.from(), of.until()), actor);
            case Change.EndDelegation of -> ending.end(new Delegation(of.staffNo(), of.to(), of.unit(), of.role(), of.from(), of.until()));
            case Change.Lock of -> accounts(of.staffNo(), login -> locking.lock(login, actor));
            case Change.Unlock of -> accounts(of.staffNo(), unlocking::unlock);
            case Change.SignOut of -> signOut(of.staffNo());
        };
    }

    private Answer<?> keep(Staff staff, boolean active) {
        if (staff.active() == active) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of(active ? "administration.there-already" : "administration.gone-already", staff.name()));
        }
        signOut(staff.no());
        return keeping.keep(new Staff(staff.no(), staff.name(), staff.phone(), active));
    }

    private Answer<?> signOut(String staffNo) {
        signingIn.signOutEverywhere(staffNo);
        return Answer.done(staffNo);
    }

    private Answer<?> accounts(String staffNo, Function<String, Answer<String>> then) {
        var hers = accounts.of(List.of(staffNo)).getOrDefault(staffNo, List.of());
        hers.forEach(account -> then.apply(account.login()));
        return hers.isEmpty() ? Answer.refused(Refusal.Kind.CONFLICT, Violation.of("administration.no-account", staffNo)) : Answer.done(staffNo);
    }
}
