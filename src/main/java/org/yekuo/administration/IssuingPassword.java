package org.yekuo.administration;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.access.KeepingAccounts;
import org.yekuo.access.ReadingAccounts;
import org.yekuo.access.ReadingAccounts.Account;
import org.yekuo.administration.internal.TraceStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Opens a person's account, or gives it a new password (开通账号、重置密码): a one-time password the administrator sees once and hands over. All
 * sessions of the account end.
 */
@Component
public class IssuingPassword {

    private final Administrators administrators;
    private final KeepingAccounts keeping;
    private final ReadingAccounts accounts;
    private final TraceStore traces;
    private final TransactionTemplate transaction;

    IssuingPassword(Administrators administrators, KeepingAccounts keeping, ReadingAccounts accounts, TraceStore traces, PlatformTransactionManager transactions) {
        this.administrators = administrators;
        this.keeping = keeping;
        this.accounts = accounts;
        this.traces = traces;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param login for her first account; who has one keeps its login */
    public Answer<KeepingAccounts.OneTime> issue(String staffNo, String login, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var answer = issueLocked(staffNo, login, actor);
            if (answer instanceof Answer.Refused<KeepingAccounts.OneTime>) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private Answer<KeepingAccounts.OneTime> issueLocked(String staffNo, String login, Actor actor) {
        traces.lock(staffNo);
        var nobody = administrators.refuse(actor);
        if (nobody.isPresent()) {
            return Answer.refused(nobody.get());
        }
        var person = administrators.seen(staffNo, actor);
        if (person.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("administration.no-such-person", staffNo));
        }
        var refusal = administrators.refuse(person.get(), actor);
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        var hers = accounts.of(List.of(staffNo)).getOrDefault(staffNo, List.of());
        var answer = keeping.keepOneTime(hers.stream().map(Account::login).findFirst().orElse(login), staffNo);
        if (answer instanceof Answer.Done<KeepingAccounts.OneTime>(var given)) {
            traces.add(person.get().units().stream().min(UnitCode::compareTo).orElseThrow(), staffNo,
                    hers.isEmpty() ? Trace.Act.ACCOUNT_OPENED : Trace.Act.PASSWORD_RESET, List.of(given.login()), actor);
        }
        return answer;
    }
}
