package org.yekuo.api.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.MachineClock;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes retries safe: the caller's key goes in first, in the act's own transaction, so that a twin waits and gets the same answer. The same key
 * with another body is refused. Refusals are not kept; answers are for 48 hours.
 */
@Component
public class Idempotent {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    static final Duration KEPT = Duration.ofHours(48);

    private static final String CLAIM = """
            insert into idempotency (principal, key, act, body_hash, created_at) values (?, ?, ?, ?, ?)
            on conflict (principal, key) do nothing""";

    private static final String FIND = "select act, body_hash, status, response from idempotency where principal = ? and key = ?";

    private static final String ANSWERED = "update idempotency set status = ?, response = ? where principal = ? and key = ?";

    private static final String FORGET = "delete from idempotency where created_at < ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CurrentStaff current;
    private final MachineClock clock;
    private final Problems problems;
    private final JsonMapper mapper;

    Idempotent(JdbcClient jdbc, PlatformTransactionManager transactions, CurrentStaff current, MachineClock clock, Problems problems, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.current = current;
        this.clock = clock;
        this.problems = problems;
        this.mapper = mapper;
    }

    /** Does an act once per key; {@code body} is what tells a repeat from a different request. */
    public ResponseEntity<Object> once(HttpServletRequest request, String body, HttpStatus done, Supplier<? extends Answer<?>> act) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, List.of(Violation.of("api.idempotency-key")));
        }
        var principal = current.staffNo();
        var name = request.getMethod() + " " + request.getRequestURI();
        var hash = sha256(body);
        return Objects.requireNonNull(transaction.execute(status -> {
            int claimed = jdbc.sql(CLAIM).params(principal, key, name, hash, Timestamp.from(clock.now())).update();
            if (claimed == 0) {
                return replay(principal, key, name, hash);
            }
            return switch (act.get()) {
                case Answer.Refused<?>(var refusal) -> {
                    status.setRollbackOnly();
                    yield problems.of(refusal);
                }
                case Answer.Done<?>(var value) -> {
                    var response = mapper.writeValueAsString(value);
                    jdbc.sql(ANSWERED).params(done.value(), response, principal, key).update();
                    yield json(done, response, null);
                }
            };
        }));
    }

    /** Lets go of the answers that are old enough. */
    public int forget() {
        return jdbc.sql(FORGET).param(Timestamp.from(clock.now().minus(KEPT))).update();
    }

    private ResponseEntity<Object> replay(String principal, String key, String act, String hash) {
        record Stored(String act, String hash, int status, @Nullable String response) {}
        var stored = jdbc.sql(FIND).params(principal, key)
                .query((row, i) -> new Stored(row.getString(1), row.getString(2), row.getInt(3), row.getString(4))).single();
        if (!stored.act().equals(act) || !stored.hash().equals(hash)) {
            return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, List.of(Violation.of("api.idempotency-key-reused")));
        }
        return json(HttpStatus.valueOf(stored.status()), String.valueOf(stored.response()), "true");
    }

    private static ResponseEntity<Object> json(HttpStatus status, String text, @Nullable String replayed) {
        var response = ResponseEntity.status(status).contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8));
        return (replayed == null ? response : response.header("Idempotency-Replayed", replayed)).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
