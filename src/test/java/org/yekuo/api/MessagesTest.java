package org.yekuo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every rule has its sentence in both languages, and every sentence can be put together. */
class MessagesTest {

    private static final Pattern RULE = Pattern.compile("Violation\\.(?:of\\(|at\\([^,;]*?,\\s*)\"([a-z]+\\.[a-z0-9.-]+[a-z0-9])\"");

    private static TreeMap<String, String> bundle(String suffix) throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".properties"))
                    .filter(path -> path.getFileName().toString().replace(".properties", "").endsWith("_en") == suffix.equals("_en")).toList()) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> all.put((String) key, (String) value));
            }
        }
        return all;
    }

    @Test
    void every_rule_named_in_the_program_has_a_chinese_and_an_english_sentence() throws IOException {
        var rules = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                RULE.matcher(Files.readString(source)).results().forEach(found -> rules.add(found.group(1)));
            }
        }
        assertThat(rules).hasSizeGreaterThan(150);
        assertThat(rules).allSatisfy(rule -> assertThat(bundle("")).containsKey(rule));
        assertThat(rules).allSatisfy(rule -> assertThat(bundle("_en")).containsKey(rule));
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(bundle("").keySet()).isEqualTo(bundle("_en").keySet());
    }

    @Test
    void every_sentence_can_be_put_together_and_chinese_is_chinese() throws IOException {
        for (var suffix : new String[] {"", "_en"}) {
            bundle(suffix).forEach((key, sentence) -> assertThat(new MessageFormat(sentence).format(new Object[] {1, 2, 3, 4, 5, 6})).as(key).isNotBlank());
        }
        assertThat(bundle("")).allSatisfy((key, sentence) -> {
            if (!key.equals("form.refused")) {
                assertThat(sentence).as(key).matches("(?s).*\\p{IsHan}.*");
            }
        });
    }
}
