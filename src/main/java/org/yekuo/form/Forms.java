package org.yekuo.form;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Builds typed records from JSON and says everything that is wrong at once: unknown and missing fields, wrong types, words that are none of
 * the allowed, numbers out of range, texts too long. A component is mandatory unless it is {@code @Nullable} or a list.
 */
public final class Forms {

    private static final int DEEPEST = 12;
    private static final int LONGEST_LIST = 3000;

    private final List<Violation> faults = new ArrayList<>();

    private Forms() {}

    /** Reads {@code tree} as a {@code type}; texts are trimmed, and an empty one is as good as none. */
    public static <T> Bound<T> bind(JsonNode tree, Class<T> type) {
        var forms = new Forms();
        var value = forms.record(tree, type, "", 0);
        return value != null && forms.faults.isEmpty() ? new Bound.Read<>(type.cast(value)) : new Bound.Faulty<>(List.copyOf(forms.faults));
    }

    private @Nullable Object record(JsonNode node, Class<?> type, String path, int depth) {
        if (!node.isObject() || depth > DEEPEST) {
            faults.add(fault(path, "form.not-an-object"));
            return null;
        }
        int before = faults.size();
        var shape = Shape.of(type);
        node.propertyNames().stream().filter(name -> !shape.names().contains(name)).sorted()
                .forEach(name -> faults.add(fault(join(path, name), "form.unknown-field", name)));
        var values = new @Nullable Object[shape.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(node, shape.fields().get(i), join(path, shape.fields().get(i).name()), depth);
        }
        return faults.size() > before ? null : construct(shape, values, path);
    }

    private @Nullable Object component(JsonNode owner, Shape.Field field, String path, int depth) {
        var node = owner.path(field.name());
        if (field.items() != null) {
            return list(node, field.items(), field.asked(), path, depth);
        }
        if (absent(node)) {
            if (!field.optional()) {
                faults.add(fault(path, "form.missing"));
            }
            return null;
        }
        return field.type().isRecord() ? record(node, field.type(), path, depth + 1) : value(node, field.type(), field.asked(), path);
    }

    private @Nullable Object list(JsonNode node, Class<?> type, @Nullable Asked asked, String path, int depth) {
        if (absent(node)) {
            return List.of();
        }
        if (!node.isArray()) {
            faults.add(fault(path, "form.not-a-list"));
            return null;
        }
        if (node.size() > LONGEST_LIST) {
            faults.add(fault(path, "form.list-too-long", node.size(), LONGEST_LIST));
            return null;
        }
        var items = new ArrayList<Object>();
        for (int i = 0; i < node.size(); i++) {
            var at = path + "[" + i + "]";
            var item = node.get(i);
            var value = absent(item) ? missing(at) : type.isRecord() ? record(item, type, at, depth + 1)
                    : value(item, type, asked, at);
            if (value != null) {
                items.add(value);
            }
        }
        return List.copyOf(items);
    }

    private @Nullable Object missing(String path) {
        faults.add(fault(path, "form.missing"));
        return null;
    }

    private @Nullable Object value(JsonNode node, Class<?> type, @Nullable Asked asked, String path) {
        var read = Values.read(node, type, asked);
        if (read instanceof Values.Wrong(String rule, List<Object> args)) {
            faults.add(fault(path, rule, args.toArray()));
            return null;
        }
        return read;
    }

    private @Nullable Object construct(Shape shape, @Nullable Object[] values, String path) {
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                faults.add(fault(path, "form.refused", String.valueOf(refused.getMessage())));
                return null;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean absent(JsonNode node) {
        return node instanceof MissingNode || node.isNull() || node.isString() && node.stringValue().isBlank();
    }

    /** Whether a component may be left out. */
    static boolean optional(RecordComponent component) {
        return List.class.isAssignableFrom(component.getType()) || isNullable(component.getAnnotatedType());
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class) && !(type instanceof AnnotatedParameterizedType);
    }

    private static Violation fault(String path, String rule, Object... args) {
        return path.isEmpty() ? Violation.of(rule, args) : Violation.at(path, rule, args);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** What a form asks, field by field, nested and listed ones by dotted path with {@code []}. */
    public static List<FormField> describe(Class<?> type) {
        var fields = new ArrayList<FormField>();
        describe(type, "", fields, Set.of());
        return fields;
    }

    private static void describe(Class<?> type, String path, List<FormField> fields, Set<Class<?>> above) {
        if (above.contains(type)) {
            return;
        }
        var here = new java.util.HashSet<>(above);
        here.add(type);
        for (var component : type.getRecordComponents()) {
            boolean list = List.class.isAssignableFrom(component.getType());
            var item = list ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] : component.getType();
            var at = join(path, component.getName()) + (list ? "[]" : "");
            var asked = component.getAnnotation(Asked.class);
            var words = item.isEnum() ? Arrays.stream(item.getEnumConstants()).map(Object::toString).toList() : List.<String>of();
            fields.add(new FormField(at, item.getSimpleName(), !optional(component), asked == null ? List.of() : List.of(asked.usedBy()),
                    asked == null ? "" : asked.fact(), words, type, item, asked));
            if (item.isRecord()) {
                describe(item, at, fields, here);
            }
        }
    }
}
