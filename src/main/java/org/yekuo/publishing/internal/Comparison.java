package org.yekuo.publishing.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.publishing.PackDifferences;
import org.yekuo.publishing.PackDifferences.Changed;
import org.yekuo.publishing.PackDifferences.Field;
import org.yekuo.publishing.PackDifferences.Part;
import org.yekuo.publishing.PackDifferences.Row;
import org.yekuo.publishing.internal.PackRowsOf.Entry;
import org.yekuo.regulation.Pack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the rows of two packs: by their ids first, then, of what is left over, by what they are about. Pure. */
public final class Comparison {

    /** What names an entry of a list inside a row. */
    private static final List<String> KEYS = List.of("key", "code", "id");

    private final PackRowsOf rows;

    public Comparison(JsonMapper mapper) {
        this.rows = new PackRowsOf(mapper);
    }

    public PackDifferences compare(String from, Pack older, String to, Pack newer) {
        var before = rows.rows(older);
        var after = rows.rows(newer);
        var parts = new LinkedHashMap<String, Part>();
        before.forEach((part, entries) -> parts.put(part, compare(entries, after.getOrDefault(part, List.of()))));
        return new PackDifferences(from, to, parts);
    }

    private static Part compare(List<Entry> before, List<Entry> after) {
        var removed = byId(before);
        var added = byId(after);
        var changed = new ArrayList<Changed>();
        for (var entry : before) {
            var other = added.get(entry.id());
            if (other != null) {
                removed.remove(entry.id());
                added.remove(entry.id());
                change(entry, other, changed);
            }
        }
        var left = new LinkedHashMap<String, Entry>();
        removed.values().stream().filter(entry -> !entry.meaning().isEmpty()).forEach(entry -> left.putIfAbsent(entry.meaning(), entry));
        for (var entry : List.copyOf(added.values())) {
            var same = left.remove(entry.meaning());
            if (same != null) {
                removed.remove(same.id());
                added.remove(entry.id());
                change(same, entry, changed);
            }
        }
        return new Part(added.values().stream().map(Comparison::row).toList(), removed.values().stream().map(Comparison::row).toList(), changed);
    }

    private static LinkedHashMap<String, Entry> byId(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::id, entry -> entry, (one, other) -> one, LinkedHashMap::new));
    }

    private static Row row(Entry entry) {
        return new Row(entry.id(), entry.row());
    }

    private static void change(Entry before, Entry after, List<Changed> changed) {
        var was = new TreeMap<String, JsonNode>();
        var becomes = new TreeMap<String, JsonNode>();
        flatten("", before.row(), was);
        flatten("", after.row(), becomes);
        var names = new TreeSet<>(was.keySet());
        names.addAll(becomes.keySet());
        var fields = names.stream().filter(name -> !same(was.get(name), becomes.get(name)))
                .map(name -> new Field(name, was.get(name), becomes.get(name))).toList();
        if (!fields.isEmpty()) {
            changed.add(new Changed(after.id(), before.id().equals(after.id()) ? null : before.id(), fields));
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(entry -> flatten(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), leaves));
        } else if (node.isArray() && !node.isEmpty() && node.values().stream().allMatch(JsonNode::isObject)) {
            int number = 0;
            for (var entry : node.values()) {
                int at = number++;
                var name = KEYS.stream().filter(entry::has).findFirst().map(key -> entry.path(key).asString()).orElse(String.valueOf(at));
                flatten(path + "[" + name + "]", entry, leaves);
            }
        } else if (!node.isNull() && !(node.isContainer() && node.isEmpty())) {
            leaves.put(path, node);
        }
    }

    private static boolean same(@Nullable JsonNode was, @Nullable JsonNode becomes) {
        if (was == null || becomes == null) {
            return was == becomes;
        }
        return was.isNumber() && becomes.isNumber() ? was.decimalValue().compareTo(becomes.decimalValue()) == 0 : was.equals(becomes);
    }
}
