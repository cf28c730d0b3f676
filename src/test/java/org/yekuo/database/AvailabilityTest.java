package org.yekuo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.TestDatabase;
import org.yekuo.database.Availability.Missing;

/** What a fault says of the database, asked of real ones. */
class AvailabilityTest {

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(TestDatabase.APP);
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(250);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    @Test
    void a_server_that_is_not_there_is_away() throws IOException {
        int nobody;
        try (var free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (var pool = pool("jdbc:postgresql://localhost:" + nobody + "/yekuo")) {
            var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            assertThat(Availability.missing(catchThrowable(() -> transaction.execute(status -> 1)))).hasValue(Missing.AWAY);
        }
    }

    @Test
    void a_connection_cut_off_in_the_middle_is_away_and_a_taken_one_crowded_and_a_wrong_statement_neither() {
        try (var copy = TestDatabase.copy(); var pool = pool(copy.url())) {
            var jdbc = JdbcClient.create(pool);
            var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            assertThat(transaction.<Throwable>execute(status -> catchThrowable(() -> JdbcClient.create(new HikariHolder(pool)).sql("select 1").query().listOfRows())))
                    .satisfies(fault -> assertThat(Availability.missing(fault)).hasValue(Missing.CROWDED));
            assertThat(Availability.missing(catchThrowable(() -> jdbc.sql("select nonsense").query().listOfRows()))).isEmpty();
            assertThat(Availability.missing(catchThrowable(() -> transaction.execute(status -> jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().listOfRows()))))
                    .hasValue(Missing.AWAY);
        }
    }

    /** The same connections under another name: no part of the transaction that has the only one. */
    private static final class HikariHolder extends org.springframework.jdbc.datasource.DelegatingDataSource {

        HikariHolder(HikariDataSource pool) {
            super(pool);
        }
    }
}
