package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AnhuiPackTest {

    static final Path FOLDER = Path.of("src/main/resources/regulations/anhui-2008");

    private final Pack pack = PackReader.read(FOLDER);

    @Test
    void the_pack_of_anhui_2008_is_whole() {
        assertThat(pack.id()).isEqualTo("anhui-2008");
        assertThat(pack.procedures()).extracting(Procedure::key).contains("high-voltage", "low-voltage-nonresident", "low-voltage-resident");
    }
}
