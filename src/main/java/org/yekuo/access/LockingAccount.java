package org.yekuo.access;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Locks an account (停用账号) and ends its tokens at once, until {@link UnlockingAccount} opens it or {@link KeepingAccounts} gives it a new
 * password. */
@Component
public class LockingAccount {

    private static final String LOCK = "update account set locked_at = coalesce(locked_at, ?), locked_by = coalesce(locked_by, ?) where login = ?";

    private static final String REVOKE = "update access_token set revoked_at = ? where login = ? and revoked_at is null";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    LockingAccount(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Answers the login; locking twice is locking once. */
    @Transactional
    public Answer<String> lock(String login, Actor by) {
        var now = Timestamp.from(clock.now());
        if (jdbc.sql(LOCK).params(now, by.id(), login).update() == 0) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.at("login", "access.unknown-login", login));
        }
        jdbc.sql(REVOKE).params(now, login).update();
        return Answer.done(login);
    }
}
