package org.yekuo.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.vocabulary.YekuoException;

public class SecretsIT {

    @TempDir
    private Path folder;

    /** Secrets of an installation whose master key starts with {@code first}. */
    public static Secrets secrets(int first) {
        var key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (first + i);
        }
        return new Secrets("prod", Base64.getEncoder().encodeToString(key), Path.of("unused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "cGFzc3dvcmRwYXNzd29yZHBhc3N3b3JkcGFzc3dvcmQ="})
    void production_does_not_start_on_a_missing_or_weak_key(String given) {
        assertThatExceptionOfType(YekuoException.class).isThrownBy(() -> new Secrets("prod", given, folder)).withMessageContaining("主密钥");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_drill_makes_its_key_once_and_nobody_else_may_read_it() throws IOException {
        var first = new Secrets("drill", "", folder);
        var again = new Secrets("drill", "", folder);

        assertThat(again.key("personal-data", "AES")).isEqualTo(first.key("personal-data", "AES"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/master-key")))).isEqualTo("rw-------");
        assertThat(new Secrets("drill", "", folder.resolve("elsewhere")).key("personal-data", "AES")).isNotEqualTo(first.key("personal-data", "AES"));
    }

    @Test
    void programs_that_start_at_the_same_moment_make_one_key() throws Exception {
        for (int round = 0; round < 20; round++) {
            var fresh = folder.resolve("round-" + round);
            try (var threads = Executors.newFixedThreadPool(8)) {
                var starts = IntStream.range(0, 8).mapToObj(n -> threads.submit(() -> new Secrets("drill", "", fresh).key("files", "AES"))).toList();
                var keys = new HashSet<SecretKey>();
                for (var start : starts) {
                    keys.add(start.get());
                }
                assertThat(keys).hasSize(1);
            }
            assertThat(fresh.resolve("secrets")).isDirectoryContaining(file -> file.endsWith("master-key"));
            try (var files = Files.list(fresh.resolve("secrets"))) {
                assertThat(files).as("nothing half-written stays").hasSize(1);
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("round-0/secrets")))).isEqualTo("rwx------");
    }

    @Test
    void each_purpose_has_a_key_of_its_own() {
        assertThat(secrets(1).key("files", "AES")).isNotEqualTo(secrets(1).key("personal-data", "AES"));
    }

    @Test
    void a_database_written_with_another_key_is_refused_and_its_own_key_is_still_good() {
        try (var copy = TestDatabase.copy()) {
            var jdbc = JdbcClient.create(copy.app());
            new MasterKeyMark(secrets(1), jdbc);

            assertThatExceptionOfType(YekuoException.class).isThrownBy(() -> new MasterKeyMark(secrets(2), jdbc)).withMessageContaining("恢复原来的主密钥");
            new MasterKeyMark(secrets(1), jdbc);
        }
    }
}
