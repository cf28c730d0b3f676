package org.yekuo.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yekuo.calendar.WorkCalendar.SpecialDay;
import org.yekuo.vocabulary.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The years the State Council has published (国务院放假安排), as they ship with the program: {@code calendar/cn.csv} and {@code calendar/notices.yaml}. */
public final class PublishedYears {

    private static final WorkCalendar CHINA = new WorkCalendar(readShipped());

    private PublishedYears() {}

    /** The calendar of mainland China, read once from the class path; needs neither Spring nor a database. */
    public static WorkCalendar china() {
        return CHINA;
    }

    /** The notice behind each year, as far as it is known. */
    public static SortedMap<Integer, Notice> notices() {
        var result = new TreeMap<Integer, Notice>();
        JsonNode root;
        try (var in = resource("/calendar/notices.yaml")) {
            root = new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException("calendar/notices.yaml can't be read.", broken);
        }
        for (var row : root.properties()) {
            int year = Integer.parseInt(row.getKey());
            var number = Optional.ofNullable(row.getValue().get("number")).map(JsonNode::asString);
            result.put(year, new Notice(year, row.getValue().required("title").asString(), number));
        }
        return Collections.unmodifiableSortedMap(result);
    }

    /** Reads lines {@code date,REST|WORK,occasion,occasion in English}; a line that is none of that is refused by its text. */
    public static List<SpecialDay> parse(String lines) {
        return lines.lines().map(PublishedYears::parseLine).toList();
    }

    /** The lines {@link #parse} reads back. */
    public static String format(WorkCalendar calendar) {
        return format(calendar.specialDays());
    }

    /** The lines {@link #parse} reads back. */
    public static String format(Collection<SpecialDay> days) {
        return days.stream()
                .map(day -> String.join(",", day.date().toString(), day.rule().name(), day.occasion().zh(), day.occasion().en()))
                .collect(Collectors.joining("\n"));
    }

    private static SpecialDay parseLine(String line) {
        var cells = line.split(",");
        if (cells.length != 4) {
            throw new IllegalArgumentException("A line of the calendar is date,REST|WORK,occasion,occasion in English, not \"" + line + "\".");
        }
        return new SpecialDay(LocalDate.parse(cells[0]), SpecialDay.Rule.valueOf(cells[1]), new Text(cells[2], cells[3]));
    }

    private static List<SpecialDay> readShipped() {
        try (var reader = new BufferedReader(resource("/calendar/cn.csv"))) {
            return parse(reader.lines().skip(1).collect(Collectors.joining("\n")));
        } catch (IOException broken) {
            throw new UncheckedIOException("calendar/cn.csv can't be read.", broken);
        }
    }

    private static Reader resource(String path) {
        var in = PublishedYears.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("The program was built without " + path + ".");
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
