package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The articles a pack lets refusals cite stand at rules the program has. */
class ArticlesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    @ParameterizedTest
    @MethodSource("org.yekuo.regulation.ShippedPacksTest#folders")
    void every_rule_with_an_article_has_a_sentence(Path folder) throws IOException {
        var articles = PackReader.read(folder).tables().get("articles");
        if (articles == null) {
            return;
        }
        for (var row : articles.rows()) {
            var rule = String.valueOf(row.gives().get("rule"));
            var sentences = new Properties();
            try (var in = Files.newBufferedReader(MESSAGES.resolve(rule.substring(0, rule.indexOf('.')) + ".properties"), StandardCharsets.UTF_8)) {
                sentences.load(in);
            }
            assertThat(sentences).as(folder + " " + row.id()).containsKey(rule);
        }
    }

    @ParameterizedTest
    @MethodSource("org.yekuo.regulation.ShippedPacksTest#folders")
    void a_complete_pack_has_an_article_for_every_rule_another_has_one_for(Path folder) {
        var pack = PackReader.read(folder);
        if (pack.kind() == Pack.Kind.COMPLETE) {
            for (var row : PackReader.read(AnhuiPackTest.FOLDER).tables().get("articles").rows()) {
                var rule = String.valueOf(row.gives().get("rule"));
                assertThat(pack.article(rule)).as(pack.id() + " " + rule).isNotNull();
            }
        }
    }
}
