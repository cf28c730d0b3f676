package org.yekuo.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/**
 * Somebody chooses a password of her own (修改密码), the first thing to do with a one-time password. She shows that she knows the one she has, and
 * a wrong one counts as at the sign-in. Every token of the account ends; she gets a fresh one. An account locked meanwhile stays locked.
 */
@Component
public class ChangingPassword {

    /** What she typed; the new one twice. */
    public record Change(String now, String fresh, String again) {

        @Override
        public String toString() {
            return "Change[hidden]";
        }
    }

    private final SigningIn signingIn;
    private final KeepingAccounts accounts;
    private final TransactionOperations transaction;

    ChangingPassword(SigningIn signingIn, KeepingAccounts accounts, TransactionOperations transaction) {
        this.signingIn = signingIn;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** @param trace leaves its trace in the transaction that changes the password */
    public Answer<SigningIn.Token> change(String login, Change change, @Nullable String address, Runnable trace) {
        var wrong = new ArrayList<Violation>();
        if (!change.fresh().equals(change.again())) {
            wrong.add(Violation.at("again", "access.passwords-differ"));
        }
        if (change.fresh().equals(change.now())) {
            wrong.add(Violation.at("fresh", "access.same-password"));
        }
        if (change.fresh().toLowerCase(java.util.Locale.ROOT).contains(login)) {
            wrong.add(Violation.at("fresh", "access.password-tells-login"));
        }
        KeepingAccounts.length(change.fresh(), "fresh").forEach(wrong::add);
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        // Read before it is checked: one that changed in between is replaced by nobody who showed the old one.
        var hash = accounts.hash(login);
        return switch (signingIn.signIn(login, change.now(), address)) {
            case Answer.Refused<SigningIn.Token> refused -> Answer.invalid(List.of(Violation.at("now", "access.not-your-password")));
            case Answer.Done<SigningIn.Token> known -> hash.isPresent() && replaced(login, hash.get(), change.fresh(), trace)
                    ? signingIn.signIn(login, change.fresh(), address) : Answer.invalid(List.of(Violation.at("now", "access.not-your-password")));
        };
    }

    private boolean replaced(String login, String checkedHash, String fresh, Runnable trace) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean replaced = accounts.replace(login, checkedHash, fresh);
            if (replaced) {
                trace.run();
            }
            return replaced;
        }));
    }
}
