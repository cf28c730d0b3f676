package org.yekuo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The program's connections, and what is sent over them while somebody counts: each call of a statement is one round trip. */
public final class CountedStatements extends DelegatingDataSource {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean counting;

    CountedStatements(DataSource pool) {
        super(pool);
    }

    /** What is sent while {@code done} is done. */
    public List<String> during(Runnable done) {
        sent.clear();
        counting = true;
        try {
            done.run();
        } finally {
            counting = false;
        }
        return List.copyOf(sent);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return counting ? watched(Connection.class, connection, "") : connection;
    }

    private <T> T watched(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader() == null ? getClass().getClassLoader() : type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                var said = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : sql;
                if (target instanceof Statement && method.getName().startsWith("execute")) {
                    sent.add(said.strip().replaceAll("\\s+", " "));
                }
                return switch (method.invoke(target, arguments)) {
                    case PreparedStatement prepared when target instanceof Connection -> watched(PreparedStatement.class, prepared, said);
                    case Statement plain when target instanceof Connection -> watched(Statement.class, plain, said);
                    case null -> null;
                    case Object answer -> answer;
                };
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
