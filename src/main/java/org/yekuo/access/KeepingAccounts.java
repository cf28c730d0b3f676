package org.yekuo.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/**
 * Opens an account for a member of staff, or gives an existing one a new password; that also unlocks it, and ends every token issued under the
 * old one.
 */
@Component
public class KeepingAccounts {

    private static final int SHORTEST = 8;

    /** What bcrypt reads of a password, in bytes; a longer one would be cut silently. */
    private static final int LONGEST_BYTES = 72;

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    private static final String FIND = "select password_hash from account where login = ?";

    private static final String KEEP = """
            insert into account (login, staff_no, password_hash, one_time_until) values (?, ?, ?, ?)
            on conflict (login) do update set password_hash = excluded.password_hash, one_time_until = excluded.one_time_until, failures = 0,
              locked_until = null, locked_at = null, locked_by = null
            where account.staff_no = excluded.staff_no""";

    /** Nothing is changed when the account was locked, or got another password, since the old one was checked. */
    private static final String REPLACE = """
            update account set password_hash = ?, one_time_until = null, failures = 0, locked_until = null
            where login = ? and password_hash = ? and locked_at is null""";

    private static final String REVOKE = "update access_token set revoked_at = ? where login = ? and revoked_at is null";

    /** Letters and digits nobody takes for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int ONE_TIME_LENGTH = 12;
    private static final Duration ONE_TIME_FOR = Duration.ofDays(3);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A one-time password (一次性密码), shown once to whoever hands it over. */
    public record OneTime(String login, String password, Instant until) {

        @Override
        public String toString() {
            return "OneTime[login=" + login + ", password=hidden, until=" + until + "]";
        }
    }

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Organisation organisation;
    private final MachineClock clock;

    KeepingAccounts(JdbcClient jdbc, PasswordEncoder passwords, Organisation organisation, MachineClock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.organisation = organisation;
        this.clock = clock;
    }

    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    @Transactional
    public Answer<String> keep(String login, String staffNo, String password) {
        var wrong = check(login, staffNo, password);
        return wrong.isEmpty() ? keepHashed(login, staffNo, String.valueOf(passwords.encode(password)), null) : Answer.invalid(wrong);
    }

    /** The same with a password drawn here, good for three days: with it one can only choose another ({@link ChangingPassword}). */
    @Transactional
    public Answer<OneTime> keepOneTime(String login, String staffNo) {
        var drawn = RANDOM.ints(ONE_TIME_LENGTH, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).map(String::valueOf).collect(Collectors.joining());
        var wrong = check(login, staffNo, drawn);
        var until = clock.now().plus(ONE_TIME_FOR);
        return wrong.isEmpty() ? keepHashed(login, staffNo, String.valueOf(passwords.encode(drawn)), until).map(kept -> new OneTime(kept, drawn, until)) : Answer.invalid(wrong);
    }

    /** Opens accounts with one common password, hashed once; accounts that are there stay as they are. Answers how many were opened. */
    @Transactional
    public Answer<Integer> open(Map<String, String> staffByLogin, String password) {
        var wrong = new ArrayList<Violation>();
        var fresh = staffByLogin.entrySet().stream().filter(account -> jdbc.sql(FIND).param(account.getKey()).query(String.class).optional().isEmpty()).toList();
        fresh.forEach(account -> wrong.addAll(check(account.getKey(), account.getValue(), password)));
        if (wrong.isEmpty() && !fresh.isEmpty()) {
            var hash = String.valueOf(passwords.encode(password));
            fresh.forEach(account -> keepHashed(account.getKey(), account.getValue(), hash, null));
        }
        return wrong.isEmpty() ? Answer.done(fresh.size()) : Answer.invalid(wrong);
    }

    /** The hash of the password an account has now. */
    Optional<String> hash(String login) {
        return jdbc.sql(FIND).param(login).query(String.class).optional();
    }

    /** Puts another password in the place of the one that was checked; unlocks nothing. Answers whether it was still hers and the account open. */
    @Transactional
    boolean replace(String login, String checkedHash, String password) {
        boolean replaced = jdbc.sql(REPLACE).params(String.valueOf(passwords.encode(password)), login, checkedHash).update() > 0;
        if (replaced) {
            jdbc.sql(REVOKE).params(Timestamp.from(clock.now()), login).update();
        }
        return replaced;
    }

    private List<Violation> check(String login, String staffNo, String password) {
        var wrong = new ArrayList<Violation>();
        if (!isLogin(login)) {
            wrong.add(Violation.at("login", "access.login-shape", login));
        }
        wrong.addAll(length(password, "password"));
        if (organisation.staff(staffNo).filter(Staff::active).isEmpty()) {
            wrong.add(Violation.at("staffNo", "access.unknown-staff", staffNo));
        }
        return wrong;
    }

    static List<Violation> length(String password, String field) {
        return password.length() < SHORTEST ? List.of(Violation.at(field, "access.password-too-short", SHORTEST))
                : password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES ? List.of(Violation.at(field, "access.password-too-long", LONGEST_BYTES)) : List.of();
    }

    private Answer<String> keepHashed(String login, String staffNo, String hash, @Nullable Instant oneTimeUntil) {
        if (jdbc.sql(KEEP).params(Arrays.asList(login, staffNo, hash, oneTimeUntil == null ? null : Timestamp.from(oneTimeUntil))).update() == 0) {
            return Answer.invalid(List.of(Violation.at("login", "access.login-taken", login)));
        }
        jdbc.sql(REVOKE).params(Timestamp.from(clock.now()), login).update();
        return Answer.done(login);
    }
}
