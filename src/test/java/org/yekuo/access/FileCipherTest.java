package org.yekuo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yekuo.access.internal.SecretsIT;

class FileCipherTest {

    private static final int HEAD = 33;
    private static final int PIECE = 64 * 1024;
    private static final int SEALED_PIECE = PIECE + 16;
    private final FileCipher cipher = new FileCipher(SecretsIT.secrets(1));

    private record Stored(String address, byte[] bytes) {}

    private Stored store(String owner, byte[] content) throws IOException {
        var to = new ByteArrayOutputStream();
        var sealed = cipher.encrypt(owner, new ByteArrayInputStream(content), to);
        assertThat(sealed.size()).isEqualTo(content.length);
        return new Stored(sealed.address(), to.toByteArray());
    }

    private byte[] read(String address, byte[] bytes) throws IOException {
        try (var in = cipher.decrypt("3401", address, new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static byte[] content(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_000})
    void a_file_of_any_size_reads_back_as_it_was(int size) throws IOException {
        var stored = store("3401", content(size));

        assertThat(read(stored.address(), stored.bytes())).isEqualTo(content(size));
        assertThat(stored.bytes()).hasSize(HEAD + size + 16 * Math.max(1, (size + PIECE - 1) / PIECE));
    }

    @Test
    void a_changed_byte_is_noticed_wherever_it_is() throws IOException {
        var stored = store("3401", content(2 * PIECE + 5));
        for (int at : new int[] {0, 1, HEAD - 1, HEAD, HEAD + SEALED_PIECE, stored.bytes().length - 1}) {
            var changed = stored.bytes().clone();
            changed[at] ^= 1;
            assertThatExceptionOfType(IOException.class).as("byte " + at).isThrownBy(() -> read(stored.address(), changed));
        }
    }

    @Test
    void a_file_cut_off_anywhere_is_noticed_also_between_two_pieces() throws IOException {
        var stored = store("3401", content(3 * PIECE));
        for (int length : new int[] {0, 1, HEAD, HEAD + 15, HEAD + SEALED_PIECE, HEAD + 2 * SEALED_PIECE, stored.bytes().length - 1}) {
            assertThatExceptionOfType(IOException.class).as("cut to " + length).isThrownBy(() -> read(stored.address(), Arrays.copyOf(stored.bytes(), length)));
        }
    }

    @Test
    void pieces_that_changed_places_are_noticed() throws IOException {
        var stored = store("3401", content(3 * PIECE));
        var swapped = stored.bytes().clone();
        System.arraycopy(stored.bytes(), HEAD, swapped, HEAD + SEALED_PIECE, SEALED_PIECE);
        System.arraycopy(stored.bytes(), HEAD + SEALED_PIECE, swapped, HEAD, SEALED_PIECE);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(stored.address(), swapped));
    }

    @Test
    void a_whole_file_put_in_the_place_of_another_is_noticed() throws IOException {
        var contract = store("3401", content(100));
        var other = store("3401", content(101));
        var elsewhere = store("3402", content(100));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(contract.address(), other.bytes()));
        assertThat(elsewhere.address()).as("equal contents of two units can't be told to be equal").isNotEqualTo(contract.address());
        assertThat(store("3401", content(100)).address()).isEqualTo(contract.address());
        assertThat(store("3401", content(100)).bytes()).isNotEqualTo(contract.bytes());
    }
}
