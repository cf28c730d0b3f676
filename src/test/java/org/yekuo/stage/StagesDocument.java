package org.yekuo.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;
import org.yekuo.regulation.PartDefinition;
import org.yekuo.regulation.StageDefinition;

/** The tables of {@code docs/stages.md} as the forms, their Javadoc and the packs give them. */
final class StagesDocument {

    private static final Pattern PARAM = Pattern.compile("@param\\s+(\\w+)\\s+(.+?)(?=\\n\\s*@param|$)", Pattern.DOTALL);

    private StagesDocument() {}

    /** Each stage with its names, whether it waits for the customer or goes by phase, and its parts beside the lead. */
    static String overview() {
        var stages = new LinkedHashMap<String, StageDefinition>();
        AnhuiPack.PACK.procedures().forEach(procedure -> procedure.stages().forEach(stage -> stages.merge(stage.key(), stage,
                (one, other) -> one.parts().size() >= other.parts().size() ? one : other)));
        var lines = new ArrayList<>(List.of("| stage | name | on request | by phase | parts beside the lead |", "|---|---|---|---|---|"));
        StageForms.ALL.keySet().forEach(key -> {
            var stage = stages.get(key);
            lines.add("| [`%s`](#%s) | %s %s | %s | %s | %s |".formatted(key, key, stage.name().zh(), stage.name().en(), stage.onRequest() ? "yes" : "",
                    stage.perPhase() ? "yes" : "", stage.parts().stream().filter(part -> part.kind() == PartDefinition.Kind.COUNTERSIGN).map(part -> "`" + part.key() + "`").collect(Collectors.joining(" "))));
        });
        return String.join("\n", lines);
    }

    /** What a form asks, a field a line. */
    static String table(Class<?> form) {
        var lines = new ArrayList<>(List.of("| field | type | needed | meaning |", "|---|---|---|---|"));
        describe(form, "", lines);
        return String.join("\n", lines);
    }

    private static void describe(Class<?> type, String path, List<String> lines) {
        var meanings = meanings(type);
        for (var component : type.getRecordComponents()) {
            boolean list = List.class.isAssignableFrom(component.getType());
            var item = list ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] : component.getType();
            var at = path + component.getName() + (list ? "[]" : "");
            lines.add("| `%s` | %s%s | %s | %s |".formatted(at, list ? "list of " : "", type(item, component.getAnnotation(Asked.class)),
                    list ? "list" : optional(component) ? "" : "yes", meanings.getOrDefault(component.getName(), "")));
            if (item.isRecord()) {
                describe(item, at + ".", lines);
            }
        }
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String type(Class<?> type, Asked asked) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(word -> "`" + ((Enum<?>) word).name() + "`").collect(Collectors.joining(" "));
        }
        if (type == String.class) {
            return asked.pattern().isEmpty() ? "text, at most " + asked.maxLength() : "text, `" + asked.pattern().replace("|", "\\|") + "`";
        }
        if (type == BigDecimal.class || type == int.class || type == Integer.class) {
            var bounds = asked.min().isEmpty() && asked.max().isEmpty() ? "" : ", %s to %s".formatted(asked.min(), asked.max());
            return (type == BigDecimal.class ? "number" : "whole number") + bounds;
        }
        if (type == LocalDate.class) {
            return "day";
        }
        if (type == LocalTime.class) {
            return "time of day";
        }
        return type.isRecord() ? "object" : "`true` or `false`";
    }

    /** What the Javadoc of a record says of its components. */
    private static Map<String, String> meanings(Class<?> type) {
        var source = source(type);
        int declared = source.indexOf("record " + type.getSimpleName() + "(");
        int end = source.lastIndexOf("*/", declared);
        var between = end < 0 ? "" : source.substring(end + 2, declared);
        // Javadoc of another type ends before a brace or a semicolon.
        if (end < 0 || between.contains(";") || between.contains("}") || between.contains("{")) {
            return Map.of();
        }
        var text = source.substring(source.lastIndexOf("/**", end) + 3, end).lines().map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .collect(Collectors.joining("\n")).strip();
        var meanings = new LinkedHashMap<String, String>();
        PARAM.matcher(text).results().forEach(found -> meanings.put(found.group(1),
                found.group(2).replaceAll("\\s+", " ").replaceAll("\\{@code ([^}]*)}", "`$1`").strip()));
        return meanings;
    }

    private static String source(Class<?> type) {
        var outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        try {
            return Files.readString(Path.of("src/main/java", outer.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables that are not in {@code document}. */
    static List<String> missing(String document) {
        var wanted = new LinkedHashSet<String>();
        wanted.add(overview());
        StageForms.ALL.forEach((stage, form) -> wanted.add("## " + stage + "\n\n" + table(form)));
        return wanted.stream().filter(table -> !document.contains(table)).toList();
    }
}
