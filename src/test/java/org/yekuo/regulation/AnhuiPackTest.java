package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnhuiPackTest {

    static final Path FOLDER = Path.of("src/main/resources/regulations/anhui-2008");

    /** A copy of the pack to be spoilt, and beside it what it includes. */
    static Path copied(Path into) throws IOException {
        for (var pack : List.of("anhui-papers-2008", "sgcc-assessment-2014", "anhui-2008")) {
            var from = FOLDER.resolveSibling(pack);
            try (var paths = Files.walk(from)) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    var target = into.resolve(pack).resolve(from.relativize(path).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                }
            }
        }
        return into.resolve("anhui-2008");
    }

    private final Pack pack = PackReader.read(FOLDER);

    @Test
    void the_pack_of_anhui_2008_is_whole() {
        assertThat(pack.id()).isEqualTo("anhui-2008");
        assertThat(pack.procedures()).extracting(Procedure::key).contains("high-voltage", "low-voltage-nonresident", "low-voltage-resident");
    }
}
