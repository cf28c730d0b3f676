package org.yekuo.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.yekuo.access.internal.TokenHash;
import org.yekuo.calendar.MachineClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Signs a person in with login and password, and hands her a token. Five failures lock the account for a quarter of an hour. An unknown login,
 * a locked account and a wrong password cost the same work and get the same answer, a second late ({@code yekuo.access.refusal-delay}).
 */
@Component
public class SigningIn {

    /**
     * A token, shown once.
     *
     * @param oneTime whether it was got with a one-time password: it is good for choosing another, and nothing else
     */
    public record Token(String value, String staffNo, Instant expiresAt, boolean oneTime) {

        @Override
        public String toString() {
            return "Token[value=hidden, staffNo=" + staffNo + ", expiresAt=" + expiresAt + ", oneTime=" + oneTime + "]";
        }
    }

    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);
    private static final Duration VALID_FOR = Duration.ofHours(12);
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Counts the attempt before the password is looked at, so that guesses made at the same moment are counted too, and neither a row lock nor
     * a connection is held while the password is hashed. Nothing comes back for an account that is locked or not there.
     */
    private static final String TRY = """
            update account
            set failures = case when locked_until is null then failures + 1 else 1 end,
                locked_until = case when locked_until is null and failures + 1 >= :most then cast(:until as timestamptz) end
            where login = :login and locked_at is null and (locked_until is null or locked_until <= :now)
            returning staff_no, password_hash, one_time_until""";

    private static final String KNOWN = "select count(*) from account where login = ?";

    /** Nothing is updated when the account was locked, or got another password, while this one was looked at. */
    private static final String PASSED = """
            update account set failures = 0, locked_until = null where login = ? and password_hash = ? and locked_at is null""";

    private static final String NOTE = "insert into sign_in (login, at, outcome, address) values (?, ?, ?, ?)";

    private static final String ISSUE = "insert into access_token (token_hash, login, staff_no, issued_at, expires_at) values (?, ?, ?, ?, ?)";

    // access_token_age
    private static final String FORGET = "delete from access_token where expires_at < ?";

    private static final String REVOKE = "update access_token set revoked_at = ? where staff_no = ? and revoked_at is null";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final PasswordEncoder passwords;
    private final Organisation organisation;
    private final MachineClock clock;
    private final String nobodysHash;
    private final Duration delay;

    SigningIn(JdbcClient jdbc, TransactionOperations transaction, PasswordEncoder passwords, Organisation organisation, MachineClock clock,
            @Value("${yekuo.access.refusal-delay:1s}") Duration delay) {
        this.delay = delay;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.passwords = passwords;
        this.organisation = organisation;
        this.clock = clock;
        this.nobodysHash = String.valueOf(passwords.encode("nobody's password"));
    }

    private record Found(String staffNo, String hash, @Nullable Instant oneTimeUntil) {}

    /** Failures stay counted and noted whatever comes of it. Upper and lower case of the login are the same. */
    public Answer<Token> signIn(String typedLogin, String password, @Nullable String address) {
        var now = clock.now();
        var login = typedLogin.strip().toLowerCase(Locale.ROOT);
        // No account has such a login, and the database takes no NUL.
        var found = KeepingAccounts.isLogin(login) ? tried(login, now) : Optional.<Found>empty();
        boolean known = KeepingAccounts.isLogin(login) && jdbc.sql(KNOWN).param(login).query(Integer.class).single() > 0;
        boolean right = passwords.matches(password, found.map(Found::hash).orElse(nobodysHash));
        var account = found.orElse(null);
        if (account == null || !right) {
            note(known ? login : "", now, !known ? "UNKNOWN" : account == null ? "LOCKED" : "REFUSED", address);
            return refused();
        }
        if (organisation.staff(account.staffNo()).filter(Staff::active).isEmpty()) {
            note(login, now, "LEFT", address);
            return refused();
        }
        if (account.oneTimeUntil() != null && account.oneTimeUntil().isBefore(now)) {
            note(login, now, "EXPIRED", address);
            return refused();
        }
        return Objects.requireNonNull(transaction.execute(status -> passed(login, account, now, address))).<Answer<Token>>map(Answer::done).orElseGet(this::refused);
    }

    private Optional<Token> passed(String login, Found account, Instant now, @Nullable String address) {
        if (jdbc.sql(PASSED).params(login, account.hash()).update() == 0) {
            note(login, now, "LOCKED", address);
            return Optional.empty();
        }
        note(login, now, "SIGNED_IN", address);
        jdbc.sql(FORGET).param(Timestamp.from(now)).update();
        return Optional.of(issue(login, account, now));
    }

    /** Makes every token of a person worthless (全部退出). */
    @Transactional
    public void signOutEverywhere(String staffNo) {
        jdbc.sql(REVOKE).params(Timestamp.from(clock.now()), staffNo).update();
    }

    /** Late, and equally late whatever was wrong: guessing takes its time, and the time tells nothing. Nothing is held meanwhile. */
    private Answer<Token> refused() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Answer.refused(Refusal.Kind.UNAUTHENTICATED, Violation.of("access.not-signed-in", MOST_FAILURES, LOCKED_FOR.toMinutes()));
    }

    private Optional<Found> tried(String login, Instant now) {
        return jdbc.sql(TRY).param("most", MOST_FAILURES).param("until", Timestamp.from(now.plus(LOCKED_FOR))).param("login", login).param("now", Timestamp.from(now))
                .query((row, i) -> new Found(row.getString("staff_no"), row.getString("password_hash"),
                        row.getTimestamp("one_time_until") == null ? null : row.getTimestamp("one_time_until").toInstant())).optional();
    }

    private void note(String login, Instant now, String outcome, @Nullable String address) {
        jdbc.sql(NOTE).params(Arrays.asList(login, Timestamp.from(now), outcome, address)).update();
    }

    private Token issue(String login, Found account, Instant now) {
        var random = new byte[32];
        RANDOM.nextBytes(random);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var expires = now.plus(VALID_FOR);
        jdbc.sql(ISSUE).params(TokenHash.of(value), login, account.staffNo(), Timestamp.from(now), Timestamp.from(expires)).update();
        return new Token(value, account.staffNo(), expires, account.oneTimeUntil() != null);
    }
}
