package org.yekuo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.yekuo.calendar.MachineClock;
import org.yekuo.organisation.KeepingStaff;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.scenario.Day;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

class SigningInIT extends Day {

    @Autowired
    private SigningIn signingIn;

    @Autowired
    private KeepingAccounts accounts;

    @Autowired
    private LockingAccount locking;

    @Autowired
    private KeepingStaff keepingStaff;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Organisation organisation;

    @Autowired
    private MachineClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void five_failures_lock_an_account_even_for_the_right_password_and_others_are_not_touched() {
        accounts.keep("locked.out", "340121-da1", "a-good-password");
        for (int i = 0; i < 5; i++) {
            assertThat(signingIn.signIn("locked.out", "wrong", "127.0.0.1")).isInstanceOf(Answer.Refused.class);
        }

        assertThat(signingIn.signIn("locked.out", "a-good-password", "127.0.0.1")).isInstanceOf(Answer.Refused.class);
        assertThat(office.post(null, "/tokens", Map.of("username", "cf.da1", "password", "yekuo-drill")).status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from sign_in where login = 'locked.out' and outcome = 'LOCKED'").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void neither_passwords_nor_tokens_are_kept_and_signing_out_everywhere_ends_every_token() {
        accounts.keep("signs.out", "340122-da1", "a-good-password");
        var token = ((Answer.Done<SigningIn.Token>) signingIn.signIn("signs.out", "a-good-password", null)).value();
        assertThat(jdbc.sql("select count(*) from access_token where token_hash = ?").param(token.value()).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select password_hash from account where login = 'signs.out'").query(String.class).single()).startsWith("{bcrypt}");

        signingIn.signOutEverywhere("340122-da1");
        assertThat(jdbc.sql("select count(*) from access_token where staff_no = '340122-da1' and revoked_at is null").query(Integer.class).single()).isZero();
    }

    @Test
    void guesses_made_at_the_same_moment_are_all_counted() throws Exception {
        accounts.keep("guessed.at", "340123-da1", "a-good-password");
        try (var threads = Executors.newFixedThreadPool(16)) {
            var guesses = IntStream.range(0, 16).mapToObj(n -> threads.submit(() -> signingIn.signIn("guessed.at", "guess-" + n, "127.0.0.1"))).toList();
            for (var guess : guesses) {
                assertThat(guess.get()).isInstanceOf(Answer.Refused.class);
            }
        }

        assertThat(outcomes("guessed.at")).filteredOn("REFUSED"::equals).hasSize(5);
        assertThat(outcomes("guessed.at")).filteredOn("LOCKED"::equals).hasSize(11);
    }

    @Test
    void a_locked_account_opens_again_after_a_quarter_of_an_hour_and_counts_afresh() {
        accounts.keep("waits.long", "340123-da1", "a-good-password");
        var now = new AtomicReference<>(Instant.parse("2026-01-05T02:00:00Z"));
        var clocked = new SigningIn(jdbc, transaction, passwords, organisation, now::get, Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            clocked.signIn("waits.long", "wrong", null);
        }
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(15)).minusSeconds(1));
        assertThat(clocked.signIn("waits.long", "a-good-password", null)).isInstanceOf(Answer.Refused.class);

        now.updateAndGet(instant -> instant.plusSeconds(1));
        assertThat(clocked.signIn("waits.long", "wrong", null)).isInstanceOf(Answer.Refused.class);
        assertThat(clocked.signIn(" Waits.Long ", "a-good-password", null)).as("one failure since").isInstanceOf(Answer.Done.class);
    }

    @Test
    void an_unknown_login_a_locked_one_and_a_wrong_password_get_the_same_answer() {
        accounts.keep("same.answer", "340123-da1", "a-good-password");
        accounts.keep("shut.account", "340123-da1", "a-good-password");
        locking.lock("shut.account", Actor.system("test"));

        var wrong = signingIn.signIn("same.answer", "wrong", null);

        assertThat(signingIn.signIn("shut.account", "a-good-password", null)).isEqualTo(wrong);
        assertThat(signingIn.signIn("nobody.at.all", "a-good-password", null)).isEqualTo(wrong);
        assertThat(signingIn.signIn("a password typed here \0", "", null)).isEqualTo(wrong);
        assertThat(jdbc.sql("select count(*) from sign_in where login like '%typed here%' or login = 'nobody.at.all'").query(Integer.class).single()).isZero();
        assertThat(outcomes("shut.account")).containsExactly("LOCKED");
    }

    @Test
    void a_lock_and_a_new_password_end_the_tokens_there_are() {
        accounts.keep("two.tokens", "340123-da1", "a-good-password");
        var first = token("two.tokens", "a-good-password");
        assertThat(status(first)).isNotEqualTo(401);

        assertThat(locking.lock("two.tokens", Actor.system("test"))).isEqualTo(Answer.done("two.tokens"));
        assertThat(status(first)).isEqualTo(401);

        accounts.keep("two.tokens", "340123-da1", "another-password");
        var second = token("two.tokens", "another-password");
        assertThat(status(second)).isNotEqualTo(401);
        accounts.keep("two.tokens", "340123-da1", "a-third-password");
        assertThat(status(second)).isEqualTo(401);
    }

