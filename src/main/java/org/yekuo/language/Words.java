package org.yekuo.language;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.vocabulary.Text;

/** What the words of forms and results are called: {@code field.<Record>.<component>} and {@code word.<Enum>.<CONSTANT>} of the bundles. */
@Component
public class Words {

    private final Sentences sentences;
    /** What was found, by its first key: every paper names dozens. */
    private final Map<String, Text> found = new ConcurrentHashMap<>();

    Words(Sentences sentences) {
        this.sentences = sentences;
    }

    /** The name of a field. */
    public Text label(Class<?> owner, String name) {
        return sentence("field." + named(owner) + "." + name, "field." + name, name);
    }

    /** The name of a word that may be chosen. */
    public Text word(Object constant) {
        var word = (Enum<?>) constant;
        return sentence("word." + named(word.getDeclaringClass()) + "." + word.name(), "word." + word.name(), word.name());
    }

    /** The name of a word a fact of a case may be: {@code fact.class.LV_RES}. */
    public Text fact(String fact, String word) {
        return sentence("fact." + fact + "." + word, "word." + word, word);
    }

    /** The same in plain Chinese: records as maps, chosen words by their names, days and the like as they are written. What is null is left out. */
    public Map<String, Object> plain(Map<String, ?> content) {
        var plain = new LinkedHashMap<String, Object>();
        content.forEach((name, value) -> {
            if (value != null) {
                plain.put(name, plain(value));
            }
        });
        return plain;
    }

    private Object plain(Object value) {
        return switch (value) {
            case Text text -> text.zh();
            case Record record -> record(components(record));
            case Enum<?> word -> word(word).zh();
            case Map<?, ?> map -> {
                var named = new LinkedHashMap<String, Object>();
                map.forEach((name, inner) -> named.put(String.valueOf(name), inner));
                yield plain(named);
            }
            case Iterable<?> list -> {
                var plain = new ArrayList<Object>();
                list.forEach(one -> plain.add(plain(one)));
                yield List.copyOf(plain);
            }
            case Boolean yes -> yes;
            case Integer whole -> whole;
            case Long whole -> whole;
            case BigDecimal number -> number;
            default -> value.toString();
        };
    }

    /** A record that only wraps a value is that value: a clause, a number of a case. */
    private Object record(Map<String, Object> components) {
        var wrapped = components.get("value");
        return wrapped != null && components.size() == 1 ? plain(wrapped) : plain(components);
    }

    private static Map<String, Object> components(Record record) {
        var found = new LinkedHashMap<String, Object>();
        for (var component : record.getClass().getRecordComponents()) {
            var value = value(record, component);
            if (value != null) {
                found.put(component.getName(), value);
            }
        }
        return found;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("The " + component.getName() + " of " + record.getClass().getName() + " can't be read.", broken);
        }
    }

    private Text sentence(String first, String second, String otherwise) {
        var known = found.get(first);
        if (known != null) {
            return known;
        }
        for (var key : List.of(first, second)) {
            var said = sentences.of(key);
            if (!said.zh().equals(key)) {
                found.put(first, said);
                return said;
            }
        }
        return new Text(otherwise, otherwise);
    }

    private static String named(Class<?> type) {
        var outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : named(outer) + "." + type.getSimpleName();
    }
}
