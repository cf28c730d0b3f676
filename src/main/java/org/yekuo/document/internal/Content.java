package org.yekuo.document.internal;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The content of receipts and letters as JSON. */
@Component
class Content {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JsonMapper json;

    Content(JsonMapper json) {
        this.json = json;
    }

    String written(Map<String, Object> content) {
        return json.writeValueAsString(content);
    }

    Map<String, Object> read(String content) {
        return json.readValue(content, MAP);
    }
}
