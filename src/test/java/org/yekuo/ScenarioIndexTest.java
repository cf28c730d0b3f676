package org.yekuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/scenarios.md} names a test for each scenario, and each of them is there. */
class ScenarioIndexTest {

    private static final Pattern PROOF = Pattern.compile("`(\\w+)` ([^|<]+?)(?=<br>| \\|)");

    @Test
    void every_proof_is_there() throws IOException {
        var sources = sources();
        var missing = new ArrayList<String>();
        int proofs = 0;
        for (var line : Files.readAllLines(Path.of("docs/scenarios.md"))) {
            for (var found : PROOF.matcher(line).results().toList()) {
                proofs++;
                if (!sources.getOrDefault(found.group(1), "").contains(found.group(2))) {
                    missing.add(found.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(proofs).isGreaterThan(60);
    }

    @Test
    void every_scenario_has_a_proof_or_a_reason() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/scenarios.md")).stream().filter(line -> line.matches("\\| [TAFMVK]\\d.*")))
                .hasSizeGreaterThanOrEqualTo(59).allMatch(line -> PROOF.matcher(line).find() || line.matches(".*\\| — .{8,}"));
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                try {
                    sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
        return sources;
    }
}
