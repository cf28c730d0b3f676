package org.yekuo.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import org.yekuo.Yekuo;

/** The program itself, started in this JVM on its own embedded PostgreSQL, with what it sends to the database counted on demand. */
public final class Program implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CountingSource counter;

    private Program(ConfigurableApplicationContext context, CountingSource counter) {
        this.context = context;
        this.counter = counter;
    }

    /** Starts it on fresh data. */
    public static Program fresh(Path dataDir, String... more) throws IOException {
        FileSystemUtils.deleteRecursively(dataDir);
        return on(dataDir, more);
    }

    public static Program on(Path dataDir, String... more) {
        var counter = new CountingSource[1];
        var application = new SpringApplication(Yekuo.class);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && name.equals("dataSource")) {
                    counter[0] = new CountingSource(pool);
                    return counter[0].dataSource();
                }
                return bean;
            }
        }));
        var context = application.run(Stream.concat(Stream.of("--server.port=0", "--yekuo.data-dir=" + dataDir, "--yekuo.drill.cases=false",
                "--yekuo.drill.announce=false", "--logging.level.root=warn", "--logging.level.org.springdoc=error"), Stream.of(more)).toArray(String[]::new));
        return new Program(context, Objects.requireNonNull(counter[0]));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    public CountingSource counter() {
        return counter;
    }

    /** Where the database is and who owns it. */
    public Database database() {
        var owner = (DriverManagerDataSource) context.getBean("migrationDataSource", DataSource.class);
        return new Database(Objects.requireNonNull(owner.getUrl()), Objects.requireNonNull(owner.getUsername()), Objects.requireNonNull(owner.getPassword()));
    }

    @Override
    public void close() {
        context.close();
    }

    /** The database of the program, as its owner sees it. */
    public record Database(String url, String owner, String password) {

        public Connection connect() throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", owner);
            properties.setProperty("password", password);
            return java.sql.DriverManager.getConnection(url, properties);
        }

        /** A pool like the program's, in a schema of its own. */
        public HikariDataSource pool(String schema, int size) {
            var pool = new HikariDataSource();
            pool.setConnectionTimeout(5_000);
            pool.addDataSourceProperty("logServerErrorDetail", "false");
            pool.setPoolName(schema);
            pool.setJdbcUrl(url + "?currentSchema=" + schema);
            pool.setUsername(owner);
            pool.setPassword(password);
            pool.setMaximumPoolSize(size);
            return pool;
        }

        public void run(String... statements) throws SQLException {
            run(List.of(statements));
        }

        public void run(List<String> statements) throws SQLException {
            try (var connection = connect(); var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        public long number(String sql) throws SQLException {
            return Long.parseLong(text(sql));
        }

        public String text(String sql) throws SQLException {
            try (var connection = connect(); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }

        /** Bytes written to the log so far. */
        public long wal() throws SQLException {
            return number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
        }
    }
}
