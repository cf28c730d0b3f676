package org.yekuo.publishing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one pack says that another does not, row by row (规则包逐行比较).
 *
 * @param from  the pack, or draft, compared with
 * @param to    the pack, or draft, that is looked at
 * @param parts by part of a pack; parts without a difference are there too, and empty
 */
public record PackDifferences(String from, String to, Map<String, Part> parts) {

    public record Part(List<Row> added, List<Row> removed, List<Changed> changed) {}

    /** A row only one of the two has, whole. */
    public record Row(String id, JsonNode row) {}

    /** A row both have; {@code was} is its id in the older pack where that is another. */
    public record Changed(String id, @Nullable String wasId, List<Field> fields) {}

    /** A value that is another, by its path in the row; null where one has none. */
    public record Field(String field, @Nullable JsonNode was, @Nullable JsonNode becomes) {}

    public boolean none() {
        return parts.values().stream().allMatch(part -> part.added().isEmpty() && part.removed().isEmpty() && part.changed().isEmpty());
    }
}
