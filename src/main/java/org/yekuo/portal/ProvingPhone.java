package org.yekuo.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.portal.internal.Hashes;
import org.yekuo.portal.internal.Tries;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/**
 * Proves that a telephone number is the applicant's own (手机验证): a code of six digits is sent to it, good for ten minutes and five tries. Who types it
 * gets a token that proves the number for an hour. Numbers and codes are kept as hashes only.
 */
@Component
public class ProvingPhone {

    private static final int MOST_BY_PHONE = 3;
    private static final int MOST_BY_ADDRESS = 20;
    private static final int MOST_TRIES = 5;
    private static final Duration CODE_GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration PROOF_GOOD_FOR = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String PUT = """
            insert into phone_code (phone_hash, code_hash, expires_at, tries) values (?, ?, ?, 0)
            on conflict (phone_hash) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0""";

    private static final String TRY = """
            update phone_code set tries = tries + 1 where phone_hash = ? and expires_at > ? and tries < ? returning code_hash""";

    private final JdbcClient jdbc;
    private final MachineClock clock;
    private final Tries tries;
    private final ObjectProvider<TextMessages> messages;

    ProvingPhone(JdbcClient jdbc, MachineClock clock, Tries tries, ObjectProvider<TextMessages> messages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tries = tries;
        this.messages = messages;
    }

    /** Sends a code; what stands against it otherwise. */
    @Transactional
    public List<Violation> send(String phone, String address) {
        var gateway = messages.getIfAvailable();
        if (!phone.matches("1\\d{10}")) {
            return List.of(Violation.at("applicant.phone", "portal.no-mobile"));
        }
        if (gateway == null) {
            return List.of(Violation.at("_code", "portal.no-gateway"));
        }
        if (tries.more("CODE_ADDRESS", address) > MOST_BY_ADDRESS | tries.more("CODE_PHONE", phone) > MOST_BY_PHONE) {
            return List.of(Violation.at("_code", "portal.codes-too-many", Tries.WINDOW.toMinutes()));
        }
        var now = clock.now();
        jdbc.sql("delete from phone_code where expires_at < ?").param(Timestamp.from(now)).update();
        jdbc.sql("delete from phone_proof where expires_at < ?").param(Timestamp.from(now)).update();
        var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        jdbc.sql(PUT).params(Hashes.of(phone), Hashes.of(phone + code), Timestamp.from(now.plus(CODE_GOOD_FOR))).update();
        gateway.send(phone, "【业扩报装】验证码 " + code + "，" + CODE_GOOD_FOR.toMinutes() + " 分钟内有效，请勿告诉他人。");
        return List.of();
    }

    /** A token that proves the number, for the right code. */
    @Transactional
    public Answer<String> prove(String phone, String code) {
        var kept = jdbc.sql(TRY).params(Hashes.of(phone), Timestamp.from(clock.now()), MOST_TRIES).query(String.class).optional();
        if (kept.isEmpty() || !MessageDigest.isEqual(kept.get().getBytes(StandardCharsets.UTF_8), Hashes.of(phone + code.strip()).getBytes(StandardCharsets.UTF_8))) {
            return Answer.invalid(List.of(Violation.at("_code", "portal.code-wrong", MOST_TRIES)));
        }
        jdbc.sql("delete from phone_code where phone_hash = ?").param(Hashes.of(phone)).update();
        var token = Hashes.token(RANDOM);
        jdbc.sql("insert into phone_proof (token_hash, phone_hash, expires_at) values (?, ?, ?)")
                .params(Hashes.of(token), Hashes.of(phone), Timestamp.from(clock.now().plus(PROOF_GOOD_FOR))).update();
        return Answer.done(token);
    }

    /** Whether a token proves this number. */
    @Transactional(readOnly = true)
    public boolean isProven(String phone, String token) {
        return proven(token).filter(Hashes.of(phone)::equals).isPresent();
    }

    /** What stands for the number a token proves, for keeping things under it; the number itself is not told. */
    @Transactional(readOnly = true)
    public Optional<String> proven(String token) {
        return Optional.of(token).filter(one -> !one.isBlank()).flatMap(one -> jdbc.sql("select phone_hash from phone_proof where token_hash = ? and expires_at > ?")
                .params(Hashes.of(one), Timestamp.from(clock.now())).query(String.class).optional());
    }

    /** The proof was used: it proves nothing more. */
    @Transactional
    public void spend(String token) {
        jdbc.sql("delete from phone_proof where token_hash = ?").param(Hashes.of(token)).update();
    }
}
