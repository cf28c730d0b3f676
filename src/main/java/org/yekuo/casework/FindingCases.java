package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.FoundCases;
import org.yekuo.customer.AccountChange;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Finds cases wherever they stand, ended ones and those of an old system too (查找案件): by number, old number, account, end of the telephone number, or words. */
@Component
public class FindingCases {

    /** The newest so many are given. */
    public static final int MOST = 50;

    /** A case found. */
    public record Found(
            CaseNo caseNo, @Nullable String originalNo, String customerName, String address, String business, String status, @Nullable LocalDate acceptedOn,
            @Nullable LocalDate endedOn, boolean asRecorded) {}

    private final FoundCases cases;
    private final Accounts accounts;
    private final Organisation organisation;
    private final BusinessClock clock;

    FindingCases(FoundCases cases, Accounts accounts, Organisation organisation, BusinessClock clock) {
        this.cases = cases;
        this.accounts = accounts;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Those the actor may see, the newest first. */
    @Transactional(readOnly = true)
    public List<Found> find(String words, Actor actor) {
        var said = words.strip();
        if (said.isEmpty() || actor.kind() != Actor.Kind.STAFF) {
            return List.of();
        }
        var scope = organisation.scope(actor.id(), clock.today());
        var cities = organisation.units().stream().map(Unit::code).filter(UnitCode::isCity)
                .filter(city -> scope.units().stream().anyMatch(unit -> unit.covers(city) || city.covers(unit))).toList();
        return cases.find(said, cities, ofAccount(said), scope.units(), MOST);
    }

    private List<CaseNo> ofAccount(String said) {
        var found = new LinkedHashSet<CaseNo>();
        ConsumerNo.parse(said).flatMap(accounts::find).ifPresent(account -> {
            found.add(account.openedBy());
            accounts.history(account.consumerNo()).stream().map(AccountChange::by).forEach(found::add);
        });
        return new ArrayList<>(found);
    }
}
