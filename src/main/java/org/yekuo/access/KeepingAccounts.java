package org.yekuo.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.organisation.Organisation;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Opens an account for a member of staff, or gives an existing one a new password. */
@Component
public class KeepingAccounts {

    private static final int SHORTEST = 8;

    private static final String FIND = "select password_hash from account where login = ?";

    private static final String KEEP = """
            insert into account (login, staff_no, password_hash) values (?, ?, ?)
            on conflict (login) do update set password_hash = excluded.password_hash, failures = 0, locked_until = null
            where account.staff_no = excluded.staff_no""";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Organisation organisation;

    KeepingAccounts(JdbcClient jdbc, PasswordEncoder passwords, Organisation organisation) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.organisation = organisation;
    }

    @Transactional
    public Answer<String> keep(String login, String staffNo, String password) {
        return keepHashed(login, staffNo, password, password.length() < SHORTEST ? "" : String.valueOf(passwords.encode(password)));
    }

    /** Opens accounts with one common password, hashed once; accounts that are there stay as they are. Answers how many were opened. */
    @Transactional
    public Answer<Integer> open(java.util.Map<String, String> staffByLogin, String password) {
        var wrong = new ArrayList<Violation>();
        var hash = String.valueOf(passwords.encode(password));
        int opened = 0;
        for (var account : staffByLogin.entrySet()) {
            if (jdbc.sql(FIND).param(account.getKey()).query(String.class).optional().isEmpty()) {
                if (keepHashed(account.getKey(), account.getValue(), password, hash) instanceof Answer.Refused<String>(var refusal)) {
                    wrong.addAll(refusal.violations());
                }
                opened++;
            }
        }
        return wrong.isEmpty() ? Answer.done(opened) : Answer.invalid(wrong);
    }

    private Answer<String> keepHashed(String login, String staffNo, String password, String hash) {
        var wrong = new ArrayList<Violation>();
        if (!login.matches("[a-z0-9][a-z0-9._-]{2,39}")) {
            wrong.add(Violation.at("login", "access.login-shape", login));
        }
        if (password.length() < SHORTEST) {
            wrong.add(Violation.at("password", "access.password-too-short", SHORTEST));
        }
        if (organisation.staff(staffNo).isEmpty()) {
            wrong.add(Violation.at("staffNo", "access.unknown-staff", staffNo));
        }
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        return jdbc.sql(KEEP).params(login, staffNo, hash).update() == 1 ? Answer.done(login)
                : Answer.invalid(List.of(Violation.at("login", "access.login-taken", login)));
    }
}
