package org.yekuo.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.casework.RecognisingCustomer;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Opens a case to its customer (进度查询). An unknown number, a wrong telephone number and too many tries get the same answer for the same work;
 * tries are counted by the address they come from and by the number typed, before anything is looked up.
 */
@Component
public class OpeningCase {

    /** An open look: the token is shown once, to the browser. */
    public record Look(String token, CaseNo caseNo) {}

    private static final int MOST_BY_ADDRESS = 20;
    private static final int MOST_BY_CASE = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration VALID_FOR = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String TRY = """
            insert into portal_try as t (what, hash, since, tries) values (:what, :hash, :now, 1)
            on conflict (what, hash) do update
            set tries = case when t.since < :window then 1 else t.tries + 1 end, since = case when t.since < :window then excluded.since else t.since end
            returning tries""";

    // portal_try_age, portal_session_age
    private static final String FORGET_TRIES = "delete from portal_try where since < ?";
    private static final String FORGET_LOOKS = "delete from portal_session where expires_at < ?";

    private static final String OPEN = "insert into portal_session (token_hash, case_no, opened_at, expires_at) values (?, ?, ?, ?)";
    private static final String OPENED = "select case_no from portal_session where token_hash = ? and expires_at > ?";
    private static final String CLOSE = "delete from portal_session where token_hash = ?";

    private final JdbcClient jdbc;
    private final RecognisingCustomer recognising;
    private final MachineClock clock;

    OpeningCase(JdbcClient jdbc, RecognisingCustomer recognising, MachineClock clock) {
        this.jdbc = jdbc;
        this.recognising = recognising;
        this.clock = clock;
    }

    /** Opens the case of this number to whoever knows the last four digits of its customer's telephone number. */
    @Transactional
    public Answer<Look> open(String number, String phoneTail, String address) {
        var now = clock.now();
        boolean often = tries("ADDRESS", address, now) > MOST_BY_ADDRESS | tries("CASE", number.strip(), now) > MOST_BY_CASE;
        var found = CaseNo.parse(number.strip()).filter(no -> recognising.recognise(no, phoneTail.strip()));
        if (often || found.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("portal.not-found", MOST_BY_CASE, WINDOW.toMinutes()));
        }
        return Answer.done(open(found.get(), now));
    }

    /** The case an open look is for, and the customer as who she acts; nothing where the look has ended. */
    @Transactional(readOnly = true)
    public Optional<Actor> whose(String token) {
        return jdbc.sql(OPENED).params(hash(token), Timestamp.from(clock.now())).query(String.class).optional().flatMap(CaseNo::parse).flatMap(recognising::customer);
    }

    /** Ends a look. */
    @Transactional
    public void close(String token) {
        jdbc.sql(CLOSE).param(hash(token)).update();
    }

    /** Opens a case to who has just applied for it. */
    @Transactional
    public Look open(CaseNo no) {
        return open(no, clock.now());
    }

    private Look open(CaseNo no, Instant now) {
        jdbc.sql(FORGET_TRIES).param(Timestamp.from(now.minus(WINDOW))).update();
        jdbc.sql(FORGET_LOOKS).param(Timestamp.from(now)).update();
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(OPEN).params(hash(token), no.value(), Timestamp.from(now), Timestamp.from(now.plus(VALID_FOR))).update();
        return new Look(token, no);
    }

    private int tries(String what, String typed, Instant now) {
        return jdbc.sql(TRY).param("what", what).param("hash", hash(typed)).param("now", Timestamp.from(now)).param("window", Timestamp.from(now.minus(WINDOW)))
                .query(Integer.class).single();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
