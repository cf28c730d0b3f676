package org.yekuo.stage.plan.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Finds texts that tell the customer whom to hire or what make to buy (三不指定, 细则 2.3). */
final class NoDesignation {

    private record Words(String clause, List<String> patterns) {}

    private static final NoDesignation SHIPPED = read("/stage/plan/no-designation-words.yaml");

    private final String clause;
    private final List<Pattern> patterns;

    private NoDesignation(Words words) {
        clause = words.clause();
        patterns = words.patterns().stream().map(Pattern::compile).toList();
    }

    /** One violation for each passage of {@code text} that designates somebody, at {@code field}. */
    static List<Violation> scan(String field, @Nullable String text) {
        return text == null ? List.of() : SHIPPED.passages(text).stream()
                .map(passage -> Violation.at(field, "plan.designates-somebody", passage).citing(SHIPPED.clause))
                .toList();
    }

    private List<String> passages(String text) {
        var found = new ArrayList<String>();
        for (var pattern : patterns) {
            pattern.matcher(text).results().map(hit -> hit.group()).filter(passage -> !found.contains(passage)).forEach(found::add);
        }
        return found;
    }

    private static NoDesignation read(String resource) {
        try (var stream = NoDesignation.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new YekuoException("plan.words-missing", "The program was built without " + resource + ".");
            }
            return new NoDesignation(new YAMLMapper().readValue(stream, Words.class));
        } catch (IOException broken) {
            throw new YekuoException("plan.words-unreadable", "The words of " + resource + " can't be read.", broken);
        }
    }
}
