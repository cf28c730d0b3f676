package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pack that ships can be read, and has neither gap nor overlap. */
class ShippedPacksTest {

    static Stream<Path> folders() throws IOException {
        return Files.list(Path.of("src/main/resources/regulations")).filter(Files::isDirectory).sorted();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_shipped_pack_is_whole(Path folder) {
        assertThat(PackReader.read(folder).id()).isEqualTo(folder.getFileName().toString());
    }
}
