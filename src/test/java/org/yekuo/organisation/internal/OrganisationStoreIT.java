package org.yekuo.organisation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.TestDatabase;
import org.yekuo.organisation.Staff;

/** Two programs on one database. */
class OrganisationStoreIT {

    private final TestDatabase.Copy database = TestDatabase.copy();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T02:00:00Z"));
    private TransactionTemplate transaction;
    private OrganisationStore here;
    private OrganisationStore there;

    @BeforeEach
    void start() {
        var source = database.app();
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        here = new OrganisationStore(JdbcClient.create(source), now::get);
        there = new OrganisationStore(JdbcClient.create(database.app()), now::get);
        save("first");
        assertThat(name(here)).isEqualTo("first");
        assertThat(name(there)).isEqualTo("first");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void save(String name) {
        transaction.executeWithoutResult(status -> here.save(new Staff("a", name, "-", true)));
    }

    private static String name(OrganisationStore store) {
        return store.snapshot().staff().get("a").name();
    }

    @Test
    void a_change_is_seen_at_once_where_it_was_made_and_within_seconds_elsewhere() {
        save("second");

        assertThat(name(here)).isEqualTo("second");
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(2)));
        assertThat(name(there)).isEqualTo("second");
    }

    @Test
    void nothing_is_read_again_while_nothing_changed() {
        var before = there.snapshot();
        now.updateAndGet(instant -> instant.plus(Duration.ofHours(1)));
        assertThat(there.snapshot()).isSameAs(before);
    }

    @Test
    void what_is_rolled_back_was_never_seen_by_anybody_and_hides_no_later_change() {
        transaction.executeWithoutResult(status -> {
            here.save(new Staff("a", "never", "-", true));
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(1)));
            assertThat(name(here)).isEqualTo("first");
            assertThat(name(there)).isEqualTo("first");
            status.setRollbackOnly();
        });
        // Made elsewhere, with the very revision that was rolled back here.
        var elsewhere = new TransactionTemplate(new DataSourceTransactionManager(database.app()));
        var source = ((DataSourceTransactionManager) elsewhere.getTransactionManager()).getDataSource();
        elsewhere.executeWithoutResult(status -> new OrganisationStore(JdbcClient.create(source), now::get).save(new Staff("a", "second", "-", true)));

        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(1)));
        assertThat(name(here)).isEqualTo("second");
    }
}
