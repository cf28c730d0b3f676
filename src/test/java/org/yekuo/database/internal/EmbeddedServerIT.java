package org.yekuo.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yekuo.database.StartRefused;
import org.yekuo.database.internal.DatabaseServer.Login;

/** The server a drill runs on, in a folder of its own. In order, since each start costs seconds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedServerIT {

    @TempDir
    private static Path folder;

    /** A test takes no more of the machine than it needs, and asks for nothing that would lose data and be granted. */
    private static final Map<String, String> SMALL = Map.of("shared-buffers", "32MB", "max-wal-size", "256MB", "fsync", "off");

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(folder, SMALL);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void it_is_as_durable_as_a_server_installed_by_hand() {
        var jdbc = jdbc(server.access().app());

        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show full_page_writes").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show shared_buffers").query(String.class).single()).as("as given").isEqualTo("32MB");
        assertThat(jdbc.sql("show checkpoint_timeout").query(String.class).single()).as("as reckoned").isEqualTo("15min");
        assertThat(jdbc.sql("show server_encoding").query(String.class).single()).isEqualTo("UTF8");
        assertThat(jdbc.sql("select datlocale from pg_database where datname = current_database()").query(String.class).single()).isEqualTo("C.UTF-8");
    }

    @Test
    @Order(2)
    void nobody_gets_in_without_a_password() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DatabaseServer.connect(server.access().url(), new Login("postgres", "")).close());
    }

    @Test
    @Order(3)
    void the_passwords_are_for_the_programs_user_only() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database-passwords")))).isEqualTo("rw-------");
        assertThat(folder.resolve("pg-superuser")).doesNotExist();
    }

    @Test
    @Order(4)
    void a_second_start_on_the_same_data_is_refused_in_words() {
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> EmbeddedServer.start(folder, SMALL))
                .withMessageContaining("process id " + ProcessHandle.current().pid())
                .withMessageContaining("另一个业扩程序")
                .withMessageContaining("choose another yekuo.data-dir");
    }

    @Test
    @Order(5)
    void a_server_left_by_a_killed_program_is_stopped_cleanly() throws IOException {
        var left = Orphan.of(folder.resolve("pg")).orElseThrow();

        left.stop();

        assertThat(left.process().isAlive()).isFalse();
        assertThat(Files.readString(folder.resolve("pg.log"))).contains("database system is shut down");
        assertThat(Orphan.of(folder.resolve("pg"))).isEmpty();
    }

    @Test
    @Order(6)
    void what_was_committed_is_there_after_a_restart_and_a_stale_process_file_is_no_hindrance() throws IOException {
        server.close();
        server = EmbeddedServer.start(folder, SMALL);
        jdbc(server.access().owner()).sql("create table kept as select 1 as n").update();
        var cluster = folder.resolve("pg");
        var processFile = Files.readString(cluster.resolve("postmaster.pid"));
        server.close();
        // As after a failure of the machine: the file names a process that is long gone.
        Files.writeString(cluster.resolve("postmaster.pid"), processFile);

        server = EmbeddedServer.start(folder, SMALL);

        assertThat(jdbc(server.access().owner()).sql("select n from kept").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void a_server_whose_settings_were_weakened_is_refused() throws SQLException {
        try (var connection = DatabaseServer.connect(server.access().url(), server.access().app()); var statement = connection.createStatement()) {
            statement.execute("alter role yekuo_app set synchronous_commit = off");
        }
        server.close();

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> EmbeddedServer.start(folder, SMALL)).withMessageContaining("synchronous_commit=off");
    }

    private static JdbcClient jdbc(Login login) {
        return JdbcClient.create(new DriverManagerDataSource(server.access().url(), login.user(), login.password()));
    }
}
