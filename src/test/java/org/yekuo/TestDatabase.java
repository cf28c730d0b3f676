package org.yekuo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One PostgreSQL for all tests of a run, fast and forgetful. Databases are copies of a template that Flyway has migrated,
 * owned by one role and used by another, as in production.
 */
public final class TestDatabase {

    public static final String OWNER = "test_owner";
    public static final String APP = "test_app";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** A database of its own for one test; closing drops it. */
    public record Copy(String name) implements AutoCloseable {

        public String url() {
            return "jdbc:postgresql://localhost:%d/%s".formatted(SERVER.getPort(), name);
        }

        /** Connections of the program's role. */
        public DataSource app() {
            return new DriverManagerDataSource(url(), APP, "");
        }

        /** Connections of the role that owns the tables. */
        public DataSource owner() {
            return new DriverManagerDataSource(url(), OWNER, "");
        }

        @Override
        public void close() {
            execute("drop database if exists " + name + " with (force)");
        }
    }

    /** A fresh, migrated, empty database. */
    public static Copy copy() {
        var name = "copy_" + COPIES.incrementAndGet();
        synchronized (SERVER) {
            execute("create database " + name + " template " + TEMPLATE + " owner " + OWNER);
        }
        return new Copy(name);
    }

    /** Makes a Spring context use a copy of its own; the context of {@link YekuoIT} is shared, and with it the copy. */
    static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") && bean instanceof DataSource pool ? new CountedStatements(pool) : bean;
                }
            });
            TestPropertyValues.of(Map.of(
                    "yekuo.database.url", copy().url(),
                    "yekuo.database.username", APP,
                    "yekuo.database.owner-username", OWNER,
                    "yekuo.data-dir", System.getProperty("java.io.tmpdir") + "/yekuo-test-" + ProcessHandle.current().pid(),
                    "yekuo.access.bcrypt-strength", "4",
                    "yekuo.access.refusal-delay", "0s",
                    "yekuo.outbox.interval", "0s",
                    "yekuo.chores", "false",
                    "yekuo.drill.announce", "false",
                    "yekuo.drill.cases", "false")).applyTo(context);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            // Below the library's own folder, which it sweeps: what a killed test run leaves behind is stopped and deleted by a later one.
            var data = new File(System.getProperty("java.io.tmpdir"), "embedded-pg/" + UUID.randomUUID());
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("create role " + OWNER + " login");
                statement.execute("create role " + APP + " login");
                statement.execute("create database " + TEMPLATE + " owner " + OWNER);
            }
            Flyway.configure()
                    .dataSource("jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), TEMPLATE), OWNER, "")
                    .placeholders(Map.of("appRole", APP))
                    .load()
                    .migrate();
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void execute(String sql) {
        try (var connection = SERVER.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }
}
