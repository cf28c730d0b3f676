package org.yekuo.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Opens an account again (解锁): one that was locked by hand or after failures; its password stays. */
@Component
public class UnlockingAccount {

    private static final String UNLOCK = """
            update account set failures = 0, locked_until = null, locked_at = null, locked_by = null where login = ?""";

    private final JdbcClient jdbc;

    UnlockingAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers the login; an account that is open stays so. */
    public Answer<String> unlock(String login) {
        return jdbc.sql(UNLOCK).param(login).update() == 0
                ? Answer.refused(Refusal.Kind.NOT_FOUND, Violation.at("login", "access.unknown-login", login)) : Answer.done(login);
    }
}
