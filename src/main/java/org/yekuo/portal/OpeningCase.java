package org.yekuo.portal;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * Opens a case to its customer and her agent (进度查询). An unknown number, a wrong telephone number and too many tries get the same answer for the same work;
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

    private static final String OPEN = "insert into portal_session (token_hash, case_no, opened_at, expires_at, agent) values (?, ?, ?, ?, ?)";
    private static final String OPENED = "select case_no, agent from portal_session where token_hash = ? and expires_at > ?";
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

    /** Opens the case of this number to whoever knows the last four digits of the telephone number of its customer, or of her agent while he is authorised. */
    @Transactional
    public Answer<Look> open(String number, String phoneTail, String address) {
        var now = clock.now();
        boolean often = tries.more("ADDRESS", address) > MOST_BY_ADDRESS | tries.more("CASE", number.strip()) > MOST_BY_CASE;
        var no = CaseNo.parse(number.strip());
        var who = no.map(one -> recognising.recognise(one, phoneTail.strip()));
        if (often || who.isEmpty()) {
            return notFound();
        }
        return switch (who.get()) {
            case Answer.Done<Actor>(Actor actor) -> Answer.done(open(no.get(), actor.kind() == Actor.Kind.AGENT ? actor.name() : null, now));
            case Answer.Refused<Actor>(Refusal refusal) -> refusal.kind() == Refusal.Kind.FORBIDDEN ? Answer.refused(refusal) : notFound();
        };
    }

    private static Answer<Look> notFound() {
        return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("portal.not-found", MOST_BY_CASE, Tries.WINDOW.toMinutes()));
    }

    /** The customer whose open look this is, as who she acts; nobody where it has ended or is her agent's. */
    @Transactional(readOnly = true)
    public Optional<Actor> whose(String token) {
        return who(token).filter(actor -> actor.kind() == Actor.Kind.CUSTOMER);
    }

    /** Whose open look this is, the customer's or her agent's while his authority lasts, as who they act. What an agent may not do, the acts refuse. */
    @Transactional(readOnly = true)
    public Optional<Actor> who(String token) {
        return jdbc.sql(OPENED).params(Hashes.of(token), Timestamp.from(clock.now())).query((row, n) -> {
            var agent = row.getString("agent");
            var no = new CaseNo(row.getString("case_no"));
            return agent == null ? recognising.customer(no) : recognising.agent(no, agent);
        }).optional().flatMap(found -> found);
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
        return open(no, null, clock.now());
    }

    private Look open(CaseNo no, @Nullable String agent, Instant now) {
        tries.forget();
        jdbc.sql(FORGET_LOOKS).param(Timestamp.from(now)).update();
        var token = Hashes.token(RANDOM);
        jdbc.sql(OPEN).params(Arrays.asList(Hashes.of(token), no.value(), Timestamp.from(now), Timestamp.from(now.plus(VALID_FOR)), agent)).update();
        return new Look(token, no);
    }
}
