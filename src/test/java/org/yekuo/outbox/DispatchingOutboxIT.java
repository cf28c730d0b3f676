package org.yekuo.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.yekuo.TestDatabase;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Messages go out in order per case, at least once, and one that can't be delivered holds up its own case alone. */
class DispatchingOutboxIT {

    private final TestDatabase.Copy database = TestDatabase.copy();
    private final DataSource source = database.app();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T02:00:00Z"));
    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void drop() {
        database.close();
    }

    private DispatchingOutbox dispatcher(Consumer<OutboxMessage> deliver) {
        return new DispatchingOutbox(jdbc, new DataSourceTransactionManager(source), now::get, List.of(new OutboxSubscriber() {
            @Override
            public boolean accepts(String topic) {
                return topic.startsWith("case.");
            }

            @Override
            public void deliver(OutboxMessage message) {
                deliver.accept(message);
            }
        }));
    }

    private void put(CaseNo no, long seq) {
        jdbc.sql("insert into outbox (unit, case_no, seq, topic, payload, recorded_at, next_attempt_at) values (?, ?, ?, 'case.moved', '{}', now(), ?)")
                .params("3401", no.value(), seq, java.sql.Timestamp.from(now.get())).update();
    }

    private static CaseNo no(int n) {
        return CaseNo.of(new UnitCode("3401"), n);
    }

    private void note(OutboxMessage message) {
        delivered.add(message.caseNo() + "/" + message.seq());
    }

    @Test
    void two_dispatchers_at_once_keep_each_cases_order() throws Exception {
        for (int seq = 1; seq <= 20; seq++) {
            for (int n = 1; n <= 5; n++) {
                put(no(n), seq);
            }
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> drain(dispatcher(this::note)));
            var two = threads.submit(() -> drain(dispatcher(this::note)));
            one.get();
            two.get();
        }
        assertThat(delivered).contains(no(1) + "/20", no(5) + "/20");
        for (int n = 1; n <= 5; n++) {
            var mine = no(n) + "/";
            assertThat(delivered.stream().filter(entry -> entry.startsWith(mine)).map(entry -> Integer.parseInt(entry.substring(mine.length()))).distinct().toList()).isSorted();
        }
        assertThat(jdbc.sql("select count(*) from outbox where dispatched_at is null").query(Integer.class).single()).isZero();
    }

    private void drain(DispatchingOutbox outbox) {
        while (jdbc.sql("select count(*) from outbox where dispatched_at is null").query(Integer.class).single() > 0) {
            outbox.dispatchDue(() -> true);
        }
    }

    @Test
    void a_message_that_fails_comes_again_later_and_only_its_own_case_waits() {
        put(no(1), 1);
        put(no(1), 2);
        put(no(2), 1);
        var broken = new AtomicReference<>(true);
        var outbox = dispatcher(message -> {
            if (message.caseNo().equals(no(1)) && broken.get()) {
                throw new IllegalStateException("the receiver is away");
            }
            note(message);
        });

        outbox.dispatchDue(() -> true);
        assertThat(delivered).containsExactly(no(2) + "/1");
        broken.set(false);
        outbox.dispatchDue(() -> true);
        assertThat(delivered).as("not before its time").containsExactly(no(2) + "/1");
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(1)));
        outbox.dispatchDue(() -> true);
        assertThat(delivered).containsExactly(no(2) + "/1", no(1) + "/1", no(1) + "/2");
    }

    @Test
    void a_receiver_whose_sql_fails_holds_up_its_own_case_alone_and_leaves_no_trace() {
        put(no(1), 1);
        put(no(2), 1);
        var outbox = dispatcher(message -> {
            jdbc.sql("insert into unit (code, name) values (?, 'a trace')").param(message.caseNo().value()).update();
            if (message.caseNo().equals(no(1))) {
                jdbc.sql("insert into unit (code, name) values (?, null)").param("broken").update();
            }
            note(message);
        });

        outbox.dispatchDue(() -> true);

        assertThat(delivered).containsExactly(no(2) + "/1");
        assertThat(jdbc.sql("select code from unit").query(String.class).list()).containsExactly(no(2).value());
        assertThat(outbox.backlog()).isEqualTo(new DispatchingOutbox.Backlog(1, 1, outbox.backlog().oldest()));
        assertThat(jdbc.sql("select last_error from outbox where dispatched_at is null").query(String.class).single()).contains("null value in column").doesNotContain("Failing row");
    }

    @Test
    void each_failure_makes_the_next_wait_longer() {
        put(no(1), 1);
        var outbox = dispatcher(message -> {
            throw new NoClassDefFoundError("a receiver that was packed badly");
        });
        for (int attempt = 0; attempt < 4; attempt++) {
            var before = now.get();
            assertThat(outbox.dispatchDue(() -> true)).isEqualTo(1);
            var next = jdbc.sql("select next_attempt_at from outbox").query(java.sql.Timestamp.class).single().toInstant();
            assertThat(Duration.between(before, next)).isEqualTo(Duration.ofSeconds(1L << attempt));
            now.set(next);
        }
    }

    @Test
    void a_crash_between_delivery_and_mark_delivers_again() {
        put(no(1), 1);
        var crashing = dispatcher(message -> {
            note(message);
            throw new Crash();
        });
        try {
            crashing.dispatchDue(() -> true);
        } catch (Crash crash) {
            // The program died here.
        }
        dispatcher(this::note).dispatchDue(() -> true);
        assertThat(delivered).containsExactly(no(1) + "/1", no(1) + "/1");
    }

    private static final class Crash extends Error {}
}
