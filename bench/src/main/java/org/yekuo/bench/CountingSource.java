package org.yekuo.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Counts what goes to the database while it is told to; else it hands out the pool's own connections, so that nothing it does stands in a time. A call
 * is one round trip ({@code execute…}); a batch, and statements joined by semicolons, are one call of several statements. Begin, commit and the driver's own are not counted.
 */
public final class CountingSource {

    private final DataSource counted;
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final LongAdder statements = new LongAdder();
    private volatile boolean counting;

    public CountingSource(DataSource pool) {
        this.counted = proxy(DataSource.class, pool, (method, arguments, answer) ->
                counting && answer instanceof Connection connection ? connection(connection) : answer);
    }

    public DataSource dataSource() {
        return counted;
    }

    public void start() {
        calls.clear();
        statements.reset();
        counting = true;
    }

    public void stop() {
        counting = false;
    }

    public long calls() {
        return calls.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public long statements() {
        return statements.sum();
    }

    /** How often each text was sent. */
    public Map<String, Long> texts() {
        var result = new TreeMap<String, Long>();
        calls.forEach((sql, times) -> result.put(sql, times.sum()));
        return result;
    }

    private interface After {
        Object answer(Method method, Object[] arguments, Object answer);
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, answer) -> switch (answer) {
            case CallableStatement call -> statement(CallableStatement.class, call, (String) arguments[0]);
            case PreparedStatement prepared -> statement(PreparedStatement.class, prepared, (String) arguments[0]);
            case Statement plain -> statement(Statement.class, plain, "");
            case null, default -> answer;
        });
    }

    private <S extends Statement> S statement(Class<S> type, S statement, String sql) {
        int[] batched = {0};
        return proxy(type, statement, (method, arguments, answer) -> {
            if (method.getName().equals("addBatch")) {
                batched[0]++;
            } else if (method.getName().startsWith("execute")) {
                var text = arguments != null && arguments.length > 0 && arguments[0] instanceof String said ? said : sql;
                calls.computeIfAbsent(text.strip().replaceAll("\\s+", " "), one -> new LongAdder()).increment();
                statements.add(method.getName().contains("Batch") ? batched[0] : text.split(";").length);
                batched[0] = 0;
            }
            return answer;
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, T target, After after) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                return after.answer(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return (T) Proxy.newProxyInstance(type.getClassLoader() == null ? CountingSource.class.getClassLoader() : type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
