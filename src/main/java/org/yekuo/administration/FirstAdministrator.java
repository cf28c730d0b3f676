package org.yekuo.administration;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.access.KeepingAccounts;
import org.yekuo.administration.internal.TraceStore;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.FillingPost;
import org.yekuo.organisation.KeepingStaff;
import org.yekuo.organisation.KeepingUnits;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Makes the first administrator of an installation (首位管理员), with the province if it is not there: she enters everybody else. Refused as soon as
 * the province has one, for from then on administrators make administrators.
 */
@Component
public class FirstAdministrator {

    private static final Actor COMMAND = Actor.system("first-administrator");

    private final Organisation organisation;
    private final KeepingUnits units;
    private final KeepingStaff staff;
    private final FillingPost posts;
    private final KeepingAccounts accounts;
    private final TraceStore traces;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    FirstAdministrator(Organisation organisation, KeepingUnits units, KeepingStaff staff, FillingPost posts, KeepingAccounts accounts, TraceStore traces,
            BusinessClock clock, PlatformTransactionManager transactions) {
        this.organisation = organisation;
        this.units = units;
        this.staff = staff;
        this.posts = posts;
        this.accounts = accounts;
        this.traces = traces;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers the one-time password of the account {@code login}; her staff number is the same, with hyphens for dots. */
    public Answer<KeepingAccounts.OneTime> make(String login, String name, Unit province) {
        var no = login.replaceAll("[._]", "-");
        if (!province.code().isProvince()) {
            return Answer.refused(Refusal.Kind.INVALID, Violation.at("unit", "administration.first-is-the-provinces", province.code()));
        }
        var there = organisation.holders(province.code(), Role.ADMINISTRATOR, clock.today());
        if (!there.isEmpty()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("administration.not-the-first", province.code(), there.getFirst().name()));
        }
        var entered = transaction.execute(status -> {
            var answer = enter(no, name, province);
            if (answer instanceof Answer.Refused<?>) {
                status.setRollbackOnly();
            }
            return answer;
        });
        // The account is opened when she is there for everybody to see.
        return entered instanceof Answer.Refused<?>(var refusal) ? Answer.refused(refusal) : opened(login, no, province.code());
    }

    private Answer<?> enter(String no, String name, Unit province) {
        if (organisation.unit(province.code()).isEmpty() && units.keep(province) instanceof Answer.Refused<Unit> refused) {
            return refused;
        }
        if (organisation.staff(no).isEmpty() && staff.enter(new Staff(no, name, "", true), province.code()) instanceof Answer.Refused<Staff> refused) {
            return refused;
        }
        return posts.fill(new Post(no, province.code(), Department.MARKETING, Role.ADMINISTRATOR));
    }

    private Answer<KeepingAccounts.OneTime> opened(String login, String no, UnitCode unit) {
        var answer = accounts.keepOneTime(login, no);
        if (answer instanceof Answer.Done<KeepingAccounts.OneTime>) {
            var role = Role.ADMINISTRATOR;
            traces.add(unit, no, Trace.Act.POST_GIVEN, List.of(organisation.unit(unit).map(Unit::name).orElse(unit.value()), role.zh(), role.text().en()), COMMAND);
            traces.add(unit, no, Trace.Act.ACCOUNT_OPENED, List.of(login), COMMAND);
        }
        return answer;
    }
}
