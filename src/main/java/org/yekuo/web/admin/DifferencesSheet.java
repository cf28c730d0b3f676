package org.yekuo.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.publishing.PackDifferences;
import tools.jackson.databind.JsonNode;

/** One part of two packs compared, put so that a person reads it (逐行比较). */
record DifferencesSheet(String part, List<Whole> added, List<Whole> removed, List<Row> changed) {

    /** A row only one of the two has. */
    record Whole(String id, String name, String clause, boolean inferred, String text) {}

    /** A row both have, with what differs. */
    record Row(String id, @Nullable String wasId, List<Line> lines) {}

    record Line(String field, String was, String becomes) {}

    static List<DifferencesSheet> of(PackDifferences found) {
        return found.parts().entrySet().stream().filter(part -> !part.getValue().added().isEmpty() || !part.getValue().removed().isEmpty() || !part.getValue().changed().isEmpty())
                .map(part -> new DifferencesSheet(part.getKey(), part.getValue().added().stream().map(DifferencesSheet::whole).toList(),
                        part.getValue().removed().stream().map(DifferencesSheet::whole).toList(), part.getValue().changed().stream().map(DifferencesSheet::row).toList())).toList();
    }

    private static Whole whole(PackDifferences.Row row) {
        return new Whole(row.id(), row.row().path("name").path("zh").asString(""), row.row().path("basis").path("clause").asString(""),
                row.row().path("basis").path("inferred").asBoolean(false), row.row().toString());
    }

    private static Row row(PackDifferences.Changed changed) {
        return new Row(changed.id(), changed.wasId(), changed.fields().stream().map(field -> new Line(field.field(), text(field.was()), text(field.becomes()))).toList());
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? "—" : value.isString() ? value.asString() : value.toString();
    }
}