    @Test
    void a_password_changed_while_the_former_one_is_looked_at_gives_no_token() {
        accounts.keep("changed.meanwhile", "340123-da1", "a-good-password");
        var meanwhile = new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return passwords.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                accounts.keep("changed.meanwhile", "340123-da1", "another-password");
                return passwords.matches(password, hash);
            }
        };

        var answer = new SigningIn(jdbc, transaction, meanwhile, organisation, clock, Duration.ZERO).signIn("changed.meanwhile", "a-good-password", null);

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(jdbc.sql("select count(*) from access_token where login = 'changed.meanwhile'").query(Integer.class).single()).isZero();
    }

    @Test
    void signing_out_ends_this_token_and_no_other() {
        accounts.keep("signs.off", "340123-da1", "a-good-password");
        var here = token("signs.off", "a-good-password");
        var there = token("signs.off", "a-good-password");

        assertThat(send("DELETE", "/tokens/current", here).statusCode()).isEqualTo(204);

        assertThat(status(here)).isEqualTo(401);
        assertThat(status(there)).isNotEqualTo(401);
    }

    @Test
    void a_token_ends_after_twelve_hours_by_the_machine_clock_however_the_drill_moves_its_day() {
        accounts.keep("half.a.day", "340123-da1", "a-good-password");
        office.day("2009-03-02");
        var late = new SigningIn(jdbc, transaction, passwords, organisation, () -> clock.now().minus(Duration.ofHours(12)).plusSeconds(60), Duration.ZERO);
        var over = new SigningIn(jdbc, transaction, passwords, organisation, () -> clock.now().minus(Duration.ofHours(12)).minusSeconds(1), Duration.ZERO);

        assertThat(status(value(late.signIn("half.a.day", "a-good-password", null)))).isNotEqualTo(401);
        assertThat(status(value(over.signIn("half.a.day", "a-good-password", null)))).isEqualTo(401);
    }

    @Test
    void who_has_left_neither_signs_in_nor_goes_on_with_her_token() {
        keepingStaff.keep(new Staff("T-leaver", "白丽", "0551-00009999", true));
        accounts.keep("leaver", "T-leaver", "a-good-password");
        var token = token("leaver", "a-good-password");

        keepingStaff.keep(new Staff("T-leaver", "白丽", "0551-00009999", false));

        assertThat(status(token)).isEqualTo(401);
        assertThat(signingIn.signIn("leaver", "a-good-password", null)).isInstanceOf(Answer.Refused.class);
        assertThat(outcomes("leaver")).containsExactly("SIGNED_IN", "LEFT");
        assertThat(((Answer.Refused<String>) accounts.keep("leaver", "T-leaver", "a-good-password")).refusal().violations())
                .extracting(Violation::rule).containsExactly("access.unknown-staff");
    }

    @Test
    void a_password_longer_than_what_is_hashed_of_it_is_refused() {
        var refused = (Answer.Refused<String>) accounts.keep("long.one", "340121-da1", "密".repeat(25));
        assertThat(refused.refusal().violations()).extracting(Violation::rule).containsExactly("access.password-too-long");
        assertThat(accounts.keep("long.one", "340121-da1", "密".repeat(24))).isEqualTo(Answer.done("long.one"));
    }

    @Test
    void without_a_token_only_what_is_public_answers_and_a_refusal_says_how_to_sign_in() {
        assertThat(send("GET", "/calendar/due?from=2008-04-24&days=15", null).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/regulations", null).statusCode()).isEqualTo(200);
        for (var path : List.of("/inbox", "/cases/34010000000011", "/drill/clock", "/anything")) {
            var refused = send("GET", path, null);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(refused.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(refused.body()).contains("\"code\":\"access.token-needed\"", "请先登录");
        }
        assertThat(send("GET", "/inbox", "a-guess").statusCode()).isEqualTo(401);
    }

    @Test
    void browsers_are_told_to_trust_nothing_from_elsewhere() throws Exception {
        assertThat(send("GET", "/regulations", null).headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; frame-ancestors 'none'");
        var page = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/swagger-ui/index.html")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void only_the_api_page_may_style_itself_inline() throws Exception {
        assertThat(policy("/swagger-ui/index.html")).contains("style-src 'self' 'unsafe-inline'").doesNotContain("script-src");
        for (var path : List.of("/", "/actuator/health", "/nowhere")) {
            assertThat(policy(path)).as(path).isEqualTo("default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'");
        }
    }

    @Test
    void what_is_not_open_asks_for_a_token_also_beside_the_api() throws Exception {
        for (var path : List.of("/nowhere", "/actuator/env", "/actuator/health/db")) {
            var refused = page(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(refused.body()).contains("\"code\":\"access.token-needed\"");
        }
    }

    private HttpResponse<String> page(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String policy(String path) throws Exception {
        return page(path).headers().firstValue("Content-Security-Policy").orElse("none");
    }

    private List<String> outcomes(String login) {
        return jdbc.sql("select outcome from sign_in where login = ? order by id").param(login).query(String.class).list();
    }

    private String token(String login, String password) {
        return value(signingIn.signIn(login, password, null));
    }

    private static String value(Answer<SigningIn.Token> answer) {
        return ((Answer.Done<SigningIn.Token>) answer).value().value();
    }

    private int status(String token) {
        return send("GET", "/inbox", token).statusCode();
    }

    private HttpResponse<String> send(String method, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void an_account_needs_a_known_person_a_proper_login_and_a_long_enough_password_all_said_at_once() {
        var refused = (Answer.Refused<String>) accounts.keep("X", "nobody", "short");
        assertThat(refused.refusal().violations()).extracting(violation -> violation.rule())
                .containsExactlyInAnyOrder("access.login-shape", "access.password-too-short", "access.unknown-staff");
    }
}
