package org.yekuo.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;

/** Whether the database can be had just now (数据库是否可用): the program has only so many connections, and the server may be away. */
@Component
public class Availability {

    /** Why it can't be had. */
    public enum Missing { CROWDED, AWAY }

    /** Who comes when so many already wait for each connection would wait for longer than a person does. */
    private static final int WAITING_FOR_EACH = 5;

    private final HikariDataSource pool;

    Availability(DataSource connections) throws SQLException {
        this.pool = connections.unwrap(HikariDataSource.class);
    }

    /** Whether more wait for a connection than would be served soon: whoever comes now had better be told at once. */
    public boolean isCrowded() {
        var state = pool.getHikariPoolMXBean();
        return state != null && state.getThreadsAwaitingConnection() >= WAITING_FOR_EACH * pool.getMaximumPoolSize();
    }

    /** Why the database could not be had, if that is what {@code fault} comes of. */
    public static Optional<Missing> missing(Throwable fault) {
        var faults = Stream.iterate(fault, one -> one != null, Availability::behind).filter(SQLException.class::isInstance).map(SQLException.class::cast).toList();
        if (faults.stream().anyMatch(Availability::isAway)) {
            return Optional.of(Missing.AWAY);
        }
        return faults.stream().anyMatch(SQLTransientConnectionException.class::isInstance) ? Optional.of(Missing.CROWDED) : Optional.empty();
    }

    /** A transaction that could not even be taken back hides why it was to be. */
    private static @Nullable Throwable behind(Throwable fault) {
        return fault instanceof TransactionSystemException ended && ended.getApplicationException() != null ? ended.getApplicationException() : fault.getCause();
    }

    /** Connection exceptions (08), a server that stops, fails or starts (57P01 to 57P03), one that takes no more connections (53300). */
    private static boolean isAway(SQLException fault) {
        var state = String.valueOf(fault.getSQLState());
        return state.startsWith("08") || state.matches("57P0[123]") || state.equals("53300");
    }
}
