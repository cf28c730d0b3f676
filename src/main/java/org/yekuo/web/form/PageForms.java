package org.yekuo.web.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.form.FormField;
import org.yekuo.form.NamedFiles;
import org.yekuo.language.Sentences;
import org.yekuo.language.Words;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageField.Kind;
import org.yekuo.web.form.PageField.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays the records the REST contract takes out as fields of a page (表单排版): one field for each component, with its name in both languages, what
 * is in it, what may be chosen and what is wrong with it. A page that posts them back is read by {@link PostedForm}.
 */
@Component
public class PageForms {

    private static final int LONG = 300;

    /** Behind a field's path: its options are suggestions, and anything else may be typed. */
    public static final String SUGGESTED = "?";

    /** Behind the path of a field whose choices are laid out to be tapped although another may be typed. */
    public static final String OFFERED = "+";

    private final Sentences sentences;
    private final Words words;

    PageForms(Sentences sentences, Words words) {
        this.sentences = sentences;
        this.words = words;
    }

    /** Takes out what nobody filled in, so that empty rows and groups are not found wanting. */
    public ObjectNode prune(ObjectNode tree, Class<?> type) {
        Pruning.prune(tree, type);
        return tree;
    }

    /** An empty form. */
    public ObjectNode tree() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** How many empty rows each list has at its end when a form is shown again: those it had, and one more where that was asked for. */
    public Map<String, Integer> spare(JsonNode posted, JsonNode pruned, @Nullable String more) {
        var spare = new HashMap<String, Integer>();
        spare(posted, pruned, "", spare);
        if (more != null) {
            spare.merge(more, 1, (had, one) -> had + one);
        }
        return spare;
    }

    private static void spare(JsonNode posted, JsonNode pruned, String path, Map<String, Integer> spare) {
        for (var field : posted.properties()) {
            var at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            var kept = pruned.path(field.getKey());
            if (field.getValue() instanceof ArrayNode rows && rows.path(0).isObject()) {
                spare.put(at, rows.size() - kept.size());
                for (int i = 0; i < kept.size(); i++) {
                    spare(rows.get(i), kept.get(i), at + "[" + i + "]", spare);
                }
            } else if (field.getValue().isObject()) {
                spare(field.getValue(), kept, at, spare);
            }
        }
    }

    /** Takes a row out: {@code circuits[1].…} is the path below its record. */
    public void drop(ObjectNode tree, String path) {
        JsonNode at = tree;
        var steps = path.split("[.\\[]");
        for (int i = 0; i < steps.length - 1; i++) {
            at = steps[i].endsWith("]") ? at.path(index(steps[i])) : at.path(steps[i]);
        }
        if (at instanceof ArrayNode rows && steps[steps.length - 1].endsWith("]")) {
            rows.remove(index(steps[steps.length - 1]));
        }
    }

    private static int index(String step) {
        try {
            return Integer.parseInt(step.substring(0, step.length() - 1));
        } catch (NumberFormatException notAnIndex) {
            return Integer.MAX_VALUE;
        }
    }

    /**
     * The fields of a record.
     *
     * @param prefix  where it stands in the posted form, such as {@code result}; empty at its top
     * @param options what may be chosen, by path without indexes and prefix: {@code circuits.feeder}
     * @param more    how many empty rows a list has at its end, by path; one where nothing is said
     */
    public List<PageField> fields(Class<?> type, String prefix, JsonNode values, Map<String, List<Option>> options, List<Violation> faults, Map<String, Integer> more) {
        return new Layout(prefix, options, faults, more).fields(type, prefix, "", values);
    }

    /** What each field is called, by its path: a list of faults says where each one is. */
    public static Map<String, Text> names(List<PageField> fields) {
        var names = new HashMap<String, Text>();
        collect(fields, names);
        return names;
    }

    private static void collect(List<PageField> fields, Map<String, Text> names) {
        for (var field : fields) {
            names.put(field.path().replace("[]", ""), field.label());
            collect(field.fields(), names);
            field.rows().forEach(row -> {
                names.put(row.path(), field.label());
                collect(row.fields(), names);
            });
        }
    }

    /** The fields of a record to be read only. */
    public List<PageField> read(Class<?> type, JsonNode values, Map<String, List<Option>> options) {
        return new Layout("", options, List.of(), null).fields(type, "", "", values);
    }

    /** The name of a field. */
    public Text label(Class<?> owner, String name) {
        return words.label(owner, name);
    }

    /** The name of a word that may be chosen. */
    public Text word(Object constant) {
        return words.word(constant);
    }

