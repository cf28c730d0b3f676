package org.yekuo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.scenario.Day;
import org.yekuo.vocabulary.Answer;

class SigningInIT extends Day {

    @Autowired
    private SigningIn signingIn;

    @Autowired
    private KeepingAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

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
    void an_account_needs_a_known_person_a_proper_login_and_a_long_enough_password_all_said_at_once() {
        var refused = (Answer.Refused<String>) accounts.keep("X", "nobody", "short");
        assertThat(refused.refusal().violations()).extracting(violation -> violation.rule())
                .containsExactlyInAnyOrder("access.login-shape", "access.password-too-short", "access.unknown-staff");
    }
}
