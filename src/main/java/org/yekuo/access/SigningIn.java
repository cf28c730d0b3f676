package org.yekuo.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.access.internal.TokenHash;
import org.yekuo.calendar.MachineClock;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Signs a person in with login and password, and hands her a token. Five failures lock the account for a quarter of an hour. An unknown login
 * and a wrong password cost the same work and get the same answer.
 */
@Component
public class SigningIn {

    /** A token, shown once. */
    public record Token(String value, String staffNo, Instant expiresAt) {}

    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);
    private static final Duration VALID_FOR = Duration.ofHours(12);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String FIND = "select staff_no, password_hash, failures, locked_until from account where login = ? for update";

    private static final String FAILED = "update account set failures = ?, locked_until = ? where login = ?";

    private static final String NOTE = "insert into sign_in (login, at, outcome, address) values (?, ?, ?, ?)";

    private static final String ISSUE = "insert into access_token (token_hash, login, staff_no, issued_at, expires_at) values (?, ?, ?, ?, ?)";

    private static final String REVOKE = "update access_token set revoked_at = ? where staff_no = ? and revoked_at is null";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final MachineClock clock;
    private final String nobodysHash;

    SigningIn(JdbcClient jdbc, PasswordEncoder passwords, MachineClock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysHash = String.valueOf(passwords.encode("nobody's password"));
    }

    private record Found(String staffNo, String hash, int failures, @Nullable Instant lockedUntil) {}

    /** Failures are noted too, so a refusal is committed like a success. */
    @Transactional
    public Answer<Token> signIn(String login, String password, @Nullable String address) {
        var now = clock.now();
        var found = find(login);
        boolean right = passwords.matches(password, found.map(Found::hash).orElse(nobodysHash)) && found.isPresent();
        var locked = found.map(Found::lockedUntil).filter(until -> until.isAfter(now)).isPresent();
        if (locked || !right) {
            found.filter(account -> !locked).ifPresent(account -> failed(login, account.failures() + 1, now));
            note(login, now, locked ? "LOCKED" : "REFUSED", address);
            return Answer.refused(Refusal.Kind.UNAUTHENTICATED, Violation.of("access.not-signed-in", MOST_FAILURES, LOCKED_FOR.toMinutes()));
        }
        var account = found.orElseThrow();
        jdbc.sql(FAILED).params(java.util.Arrays.asList(0, null, login)).update();
        note(login, now, "SIGNED_IN", address);
        return Answer.done(issue(login, account.staffNo(), now));
    }

    /** Makes every token of a person worthless (全部退出). */
    @Transactional
    public void signOutEverywhere(String staffNo) {
        jdbc.sql(REVOKE).params(Timestamp.from(clock.now()), staffNo).update();
    }

    private Optional<Found> find(String login) {
        return jdbc.sql(FIND).param(login).query((row, i) -> {
            var until = row.getTimestamp("locked_until");
            return new Found(row.getString("staff_no"), row.getString("password_hash"), row.getInt("failures"), until == null ? null : until.toInstant());
        }).optional();
    }

    private void failed(String login, int failures, Instant now) {
        boolean lock = failures >= MOST_FAILURES;
        jdbc.sql(FAILED).params(java.util.Arrays.asList(lock ? 0 : failures, lock ? Timestamp.from(now.plus(LOCKED_FOR)) : null, login)).update();
    }

    private void note(String login, Instant now, String outcome, @Nullable String address) {
        jdbc.sql(NOTE).params(java.util.Arrays.asList(login.substring(0, Math.min(60, login.length())), Timestamp.from(now), outcome, address)).update();
    }

    private Token issue(String login, String staffNo, Instant now) {
        var random = new byte[32];
        RANDOM.nextBytes(random);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var expires = now.plus(VALID_FOR);
        jdbc.sql(ISSUE).params(TokenHash.of(value), login, staffNo, Timestamp.from(now), Timestamp.from(expires)).update();
        return new Token(value, staffNo, expires);
    }
}