    /** One laying out. */
    private final class Layout {

        private final String top;
        private final Map<String, List<Option>> options;
        private final Map<String, List<Text>> faults = new HashMap<>();
        private final @Nullable Map<String, Integer> more;

        Layout(String top, Map<String, List<Option>> options, List<Violation> faults, @Nullable Map<String, Integer> more) {
            this.top = top;
            this.options = options;
            this.more = more;
            faults.stream().filter(fault -> fault.field() != null)
                    .forEach(fault -> this.faults.computeIfAbsent(String.valueOf(fault.field()), any -> new ArrayList<>()).add(sentences.of(fault)));
        }

        List<PageField> fields(Class<?> type, String prefix, String key, JsonNode values) {
            return Pruning.top(type).stream().map(field -> field(field, join(prefix, field.name()), join(key, field.name()), values.path(field.name()))).toList();
        }

        private PageField field(FormField field, String path, String key, JsonNode node) {
            var kind = kind(field, key);
            var asked = field.asked();
            return new PageField(kind == Kind.TEXTS || kind == Kind.CHOICES ? path + "[]" : path, kind, label(field.owner(), field.name()), field.mandatory(),
                    node.isValueNode() && !node.isNull() ? node.asString("") : "", values(node, kind), offered(field, key), faults.getOrDefault(path, List.of()),
                    kind == Kind.GROUP ? fields(field.of(), path, key, node) : List.of(), kind == Kind.ROWS ? rows(field, path, key, node) : List.of(),
                    asked == null ? 200 : asked.maxLength(), asked == null ? "" : asked.min(), asked == null ? "" : asked.max(), asked == null ? "" : asked.pattern(),
                    asked == null ? "" : Arrays.stream(asked.when()).map(answer -> join(top, answer)).collect(Collectors.joining(" ")));
        }

        private List<PageField.Row> rows(FormField field, String path, String key, JsonNode node) {
            var rows = new ArrayList<PageField.Row>();
            for (int i = 0; i < node.size(); i++) {
                var at = path + "[" + i + "]";
                rows.add(new PageField.Row(at, fields(field.of(), at, key, node.get(i)), false, faults.getOrDefault(at, List.of())));
            }
            int spare = more == null ? 0 : more.getOrDefault(path, node.isEmpty() ? 1 : 0);
            for (int i = 0; i < spare; i++) {
                var at = path + "[" + (node.size() + i) + "]";
                rows.add(new PageField.Row(at, fields(field.of(), at, key, MissingNode.getInstance()), true, List.of()));
            }
            return rows;
        }

        private Kind kind(FormField field, String key) {
            if (field.of().isRecord()) {
                return field.list() ? Kind.ROWS : Kind.GROUP;
            }
            boolean choice = !field.words().isEmpty() || options.containsKey(key);
            if (field.list()) {
                return choice ? Kind.CHOICES : Kind.TEXTS;
            }
            return choice ? Kind.CHOICE : options.getOrDefault(key + OFFERED, List.of()).isEmpty() ? plain(field) : Kind.OPEN_CHOICE;
        }

        private List<Option> offered(FormField field, String key) {
            var given = Stream.of("", SUGGESTED, OFFERED).flatMap(how -> options.getOrDefault(key + how, List.of()).stream()).toList();
            if (!given.isEmpty()) {
                return given;
            }
            return field.of().isEnum() ? Arrays.stream(field.of().getEnumConstants()).map(word -> new Option(((Enum<?>) word).name(), word(word))).toList()
                    : field.of() == boolean.class || field.of() == Boolean.class ? List.of(new Option("true", sentences.of("word.YES")), new Option("false", sentences.of("word.NO")))
                    : List.of();
        }
    }

    private static Kind plain(FormField field) {
        var type = field.of();
        if (type == LocalDate.class) {
            return Kind.DAY;
        }
        if (type == LocalTime.class) {
            return Kind.TIME;
        }
        if (type == BigDecimal.class) {
            return Kind.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.YES_NO;
        }
        if (type != String.class) {
            return Kind.WHOLE;
        }
        var asked = field.asked();
        return NamedFiles.NAMES.contains(field.name()) ? Kind.FILE : asked != null && asked.maxLength() >= LONG ? Kind.LONG_TEXT : Kind.TEXT;
    }

    private static List<String> values(JsonNode node, Kind kind) {
        if (kind != Kind.TEXTS && kind != Kind.CHOICES) {
            return List.of();
        }
        return node.isArray() ? node.valueStream().map(value -> value.asString("")).toList() : List.of();
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
