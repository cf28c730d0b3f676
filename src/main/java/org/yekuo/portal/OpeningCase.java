package org.yekuo.portal;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.casework.RecognisingCustomer;
import org.yekuo.portal.internal.Hashes;
import org.yekuo.portal.internal.Tries;
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
    private static final int MOST_FILES = 40;
    private static final Duration VALID_FOR = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    // portal_session_age
    private static final String FORGET_LOOKS = "delete from portal_session where expires_at < ?";

    private static final String OPEN = "insert into portal_session (token_hash, case_no, opened_at, expires_at) values (?, ?, ?, ?)";
    private static final String OPENED = "select case_no from portal_session where token_hash = ? and expires_at > ?";
    private static final String CLOSE = "delete from portal_session where token_hash = ?";

    private final JdbcClient jdbc;
    private final RecognisingCustomer recognising;
    private final MachineClock clock;
    private final Tries tries;

    OpeningCase(JdbcClient jdbc, RecognisingCustomer recognising, MachineClock clock, Tries tries) {
        this.jdbc = jdbc;
        this.recognising = recognising;
        this.clock = clock;
        this.tries = tries;
    }

    /** Opens the case of this number to whoever knows the last four digits of its customer's telephone number. */
    @Transactional
    public Answer<Look> open(String number, String phoneTail, String address) {
        var now = clock.now();
        boolean often = tries.more("ADDRESS", address) > MOST_BY_ADDRESS | tries.more("CASE", number.strip()) > MOST_BY_CASE;
        var found = CaseNo.parse(number.strip()).filter(no -> recognising.recognise(no, phoneTail.strip()));
        if (often || found.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("portal.not-found", MOST_BY_CASE, Tries.WINDOW.toMinutes()));
        }
        return Answer.done(open(found.get(), now));
    }

    /** The case an open look is for, and the customer as who she acts; nothing where the look has ended. */
    @Transactional(readOnly = true)
    public Optional<Actor> whose(String token) {
        return jdbc.sql(OPENED).params(Hashes.of(token), Timestamp.from(clock.now())).query(String.class).optional().flatMap(CaseNo::parse).flatMap(recognising::customer);
    }

    /** Whether one more file may come by this look; asked before it is read, and counted whatever comes of it. */
    @Transactional
    public List<Violation> expectFile(String token) {
        return tries.more("FILE", token) > MOST_FILES ? List.of(Violation.of("portal.files-too-many", MOST_FILES, Tries.WINDOW.toMinutes())) : List.of();
    }

    /** Ends a look. */
    @Transactional
    public void close(String token) {
        jdbc.sql(CLOSE).param(Hashes.of(token)).update();
    }

    /** Opens a case to who has just applied for it. */
    @Transactional
    public Look open(CaseNo no) {
        return open(no, clock.now());
    }

    private Look open(CaseNo no, Instant now) {
        tries.forget();
        jdbc.sql(FORGET_LOOKS).param(Timestamp.from(now)).update();
        var token = Hashes.token(RANDOM);
        jdbc.sql(OPEN).params(Hashes.of(token), no.value(), Timestamp.from(now), Timestamp.from(now.plus(VALID_FOR))).update();
        return new Look(token, no);
    }
}
