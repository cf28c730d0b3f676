package org.yekuo.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Hands a role to a colleague for some days (代理授权). Nobody delegates and is delegated to on the same day, and only what one holds oneself. */
@Component
public class DelegatingRole {

    /** Who hands what to whom, from the first to the last day, both included. */
    public record Delegation(String from, String to, UnitCode unit, Role role, LocalDate fromDay, LocalDate toDay) {}

    private final OrganisationStore store;
    private final Organisation organisation;
    private final BusinessClock clock;

    DelegatingRole(OrganisationStore store, Organisation organisation, BusinessClock clock) {
        this.store = store;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Transactional
    public Answer<Delegation> delegate(Delegation delegation, Actor by) {
        store.lock();
        var wrong = check(delegation);
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        store.add(delegation, by.id());
        return Answer.done(delegation);
    }

    private List<Violation> check(Delegation asked) {
        var wrong = new ArrayList<Violation>();
        if (asked.toDay().isBefore(asked.fromDay()) || asked.toDay().isBefore(clock.today())) {
            wrong.add(Violation.at("toDay", "organisation.delegation-over", asked.toDay()));
        }
        if (asked.from().equals(asked.to())) {
            wrong.add(Violation.at("to", "organisation.delegation-to-self"));
        }
        if (organisation.staff(asked.to()).filter(Staff::active).isEmpty()) {
            wrong.add(Violation.at("to", "organisation.unknown-staff", asked.to(), asked.role().zh()));
        }
        boolean holds = organisation.hats(asked.from(), asked.fromDay()).stream()
                .anyMatch(post -> post.staffNo().equals(asked.from()) && post.unit().equals(asked.unit()) && post.role() == asked.role());
        if (!holds) {
            wrong.add(Violation.at("role", "organisation.not-yours-to-delegate", asked.role().zh(), asked.unit()));
        }
        boolean chain = store.delegations().stream().anyMatch(other -> overlap(other, asked) && (other.to().equals(asked.from()) || other.from().equals(asked.to())));
        if (chain) {
            wrong.add(Violation.at("to", "organisation.delegation-chain", asked.fromDay(), asked.toDay()).citing("不相容职责"));
        }
        return wrong;
    }

    private static boolean overlap(Delegation one, Delegation other) {
        return !one.toDay().isBefore(other.fromDay()) && !other.toDay().isBefore(one.fromDay());
    }
}
