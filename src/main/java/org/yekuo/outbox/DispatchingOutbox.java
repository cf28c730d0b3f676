package org.yekuo.outbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.calendar.MachineClock;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/**
 * Sends what lies in the outbox: a case's messages in their order, one case never waiting for another. Several programs may dispatch at once. A
 * message that can't be delivered comes again, later each time, and holds up only its own case.
 */
@Component
public class DispatchingOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchingOutbox.class);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 500;

    /** The oldest message due of a case that has no older one waiting; outbox_due, outbox_of_case. */
    private static final String NEXT = """
            select id, unit, case_no, seq, topic, payload, attempts from outbox o
            where dispatched_at is null and next_attempt_at <= ?
              and not exists (select 1 from outbox e where e.unit = o.unit and e.case_no = o.case_no and e.dispatched_at is null and e.id < o.id)
            order by next_attempt_at, id limit 1 for update skip locked""";

    private static final String SENT = "update outbox set dispatched_at = ?, attempts = attempts + 1, last_error = null where id = ?";

    private static final String FAILED = "update outbox set attempts = attempts + 1, next_attempt_at = ?, last_error = ? where id = ?";

    private static final String BACKLOG = """
            select count(*) as waiting, count(*) filter (where attempts > 0) as failing, min(recorded_at) as oldest
            from outbox where dispatched_at is null""";

    /**
     * What has not gone out yet.
     *
     * @param failing messages of {@code waiting} that failed at least once and will be tried again
     * @param oldest  when the oldest of them was written
     */
    public record Backlog(long waiting, long failing, Optional<Instant> oldest) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate delivery;
    private final MachineClock clock;
    private final List<OutboxSubscriber> subscribers;

    DispatchingOutbox(JdbcClient jdbc, PlatformTransactionManager transactions, MachineClock clock, List<OutboxSubscriber> subscribers) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // A savepoint: what a failing receiver did to the database is undone, and the failure can still be written down.
        this.delivery = new TransactionTemplate(transactions);
        this.delivery.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
        this.subscribers = subscribers;
    }

    /** Sends one message, if one is due. The mark is committed after the delivery: a crash in between delivers it again. */
    private boolean dispatchOne() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var next = next();
            next.ifPresent(this::send);
            return next.isPresent();
        }));
    }

    /** Sends what is due, one after the other, for as long as {@code goOn} says so; answers how many were tried. */
    public int dispatchDue(BooleanSupplier goOn) {
        int tried = 0;
        while (goOn.getAsBoolean() && dispatchOne()) {
            tried++;
        }
        return tried;
    }

    private Optional<OutboxMessage> next() {
        return jdbc.sql(NEXT).param(Timestamp.from(clock.now())).query((row, i) -> new OutboxMessage(row.getLong("id"), new UnitCode(row.getString("unit")),
                new CaseNo(row.getString("case_no")), row.getLong("seq"), row.getString("topic"), row.getString("payload"), row.getInt("attempts"))).optional();
    }

    /** What waits now; outbox_due. */
    public Backlog backlog() {
        return jdbc.sql(BACKLOG).query((row, i) -> new Backlog(row.getLong("waiting"), row.getLong("failing"),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant))).single();
    }

    private void send(OutboxMessage message) {
        try {
            delivery.executeWithoutResult(savepoint -> subscribers.stream().filter(subscriber -> subscriber.accepts(message.topic()))
                    .forEach(subscriber -> subscriber.deliver(message)));
            jdbc.sql(SENT).params(Timestamp.from(clock.now()), message.id()).update();
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            var wait = Duration.ofSeconds(1L << Math.min(message.attempts(), 12));
            var again = clock.now().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            LOG.warn("Message {} ({}) of case {} was not delivered; again at {}.", message.id(), message.topic(), message.caseNo(), again, fault);
            jdbc.sql(FAILED).params(Timestamp.from(again), said(fault), message.id()).update();
        }
    }

    /** The first line of the fault, for further lines of a database's fault show whole rows; a text column takes no NUL. */
    private static String said(Throwable fault) {
        var text = String.valueOf(fault).lines().findFirst().orElse("").replace('\0', ' ');
        return text.substring(0, Math.min(LONGEST_ERROR, text.length()));
    }
}
