package org.yekuo.casework.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Application;
import org.yekuo.casework.StageResult;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the ledger's own values as JSON text and reads them back. */
@Component
public class LedgerJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    public JsonNode tree(String json) {
        return mapper.readTree(json);
    }

    public JsonNode treeOf(Object value) {
        return mapper.valueToTree(value);
    }

    public <R extends StageResult> R result(String json, Class<R> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new YekuoException("casework.unreadable-result", "A stored result can't be read as " + type.getSimpleName() + ".", e);
        }
    }

    public Application application(String json) {
        return mapper.readValue(json, Application.class);
    }

    public Facts facts(String json) {
        var values = new TreeMap<String, Object>();
        mapper.readTree(json).properties().forEach(entry -> {
            var node = entry.getValue();
            values.put(entry.getKey(), node.isBoolean() ? (Object) node.booleanValue() : node.isNumber() ? node.decimalValue() : node.stringValue());
        });
        return new Facts(values);
    }

    /** Facts are kept with their numbers as numbers, so that reading gives back what was written. */
    public String facts(Facts facts) {
        var plain = new TreeMap<String, Object>();
        facts.values().forEach((name, value) -> plain.put(name, value instanceof BigDecimal number ? new BigDecimal(number.toPlainString()) : value));
        return mapper.writeValueAsString(plain);
    }

    public List<String> strings(String json) {
        return mapper.readValue(json, new TypeReference<List<String>>() {});
    }

    public Map<String, Integer> numbers(String json) {
        return mapper.readValue(json, new TypeReference<Map<String, Integer>>() {});
    }

    public Map<String, LocalDate> days(String json) {
        return mapper.readValue(json, new TypeReference<Map<String, LocalDate>>() {});
    }
}
