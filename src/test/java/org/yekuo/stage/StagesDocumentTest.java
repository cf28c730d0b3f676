package org.yekuo.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yekuo.form.Forms;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/stages.md} says what the forms ask, and its examples can be handed in. */
class StagesDocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_table_is_the_forms_own() throws IOException {
        assertThat(StagesDocument.missing(document())).isEmpty();
    }

    @Test
    void every_example_can_be_read() throws IOException {
        var sections = document().split("\n## ");
        var mapper = JsonMapper.builder().build();
        for (var form : StageForms.ALL.entrySet()) {
            var section = java.util.Arrays.stream(sections).filter(text -> text.startsWith(form.getKey() + "\n")).findFirst().orElse("");
            var examples = EXAMPLE.matcher(section).results().map(found -> found.group(1)).toList();
            assertThat(examples).as(form.getKey()).isNotEmpty();
            examples.forEach(example -> assertThat(Forms.bind(mapper.readTree(example), form.getValue()).violations()).as(form.getKey()).isEmpty());
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/stages.md"));
    }
}
