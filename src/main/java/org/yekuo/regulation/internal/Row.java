package org.yekuo.regulation.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Basis;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Text;
import tools.jackson.databind.JsonNode;

/**
 * One mapping of a pack's YAML, read key by key. What is missing or of the wrong kind becomes a fault and a harmless stand-in, so that
 * reading goes on and finds the next fault too. {@link #done} reports the keys nobody asked for.
 */
final class Row {

    private static final Text NO_NAME = new Text("?", "?");

    private final Faults faults;
    private final String file;
    private final String id;
    private final JsonNode node;
    private final @Nullable String from;
    private final Set<String> asked = new HashSet<>();

    Row(Faults faults, String file, String id, JsonNode node) {
        this(faults, file, null, id, node);
    }

    /** A row taken over from another pack. */
    Row(Faults faults, String file, @Nullable String from, String id, JsonNode node) {
        this.faults = faults;
        this.file = file;
        this.from = from;
        this.id = id;
        this.node = node;
        if (!node.isObject()) {
            fault("is not a mapping of keys to values.");
        }
    }

    String file() {
        return file;
    }

    String id() {
        return id;
    }

    void fault(String sentence) {
        faults.add(file, id, sentence);
    }

    boolean has(String key) {
        return node.has(key);
    }

    @Nullable JsonNode at(String key) {
        asked.add(key);
        return node.get(key);
    }

    String text(String key) {
        var value = textOrNull(key);
        if (value == null && !node.has(key)) {
            fault("has no " + key + ".");
        }
        return value == null ? "?" : value;
    }

    @Nullable String textOrNull(String key) {
        var value = at(key);
        if (value == null) {
            return null;
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            fault("has a " + key + " that is not text.");
            return null;
        }
        return value.stringValue();
    }

    boolean yes(String key) {
        var value = at(key);
        if (value != null && !value.isBoolean()) {
            fault("has a " + key + " that is neither true nor false.");
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    @Nullable BigDecimal number(String key) {
        var value = at(key);
        if (value != null && !value.isNumber()) {
            fault("has a " + key + " that is not a number.");
            return null;
        }
        return value == null ? null : value.decimalValue();
    }

    /** A whole number of at least {@code least}; required. */
    int count(String key, int least) {
        var value = at(key);
        if (value == null || !value.isInt() || value.intValue() < least) {
            fault(value == null ? "has no " + key + "." : "has a " + key + " that is not a whole number of at least " + least + ".");
            return least;
        }
        return value.intValue();
    }

    @Nullable LocalDate dayOrNull(String key) {
        var value = textOrNull(key);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            fault("has a " + key + " that is not a day like 2008-04-24: " + value + ".");
            return null;
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, @Nullable E otherwise) {
        if (!node.has(key) && otherwise != null) {
            asked.add(key);
            return otherwise;
        }
        var value = text(key);
        var found = named(type, value);
        if (found == null) {
            if (node.path(key).isString()) {
                fault("has the unknown " + key + " " + value + "; known are " + Arrays.toString(type.getEnumConstants()) + ".");
            }
            return type.getEnumConstants()[0];
        }
        return found;
    }

    static <E extends Enum<E>> @Nullable E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst().orElse(null);
    }

    List<String> texts(String key) {
        var value = at(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || !value.values().stream().allMatch(JsonNode::isString)) {
            fault("has a " + key + " that is not a list of texts.");
            return List.of();
        }
        return value.values().stream().map(JsonNode::stringValue).toList();
    }

    /** The list at {@code key}, each entry a row named by its {@code idKeys}, or by its number when there are none. */
    <T> List<T> rows(String key, List<String> idKeys, Function<Row, T> read) {
        var value = at(key);
        return value == null ? List.of() : rows(faults, file, from, id + "/", value, idKeys, read);
    }

    static <T> List<T> rows(Faults faults, String file, @Nullable String from, String prefix, JsonNode list, List<String> idKeys, Function<Row, T> read) {
        if (!list.isArray()) {
            faults.add(file, prefix.isEmpty() ? null : prefix, "is not a list of rows.");
            return List.of();
        }
        var result = new ArrayList<T>();
        var ids = new HashSet<String>();
        int number = 0;
        for (var entry : list.values()) {
            number++;
            var known = !idKeys.isEmpty() && idKeys.stream().allMatch(key -> entry.path(key).isString());
            var own = known ? idKeys.stream().map(key -> entry.path(key).stringValue()).collect(Collectors.joining(" ")) : "row " + number;
            var row = new Row(faults, file, from, prefix + own, entry);
            idKeys.forEach(row::text);
            if (known && !ids.add(own)) {
                row.fault("stands there twice; every " + String.join(" and ", idKeys) + " is unique in its list.");
            }
            result.add(read.apply(row));
            row.done();
        }
        return result;
    }

    /** A row below this one. */
    Row below(String key) {
        asked.add(key);
        return new Row(faults, file, from, id + "/" + key, node.path(key));
    }

    Text name(String key, @Nullable Text otherwise) {
        var value = at(key);
        if (value == null) {
            if (otherwise == null) {
                fault("has no " + key + ".");
            }
            return otherwise == null ? NO_NAME : otherwise;
        }
        if (!value.path("zh").isString() || !value.path("en").isString() || value.size() != 2) {
            fault("has a " + key + " that is not {zh: …, en: …}.");
            return NO_NAME;
        }
        return new Text(value.path("zh").stringValue(), value.path("en").stringValue());
    }

    /** {@code clause}, which every row has, and {@code source} and {@code inferred}, which some have. */
    Basis basis() {
        var clause = textOrNull("clause");
        if (clause == null) {
            fault("has no clause; every row names the article it rests on.");
        }
        var source = textOrNull("source");
        var inferred = yes("inferred");
        if (inferred && source == null) {
            fault("is inferred but names no source.");
        }
        return new Basis(new Clause(clause == null ? "?" : clause), source, inferred, from);
    }

    void done() {
        if (node.isObject()) {
            node.propertyNames().stream().filter(key -> !asked.contains(key)).forEach(key -> fault("has the unknown key " + key + "."));
        }
    }
}
