package org.yekuo.api.internal;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.JsonNode;

/** The JSON of a request: the text as it came, for telling a repeat, and the tree. */
public record JsonBody(String text, JsonNode tree) {

    /** The body as a form; everything wrong with it is refused at once. */
    public <T> T as(Class<T> form) {
        return read(tree, form, "");
    }

    /** What lies at {@code field} as a form. */
    public <T> T at(String field, Class<T> form) {
        return read(tree.path(field), form, field);
    }

    private static <T> T read(JsonNode node, Class<T> form, String under) {
        return switch (Forms.bind(node, form)) {
            case Bound.Read<T>(T value) -> value;
            case Bound.Faulty<T>(List<Violation> violations) -> throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT,
                    under.isEmpty() ? violations : violations.stream().map(violation -> violation.under(under)).toList());
        };
    }
}
