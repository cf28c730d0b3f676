package org.yekuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a bench found: tables with their conditions, printed for people and as JSON, and kept in RESULTS.md when told to. */
public final class Report {

    /** One table; every row has a cell for each column. */
    public record Table(String title, List<String> columns, List<List<Object>> rows) {

        public Table(String title, String... columns) {
            this(title, List.of(columns), new ArrayList<>());
        }

        public void row(Object... cells) {
            rows.add(List.of(cells));
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String bench;
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public Report(String bench) {
        this.bench = bench;
    }

    public void condition(String what, Object value) {
        conditions.put(what, String.valueOf(value));
    }

    public void conditions(Map<String, String> more) {
        conditions.putAll(more);
    }

    public Table table(String title, String... columns) {
        var table = new Table(title, columns);
        tables.add(table);
        return table;
    }

    /** Whether it is one of its tables. */
    public boolean has(Table table) {
        return tables.stream().anyMatch(one -> one == table);
    }

    /** What a reader must know to read a figure aright. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Prints the tables and the JSON; the JSON is kept in {@code target}, the tables in {@code RESULTS.md} when {@code write} is said. */
    public void publish(boolean write) throws IOException {
        System.out.println();
        System.out.println(markdown());
        var json = JSON.writeValueAsString(Map.of("bench", bench, "conditions", conditions, "tables", tables, "notes", notes));
        System.out.println(json);
        var folder = Files.createDirectories(home().resolve("target/results"));
        Files.writeString(folder.resolve(bench + ".json"), json + "\n");
        if (write) {
            keep(home().resolve("RESULTS.md"));
        }
    }

    /** The folder of the bench, whether it was started there or above. */
    static Path home() {
        return Files.exists(Path.of("bench/pom.xml")) ? Path.of("bench") : Path.of(".");
    }

    String markdown() {
        var text = new StringBuilder("## " + bench + "\n\n");
        conditions.forEach((what, value) -> text.append("- ").append(what).append(": ").append(value).append('\n'));
        for (var table : tables) {
            text.append("\n### ").append(table.title()).append("\n\n| ").append(String.join(" | ", table.columns())).append(" |\n|")
                    .append(" --- |".repeat(table.columns().size())).append('\n');
            table.rows().forEach(row -> text.append("| ").append(String.join(" | ", row.stream().map(Report::cell).toList())).append(" |\n"));
        }
        notes.forEach(note -> text.append("\n").append(note).append('\n'));
        return text.toString();
    }

    private static String cell(Object value) {
        return switch (value) {
            case Double number when Math.abs(number) >= 100 -> String.format(Locale.ROOT, "%,.0f", number).replace(',', ' ');
            case Double number when Math.abs(number) >= 10 -> String.format(Locale.ROOT, "%.1f", number);
            case Double number -> String.format(Locale.ROOT, "%.2f", number);
            case Long number -> String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
            case Integer number -> String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
            default -> value.toString().replace("|", "\\|");
        };
    }

    /** Each bench has its own part, put in the place of the one before. */
    private void keep(Path file) throws IOException {
        var begin = "<!-- " + bench + " -->";
        var end = "<!-- /" + bench + " -->";
        var part = begin + "\n" + markdown() + end;
        var before = Files.exists(file) ? Files.readString(file) : "# What was measured\n\nWritten by `bench/run <bench> --write`; each part states its conditions. How to read it: [README.md](README.md).\n";
        var place = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL).matcher(before);
        Files.writeString(file, place.find() ? place.replaceFirst(Matcher.quoteReplacement(part)) : before.stripTrailing() + "\n\n" + part + "\n");
    }
}
