package org.yekuo.regulation.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The files of one pack, by their names relative to its folder.
 *
 * @param from its name when its rows are taken over by another pack, or null for the pack that is read itself
 */
record PackFiles(String name, SortedMap<String, byte[]> files, @Nullable String from) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> TABLE_FILES = List.of("voltages.yaml", "metering.yaml", "contracts.yaml");

    PackFiles {
        files = new TreeMap<>(files);
    }

    boolean has(String file) {
        return files.containsKey(file);
    }

    /** How a fault names a file: with its pack when that is another one. */
    String label(String file) {
        return from == null ? file : from + "/" + file;
    }

    /** The files that hold decision tables. */
    List<String> tables() {
        return files.keySet().stream().filter(file -> TABLE_FILES.contains(file) || file.startsWith("tables/") && file.endsWith(".yaml")).toList();
    }

    /** The templates of letters, by name. */
    SortedMap<String, String> letters() {
        var letters = new TreeMap<String, String>();
        files.forEach((file, content) -> {
            if (file.startsWith("letters/") && file.endsWith(".html")) {
                letters.put(file.substring("letters/".length(), file.length() - ".html".length()), new String(content, StandardCharsets.UTF_8));
            }
        });
        return letters;
    }

    /** What {@code pack.yaml} says it includes; nothing when it can't be read. */
    List<String> includes() {
        return tree("pack.yaml", new Faults()).path("includes").valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
    }

    /** The pack of wordings it words anew in part, as {@code pack.yaml} says; null for most. */
    @Nullable String rewords() {
        return tree("pack.yaml", new Faults()).path("rewords").stringValue(null);
    }

    /** This pack with the templates of {@code below} wherever it has none of its own. Every one of its own stands in the place of one there, or is a fault. */
    PackFiles over(PackFiles below, Faults faults) {
        var all = new TreeMap<>(files);
        files.keySet().stream().filter(PackFiles::isLetter).filter(file -> !below.has(file)).forEach(file ->
                faults.add(label(file), null, "rewords nothing: " + below.name + " has no such file."));
        below.files.entrySet().stream().filter(file -> isLetter(file.getKey())).forEach(file -> all.putIfAbsent(file.getKey(), file.getValue()));
        return new PackFiles(name, all, from);
    }

    private static boolean isLetter(String file) {
        return file.startsWith("letters/");
    }

    /** A file as a tree; one that is missing or can't be read is a fault, and empty. */
    JsonNode tree(String file, Faults faults) {
        var content = files.get(file);
        if (content == null) {
            faults.add(label(file), null, "is missing.");
            return YAML.createObjectNode();
        }
        try {
            @Nullable JsonNode tree = YAML.readTree(content);
            return tree == null || tree.isMissingNode() || tree.isNull() ? YAML.createObjectNode() : tree;
        } catch (JacksonException e) {
            faults.add(label(file), null, "can't be read as YAML: " + e.getOriginalMessage()
                    + " (line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ").");
            return YAML.createObjectNode();
        }
    }
}
