package org.yekuo.stage.household;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.stage.household.ImportingHouseholds.Given;
import org.yekuo.vocabulary.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A list of households as a spreadsheet saves it: comma-separated, UTF-8 or GB 18030, its first line naming the columns 序号, 地址, 建筑面积, 表号, 起码,
 * 封印号, or n, address, areaM2, assetNo, startKwh, sealNo, in any order.
 */
public final class HouseholdSheet {

    /** The most rows taken at once. */
    public static final int MOST_ROWS = 2000;

    private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("序号", "n"), Map.entry("地址", "address"), Map.entry("建筑面积", "areaM2"),
            Map.entry("表号", "assetNo"), Map.entry("起码", "startKwh"), Map.entry("封印号", "sealNo"), Map.entry("n", "n"), Map.entry("address", "address"),
            Map.entry("areaM2", "areaM2"), Map.entry("assetNo", "assetNo"), Map.entry("startKwh", "startKwh"), Map.entry("sealNo", "sealNo"));

    private static final Charset GB18030 = Charset.forName("GB18030");

    private HouseholdSheet() {}

    /** What was read: the rows, or why it is no list at all. */
    public record Read(List<Given> rows, List<Violation> faults) {}

    public static Read csv(byte[] bytes) {
        var rows = new ArrayList<Given>();
        try (var lines = CsvMapper.builder().enable(CsvReadFeature.TRIM_SPACES).enable(CsvReadFeature.SKIP_EMPTY_LINES).build()
                .readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader()).<Map<String, String>>readValues(text(bytes))) {
            while (lines.hasNextValue()) {
                if (rows.size() == MOST_ROWS) {
                    return new Read(rows, List.of(Violation.at("file", "household.too-many", MOST_ROWS)));
                }
                rows.add(given(rows.size() + 1, tree(lines.nextValue())));
            }
        } catch (JacksonException broken) {
            return new Read(rows, List.of(Violation.at("file", "household.unreadable", rows.size() + 2)));
        }
        return rows.isEmpty() ? new Read(rows, List.of(Violation.at("file", "household.no-rows"))) : new Read(rows, List.of());
    }

    /** A row as JSON, with what can't be read of it. */
    public static Given given(int row, JsonNode tree) {
        return switch (Forms.bind(tree, HouseholdRow.class)) {
            case Bound.Read<HouseholdRow>(HouseholdRow household) -> new Given(row, household, List.of());
            case Bound.Faulty<HouseholdRow>(List<Violation> violations) -> new Given(row, new HouseholdRow(row, null, null, null, null, null), violations);
        };
    }

    private static JsonNode tree(Map<String, String> line) {
        var tree = JsonNodeFactory.instance.objectNode();
        line.forEach((column, value) -> {
            var field = COLUMNS.get(column.replace("\uFEFF", "").strip());
            if (field != null && value != null && !value.isBlank()) {
                tree.put(field, value);
            }
        });
        return tree;
    }

    /** Spreadsheets here save in one of two encodings; what is no UTF-8 is the other. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, GB18030);
        }
    }
}
