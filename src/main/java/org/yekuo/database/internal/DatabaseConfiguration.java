package org.yekuo.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.support.TaskUtils;
import org.yekuo.database.Availability;
import org.yekuo.database.StartRefused;
import org.yekuo.vocabulary.Text;

/** The server, the program's connections as the role that may only read and write rows, and Flyway's as the owner. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseProperties properties) {
        requireKnownMode(properties.mode());
        var url = properties.database().url();
        if (url != null && !url.isBlank()) {
            return ExternalServer.reach(properties.database());
        }
        if (properties.mode().equals("prod")) {
            throw new StartRefused("database.url-missing", new Text(
                    "生产模式不使用内嵌数据库：请给出 yekuo.database.url、username、password 以及 owner-username、owner-password。",
                    "Production does not run on the embedded database: give yekuo.database.url, username, password, owner-username and owner-password."));
        }
        return EmbeddedServer.start(properties.dataDir(), properties.database().embedded());
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseServer server, DatabaseProperties properties) {
        var pool = new HikariDataSource();
        // A caller is told within seconds that the database is away, not after half a minute.
        pool.setConnectionTimeout(5_000);
        // PostgreSQL's details show whole rows; they belong in no log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // The rows of a batch go as one statement where they can.
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.setPoolName("yekuo");
        pool.setJdbcUrl(server.access().url());
        pool.setUsername(server.access().app().user());
        pool.setPassword(server.access().app().password());
        pool.setMaximumPoolSize(properties.database().poolSize());
        return pool;
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(DatabaseServer server) {
        var access = server.access();
        return new DriverManagerDataSource(access.url(), access.owner().user(), access.owner().password());
    }

    @Bean
    FlywayConfigurationCustomizer appRole(DatabaseServer server) {
        return flyway -> flyway.placeholders(Map.of("appRole", identifier(server.access().app().user())));
    }

    /** A chore that finds the database away comes again by itself: a line, not the way it went. */
    @Bean
    SimpleAsyncTaskSchedulerCustomizer choresWithoutDatabase() {
        return scheduler -> scheduler.setErrorHandler(fault -> {
            if (Availability.missing(fault).isPresent()) {
                LOG.warn("A chore was left for later, for the database could not be had.");
            } else {
                TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(fault);
            }
        });
    }

    /** A misspelt mode must not decide which clock and which accounts the program has; checked before anything is stored. */
    private static void requireKnownMode(String mode) {
        if (!mode.equals("drill") && !mode.equals("prod")) {
            throw new StartRefused("database.unknown-mode", new Text(
                    "yekuo.mode 的值是“%s”，只能是 drill（演练）或 prod（生产）：请改正后再启动。".formatted(mode),
                    "yekuo.mode is \"%s\"; it can only be drill or prod: correct it and start again.".formatted(mode)));
        }
    }

    private static String identifier(String role) {
        return role.matches("[a-z_][a-z0-9_]*") ? role : "\"" + role.replace("\"", "\"\"") + "\"";
    }
}
