package org.yekuo.database.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.yekuo.database.StartRefused;
import org.yekuo.vocabulary.Text;

/** PostgreSQL started by the program below its data directory, as durable as one installed by hand, and stopped with it. */
final class EmbeddedServer implements DatabaseServer {

    static final String OWNER = "yekuo_owner";
    static final String APP = "yekuo_app";
    private static final String DATABASE = "yekuo";
    private static final String LOCALE = "C.UTF-8";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private final Path cluster;
    private final DataLock lock;
    private final EmbeddedPostgres postgres;
    private final Access access;

    private EmbeddedServer(Path cluster, DataLock lock, EmbeddedPostgres postgres, Access access) {
        this.cluster = cluster;
        this.lock = lock;
        this.postgres = postgres;
        this.access = access;
    }

    /** Starts the server of {@code folder}, making it at the first start, with {@code given} settings for those reckoned; refuses with a {@link StartRefused}. */
    static EmbeddedServer start(Path folder, Map<String, String> given) {
        var dataDir = folder.toAbsolutePath().normalize();
        try {
            makePrivately(dataDir);
            var lock = DataLock.take(dataDir);
            try {
                return start(dataDir, lock, given);
            } catch (IOException | SQLException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException | SQLException | IllegalStateException broken) {
            throw new StartRefused("database.embedded-failed", new Text(
                    "内嵌的 PostgreSQL 无法在 %s 启动（%s）：请查看其中的 pg.log，检查磁盘空间和目录权限。".formatted(dataDir, broken.getMessage()),
                    "The embedded PostgreSQL could not start in %s (%s): read pg.log there, and check disk space and permissions."
                            .formatted(dataDir, broken.getMessage())), broken);
        }
    }

    /** Everything below is for the program's user only, customers' papers as well as the server's binaries. */
    private static void makePrivately(Path dataDir) throws IOException {
        if (Files.notExists(dataDir)) {
            Files.createDirectories(dataDir);
            if (Files.getFileStore(dataDir).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(dataDir, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static EmbeddedServer start(Path dataDir, DataLock lock, Map<String, String> given) throws IOException, SQLException {
        var cluster = dataDir.resolve("pg");
        // Stands from before the first file of the cluster until its roles are made: what lies there then was never in use.
        var unfinished = dataDir.resolve("pg-unfinished");
        var orphan = Orphan.of(cluster);
        if (orphan.isPresent()) {
            orphan.get().stop();
        }
        if (Files.exists(unfinished)) {
            FileSystemUtils.deleteRecursively(cluster);
        }
        var isNew = !Files.exists(cluster);
        if (isNew && !Files.exists(unfinished)) {
            Files.createFile(unfinished);
        }
        var passwords = isNew ? Passwords.create(dataDir) : Passwords.read(dataDir);
        var postgres = startPostgres(dataDir, cluster, passwords, ServerMemory.of(dataDir).settings(given));
        try {
            if (isNew) {
                makeRolesAndDatabase(postgres, passwords);
                Files.delete(unfinished);
            }
            var url = "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), DATABASE);
            var access = new Access(url, new Login(OWNER, passwords.owner()), new Login(APP, passwords.app()));
            requireDurable(access);
            LOG.info("PostgreSQL runs on port {} with its data in {}.", postgres.getPort(), cluster);
            return new EmbeddedServer(cluster, lock, postgres, access);
        } catch (IOException | SQLException | RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    /** The library starts with {@code -F} and synchronous_commit=off; later settings on the command line win, and are asked for afterwards. */
    private static EmbeddedPostgres startPostgres(Path dataDir, Path cluster, Passwords passwords, Map<String, String> memory) throws IOException {
        var superuserPassword = dataDir.resolve("pg-superuser");
        Passwords.writePrivately(superuserPassword, passwords.superuser() + "\n");
        var log = Redirect.appendTo(dataDir.resolve("pg.log").toFile());
        try {
            var server = EmbeddedPostgres.builder();
            memory.forEach(server::setServerConfig);
            return server
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(dataDir.resolve("pg-binaries").toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", superuserPassword.toString())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", LOCALE)
                    .setLocaleConfig("locale", "C")
                    .setConnectConfig("password", passwords.superuser())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
        } finally {
            Files.delete(superuserPassword);
        }
    }

    private static void makeRolesAndDatabase(EmbeddedPostgres postgres, Passwords passwords) throws SQLException {
        // Names and hexadecimal passwords of our own: nothing in them needs quoting.
        var statements = List.of(
                "create role %s login password '%s'".formatted(OWNER, passwords.owner()),
                "create role %s login password '%s'".formatted(APP, passwords.app()),
                "create database %s owner %s".formatted(DATABASE, OWNER),
                "revoke all on database %s from public".formatted(DATABASE),
                "grant connect on database %s to %s".formatted(DATABASE, APP));
        try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void requireDurable(Access access) throws SQLException {
        try (var connection = DatabaseServer.connect(access.url(), access.app())) {
            var settings = Settings.of(connection);
            var wrong = new ArrayList<>(settings.unsafe());
            if (!settings.isUtf8()) {
                wrong.add("server_encoding=" + settings.values().get("server_encoding"));
            }
            if (!LOCALE.equals(settings.values().get("locale"))) {
                wrong.add("locale=" + settings.values().get("locale"));
            }
            if (!wrong.isEmpty()) {
                var list = String.join(", ", wrong);
                throw new StartRefused("database.not-durable", new Text(
                        "内嵌的 PostgreSQL 的设置不能保证数据安全（%s）：请去掉改动它的配置（postgresql.auto.conf 或 alter role）后再启动。".formatted(list),
                        "The embedded PostgreSQL runs with settings that could lose data (%s): undo what changed them (postgresql.auto.conf or alter role) and start again."
                                .formatted(list)));
            }
        }
    }

    @Override
    public Access access() {
        return access;
    }

    /** Returns when PostgreSQL has ended: the library stops waiting after five seconds, a last checkpoint may take longer. */
    @Override
    public void close() {
        try (lock) {
            var running = Orphan.of(cluster).map(Orphan::process);
            postgres.close();
            running.ifPresent(Orphan::await);
        } catch (IOException failed) {
            LOG.warn("PostgreSQL was not stopped cleanly; it recovers at the next start.", failed);
        }
    }
}
